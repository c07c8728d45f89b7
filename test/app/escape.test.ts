import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {noticeOf} from '../../source/app/model.ts';
import {storedFields} from '../../source/domain/field-lists.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {type ModelSession, openSession} from '../helpers/model-session.ts';
import {openTerminalSession} from '../helpers/terminal-session.ts';
import {noKeys, terminalKeys} from '../terminal/input/terminal-keys.ts';

/** A sheet in which the second after Esc passes only with `escape/expire`. */
function open(): ModelSession {
	const session = openSession(makeSheet(5));
	session.holdEscape = true;
	return session;
}

const topName = (session: ModelSession) => session.model().screens.at(-1)?.name;

describe('Esc in the grid', () => {
	it('leaves the filter for a digit, which makes a function key of it', () => {
		const session = open();
		session.press('/', 'example', 'enter', 'escape');
		expect(session.model().grid.filter).toBe('example');
		session.press('6');
		expect(topName(session)).toBe('pin');
		expect(session.model().grid.filter).toBe('example');
		expect(session.model().recentEscape).toBeUndefined();
	});

	it('takes the filter away with the next key, before that does what it does', () => {
		const session = open();
		session.press('/', 'example', 'enter', 'escape', 'ctrl+end');
		expect(session.model().grid.filter).toBe('');
		expect(session.model().grid.cursor.row).toBe(4);
	});

	it('takes the filter away after a second, then the marks', () => {
		const session = open();
		session.press('space', '/', 'example', 'enter', 'escape');
		session.send({type: 'escape/expire'});
		expect(session.model().grid.filter).toBe('');
		expect(session.model().grid.marks.size).toBe(1);
		session.press('escape', 'escape');
		expect(session.model().grid.marks.size).toBe(0);
	});

	it('takes it away before what is pasted', () => {
		const session = open();
		session.press('/', 'example', 'enter', 'escape');
		session.send({type: 'input/paste', text: 'Zoe'});
		expect(session.model().grid.filter).toBe('');
		expect(session.model().grid.editor?.field.text).toBe('Zoe');
	});

	it('does not answer a question that comes in between', () => {
		const session = open();
		session.press('/', 'example', 'enter', 'escape');
		session.send({type: 'users/ask-delete'});
		session.send({type: 'escape/expire'});
		expect(topName(session)).toBe('confirm');
		expect(noticeOf(session.model())?.text).not.toBe('Esc-');
	});

	it('is over after a second: a digit is text again', () => {
		const session = open();
		session.press('escape');
		session.send({type: 'escape/expire'});
		session.press('5');
		expect(session.model().grid.editor?.field.text).toBe('5');
	});
});

describe('Esc elsewhere', () => {
	it('closes a cell at once, and a digit after it is no text of a cell', () => {
		const session = open();
		session.press('f2', 'x', 'escape');
		expect(session.model().grid.editor).toBeUndefined();
		session.press('4');
		expect(session.model().grid.editor).toBeUndefined();
		expect(topName(session)).toBe('form');
	});

	it('closes a question at once', () => {
		const session = open();
		session.press('ctrl+k', 'escape');
		expect(session.model().screens).toEqual([]);
		session.press('escape');
		expect(session.model().screens).toEqual([]);
	});

	it('makes a function key of a digit that came with it', () => {
		const session = open();
		session.press('alt+4');
		expect(topName(session)).toBe('form');
		session.press('escape', 'alt+1');
		expect(topName(session)).toBe('commands');
	});
});

describe('an Esc that was the beginning of a key', () => {
	it('gives a cell back as it was, and does what the key does', () => {
		const session = open();
		session.press('Zoe', 'escape');
		session.send({type: 'escape/withdraw', key: {chord: 'down'}});
		expect(session.stored().users[0]?.firstName).toBe('Zoe');
		expect(session.model().grid.cursor.row).toBe(1);
	});

	it('gives it back for what is no key, too', () => {
		const session = open();
		session.press('Zoe', 'escape');
		session.send({type: 'escape/withdraw'});
		expect(session.model().grid.editor?.field.text).toBe('Zoe');
	});

	it('gives a dialog back', () => {
		const session = open();
		session.press('f6', '4711', 'escape');
		session.send({type: 'escape/withdraw', key: {chord: 'left'}});
		const screen = session.model().screens[0];
		expect(screen?.name === 'pin' && screen.field).toEqual({text: '4711', caret: 3});
	});

	it('keeps the filter that was to go', () => {
		const session = open();
		session.press('/', 'example', 'enter', 'escape');
		session.send({type: 'escape/withdraw', key: {chord: 'down'}});
		expect(session.model().grid.filter).toBe('example');
		expect(session.model().grid.cursor.row).toBe(1);
	});

	it('gives all of it back after the second, too, however slow the line is', () => {
		const session = open();
		session.press('Zoe', 'escape');
		session.send({type: 'escape/expire'});
		session.send({type: 'escape/withdraw', key: {chord: 'backspace'}});
		expect(session.model().grid.editor?.field.text).toBe('Zo');
		session.press('enter', '/', 'example', 'enter', 'escape');
		session.send({type: 'escape/expire'});
		session.send({type: 'escape/withdraw', key: {chord: 'up'}});
		expect(session.model().grid.filter).toBe('example');
	});

	it('leaves the key out when others have changed the rows meanwhile', () => {
		const session = open();
		session.press('Zoe', 'escape');
		const [first] = session.stored().users;
		session.commitByOther({
			label: 'Delete',
			added: [],
			updated: [],
			removed: first === undefined ? [] : [first],
		});
		session.send({type: 'escape/withdraw', key: {chord: 'delete'}});
		expect(session.model().grid.editor).toBeUndefined();
		expect(session.model().notice?.text).toContain('press it again');
	});
});

describe('a session over a slow line', () => {
	const keys = terminalKeys
		.flatMap(([_, prefix, table]) =>
			Object.entries(table).map(([bytes, chord]) => [prefix + bytes, chord] as const),
		)
		.filter(([_, chord]) => /^[a-z\d+]{2,}$/.test(chord) && !/^alt\+[bfd]$/.test(chord))
		.map(([bytes]) => bytes);
	const act = fc.oneof(
		{weight: 4, arbitrary: fc.constantFrom(...keys)},
		{
			weight: 2,
			arbitrary: fc.constantFrom('\u001b[A', '\u001b[B', '\u001bOQ', '\r', '\t', '\u001b[C', '\u001b'),
		},
		{weight: 1, arbitrary: fc.constantFrom(...noKeys.slice(0, 10).map(([_, bytes]) => bytes))},
		{weight: 4, arbitrary: fc.constantFrom('é', 'ß', '中', 'üöä')},
		{weight: 1, arbitrary: fc.constant('\u001b[200~é中\u001b[201~')},
	);
	const gap = fc.oneof(fc.constantFrom(0, 49, 51, 900), fc.integer({min: 0, max: 900}));
	const cuts = fc.infiniteStream(fc.option(gap, {freq: 3}));

	it('stores no byte of an escape sequence', () => {
		fc.assert(
			fc.property(fc.array(act, {maxLength: 25}), cuts, (acts, gaps) => {
				const session = openTerminalSession(makeSheet(3));
				const before = session.model().sheet;
				for (const bytes of acts) {
					// What is typed quickly after Esc may as well be the rest of it: a person who means Esc waits.
					if (bytes === '\u001b') session.type([1000]);
					for (const byte of Buffer.from(bytes)) session.type([Uint8Array.of(byte), gaps.next().value ?? 0]);
					if (bytes === '\u001b') session.type([1000]);
				}
				session.type([5000]);
				for (const user of session.model().sheet.users) {
					const old = before.users.find(({id}) => id === user.id);
					for (const {key} of storedFields) {
						const left = user[key].replaceAll(/[ éß中üöä]/g, '');
						expect(isSubsequence(left, old?.[key] ?? ''), `${key}: ${left}`).toBe(true);
					}
				}
			}),
			{numRuns: 300},
		);
	});
});

/** Whether a text is another one, of which something may have been deleted. */
function isSubsequence(text: string, whole: string): boolean {
	let position = 0;
	for (const character of whole) if (character === text[position]) position += 1;
	return position === text.length;
}
