import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Input} from '../../../source/terminal/input/input.ts';
import {type Chunk, readInputs} from './read-keys.ts';
import {noKeys, terminalKeys} from './terminal-keys.ts';

/** What a person or the terminal does: the bytes, and what is to be read. */
type Act = {readonly bytes: string; readonly read: readonly string[]};

/** Esc and one character more is what Esc and then that character is, when the line is slow: nobody can tell. */
const isDecidable = ({bytes}: Act): boolean => !/^\u001b[^\u001b]$/u.test(bytes);

const keys: readonly Act[] = terminalKeys
	.flatMap(([_, prefix, table]) =>
		Object.entries(table).map(([bytes, chord]): Act => ({bytes: prefix + bytes, read: [chord]})),
	)
	.filter(isDecidable);
const answers: readonly Act[] = noKeys
	.filter(([_, bytes]) => bytes.length < 100)
	.map(([_, bytes]) => ({bytes, read: []}));
const lone: Act = {bytes: '\u001b', read: ['escape']};

const pasted = fc
	.string({
		unit: fc.constantFrom('a', '1', '[', 'A', '~', ' ', '\r', '\u001b', '\u001b[A', '\u001b[201', 'é', '中'),
	})
	.filter((text) => !text.includes('\u001b[201~'))
	.map((text): Act => ({bytes: `\u001b[200~${text}\u001b[201~`, read: [JSON.stringify(text)]}));
const typed = fc.constantFrom('é', 'ß', '中', '👍', 'ü').map((text): Act => ({bytes: text, read: [text]}));
const act = fc.oneof(
	{weight: 5, arbitrary: fc.constantFrom(...keys)},
	{weight: 2, arbitrary: fc.constantFrom(...answers)},
	{weight: 2, arbitrary: typed},
	{weight: 1, arbitrary: pasted},
	{weight: 2, arbitrary: fc.constant(lone)},
);
const gap = fc.oneof(fc.constant(0), fc.constantFrom(49, 50, 51, 900), fc.integer({min: 0, max: 900}));

/** A session: what was done, and how the line cuts it. A gap of 0 is a cut between two reads. */
const session = fc.record({
	acts: fc.array(act, {maxLength: 12}),
	cuts: fc.infiniteStream(
		fc.oneof({weight: 3, arbitrary: fc.constant(undefined)}, {weight: 2, arbitrary: gap}),
	),
});

function cutSession(acts: readonly Act[], cuts: Iterator<number | undefined>): readonly Chunk[] {
	const chunks: Chunk[] = [];
	let chunk: number[] = [];
	const cut = (milliseconds: number): void => {
		chunks.push(Buffer.from(chunk), milliseconds);
		chunk = [];
	};
	for (const [index, {bytes}] of acts.entries()) {
		// What is typed quickly after Esc may as well be the rest of it: a person who means Esc waits.
		const before = acts[index - 1];
		if (before === lone && /^[\t\b\u007f -~]/.test(bytes)) cut(1000);
		// Nor is a small letter behind a key of the numeric keypad told from a name after Esc.
		if (/^\u001bO[a-z]$/.test(before?.bytes ?? '') && /^[a-z]/.test(bytes)) cut(1000);
		for (const byte of Buffer.from(bytes)) {
			chunk.push(byte);
			const milliseconds = cuts.next().value;
			if (milliseconds !== undefined) cut(milliseconds);
		}
	}
	return [...chunks, Buffer.from(chunk)];
}

/** What was read, without each Esc that was taken back. */
function settle(inputs: readonly Input[]): readonly string[] {
	const names: string[] = [];
	for (const input of inputs) {
		if (input.type === 'no-escape') expect(names.pop()).toBe('escape');
		if ((input.type === 'key' || input.type === 'no-escape') && input.key !== undefined)
			names.push(input.key.chord);
		if (input.type === 'paste') names.push(JSON.stringify(input.text));
	}
	return names;
}

describe('a session over a slow line', () => {
	it('is read as it was meant, wherever it is cut and for how long', () => {
		fc.assert(
			fc.property(session, ({acts, cuts}) => {
				const inputs = readInputs(cutSession(acts, cuts));
				expect(settle(inputs)).toEqual(acts.flatMap(({read}) => read));
			}),
			{numRuns: 2000},
		);
	});

	it.each([...keys, ...answers].map((one) => [one.bytes, one]))(
		'types nothing of %j, cut at each byte',
		(bytes, {read}) => {
			for (let position = 1; position < Buffer.byteLength(bytes); position += 1) {
				const all = Buffer.from(bytes);
				for (const milliseconds of [0, 60, 900]) {
					const chunks = [all.subarray(0, position), milliseconds, all.subarray(position)];
					expect(settle(readInputs(chunks))).toEqual(read);
				}
			}
		},
	);
});

describe('anything', () => {
	it('throws nowhere, and leaves nothing open for ever', () => {
		fc.assert(
			fc.property(fc.array(fc.oneof(fc.uint8Array({maxLength: 20}), gap)), (chunks) => {
				readInputs(chunks);
			}),
		);
	});

	it('loses no printable character, however the chunks are cut', () => {
		const printable = fc.string({unit: fc.constantFrom('a', 'Z', '1', ' ', '中', 'é', '?', '\r', '\t')});
		fc.assert(
			fc.property(fc.array(printable), (chunks) => {
				const names = settle(readInputs(chunks));
				const text = names.map((name) => ({space: ' ', enter: '\r', tab: '\t'})[name] ?? name);
				expect(text.join('')).toBe(chunks.join(''));
			}),
		);
	});
});
