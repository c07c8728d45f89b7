import fc from 'fast-check';
import {expect, it} from 'vitest';
import type {Model} from '../../source/app/model.ts';
import {createAnswers} from '../helpers/answer-effect.ts';
import {sequences} from '../helpers/key-bytes.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {openTerminalSession} from '../helpers/terminal-session.ts';

/** How many bursts are typed: more on demand, and from another seed. */
const amount = Number(process.env.USERSHEET_BURSTS ?? 20);
const seed = Number(process.env.USERSHEET_SEED ?? 1);

/** Milliseconds from key to key, of a person who is not in a hurry. */
const slowly = 200;

const control = (letter: string): string => String.fromCodePoint(letter.charCodeAt(0) - 0x60);
const named = Object.entries(sequences).flatMap(([chord, bytes]) => (chord === 'f10' ? [] : [bytes]));
const names = ['Oliver', 'Peter', 'Ben', 'Zoë', 'o.k@x.example', '2001', 'dd', '王小明', '👩‍💻', 'OBrien'];

/** What a person does, key by key. */
const act = fc.oneof(
	{weight: 6, arbitrary: fc.constantFrom(...named).map((key) => [key])},
	{
		weight: 3,
		arbitrary: fc
			.constantFrom(...names)
			.map((name) => [...new Intl.Segmenter().segment(name)].map(({segment}) => segment)),
	},
	{weight: 3, arbitrary: fc.constantFrom('\r', '\t', '\u001b[B', '\u001b[C').map((key) => [key])},
	{weight: 2, arbitrary: fc.constantFrom(...'adehiklpuvwxyz').map((letter) => [control(letter)])},
	{weight: 2, arbitrary: fc.constantFrom(...'/?:,;=+-*wuynNY15').map((key) => [key])},
	{weight: 2, arbitrary: fc.constantFrom('Oliver', 'Zoë', 'Peter', 'x').map((name) => ['\u001b', ...name])},
);

/** Keys after an Esc that one who types them within a moment cannot be told from another key: Alt, a function key, or a longer one. */
const joinsEscape = /^(?:[\dbfd[\]_\u007f\b\t]|O[A-Z])/;

const burst = fc.record({
	keys: fc
		.array(act, {minLength: 400, maxLength: 500, size: 'max'})
		.map((acts) => splitAfterEscape(acts.flat()).slice(0, 500)),
	cuts: fc.infiniteStream(
		fc.oneof(
			{weight: 12, arbitrary: fc.constant(undefined)},
			{weight: 1, arbitrary: fc.constant(0)},
			{weight: 1, arbitrary: fc.integer({min: 1, max: 900})},
		),
	),
});

/** A person who means Esc and then such a key waits: an arrow in between stands for that. */
function splitAfterEscape(keys: readonly string[]): readonly string[] {
	return keys.flatMap((key, index) =>
		keys[index - 1] === '\u001b' && joinsEscape.test(key + (keys[index + 1] ?? ''))
			? ['\u001b[A', key]
			: [key],
	);
}

function type(chunks: readonly (string | Uint8Array | number)[]): ReturnType<typeof openTerminalSession> {
	const session = openTerminalSession(makeSheet(6), {answer: createAnswers()});
	session.type([...chunks, 5000]);
	return session;
}

function* cutBytes(bytes: Buffer, cuts: Iterator<number | undefined>): Generator<Uint8Array | number> {
	let start = 0;
	for (let end = 1; end <= bytes.length; end += 1) {
		const gap = cuts.next().value;
		if (gap === undefined && end < bytes.length) continue;
		yield bytes.subarray(start, end);
		// Longer after these, and it is a key of the numeric keypad.
		if (gap !== undefined)
			yield /\u001bO[a-z]?$/.test(bytes.toString('latin1', 0, end)) ? Math.min(gap, 49) : gap;
		start = end;
	}
}

/** What counts in the end: not what the last key answered. */
function outcomeOf({sheet, stored, grid, screens, undo, redo, keymap, revealed, quitting}: Model) {
	return {sheet, stored, grid, screens, undo, redo, keymap: keymap.name, revealed, quitting};
}

it(`${amount} bursts of up to 500 keys give what they give when typed slowly, wherever the line cuts them`, () => {
	fc.assert(
		fc.property(burst, ({keys, cuts}) => {
			const slow = type(keys.flatMap((key) => [key, slowly]));
			const quick = type([...cutBytes(Buffer.from(keys.join('')), cuts)]);
			expect(outcomeOf(quick.model())).toEqual(outcomeOf(slow.model()));
			expect(quick.stored()).toEqual(slow.stored());
		}),
		// A burst so long cannot be made smaller in good time.
		{numRuns: amount, seed, endOnFailure: true},
	);
}, 600_000);

it.each([
	['an arrow, cut behind its Esc,', ['\u001b', 300, '[B', 1500], true],
	['F7, cut behind its Esc,', ['\u001b', 300, '[18~', 1500], true],
	['Esc and a digit', ['\u001b', 300, '3', 1500], true],
	['Esc before its second is over', ['\u001b', 500], true],
	['Esc alone', ['\u001b', 1500], false],
	['Esc twice', ['\u001b', 300, '\u001b', 300], false],
	['Esc and a letter', ['\u001b', 300, 'x', 300], false],
] as const)('while a file is read, after %s reading goes on: %s', (_, bytes, goesOn) => {
	const session = openTerminalSession(makeSheet(6), {answer: () => undefined});
	session.type([sequences.f5 ?? '', 300, 'x.csv\r', 300, ...bytes]);
	const screen = session.model().screens[0];
	expect(screen?.name === 'import' && screen.progress !== undefined).toBe(goesOn);
});
