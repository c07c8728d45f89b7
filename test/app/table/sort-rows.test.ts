import {describe, expect, it} from 'vitest';
import {keymaps} from '../../../source/app/keymap/keymaps.ts';
import {makeUser, sheetOf} from '../../domain/make-sheet.ts';
import {goTo} from '../../helpers/go-to.ts';
import {makeSheet} from '../../helpers/make-users.ts';
import {type ModelSession, openSession} from '../../helpers/model-session.ts';

const people = [
	['Zoë', 'Archer', '10'],
	['Ann', 'Baker', '2'],
	['Ärlig', 'Archer', ''],
	['ann', 'archer', '2'],
	['', 'Baker', '100'],
] as const;
const sheet = sheetOf(
	...people.map(([firstName, lastName, directoryNumber], place) =>
		makeUser(place + 1, {firstName, lastName, directoryNumber, email: `${place}@example.com`}),
	),
);

const rows = (session: ModelSession) => session.model().grid.rows;
const order = (session: ModelSession) =>
	session
		.model()
		.grid.sort.map(({key, descending}) => `${key} ${descending ? 'v' : '^'}`)
		.join(', ');

describe('sorting', () => {
	it.each([
		['numbers by value, blanks last', ['directoryNumber'], [2, 4, 1, 5, 3]],
		['downwards, blanks last', ['directoryNumber', 'directoryNumber'], [5, 1, 2, 4, 3]],
		['names by letter, whatever case and accents', ['firstName'], [2, 4, 3, 1, 5]],
		['not any more', ['firstName', 'firstName', 'firstName'], [1, 2, 3, 4, 5]],
		['by the last column alone', ['lastName', 'firstName'], [2, 4, 3, 1, 5]],
		['by a second column', ['lastName', '+firstName'], [4, 3, 1, 2, 5]],
		['by a second column downwards', ['lastName', '+directoryNumber', '+directoryNumber'], [1, 4, 3, 5, 2]],
		['by three', ['lastName', '+firstName', '+id', '+id'], [4, 3, 1, 2, 5]],
		['by the second column no more', ['lastName', '+firstName', '+firstName', '+firstName'], [1, 3, 4, 2, 5]],
		['the first column turned', ['lastName', '+firstName', '+lastName'], [2, 5, 4, 3, 1]],
		['by one column after several', ['lastName', '+firstName', 'lastName'], [1, 3, 4, 2, 5]],
	])('%s', (_, keys, expected) => {
		const session = openSession(sheet);
		for (const key of keys) {
			const adds = key.startsWith('+');
			const field = (adds ? key.slice(1) : key) as 'id';
			session.press(goTo(field), adds ? 'ctrl+n' : 'ctrl+o');
		}
		expect(rows(session)).toEqual(expected);
	});

	it('says the order', () => {
		const session = openSession(sheet);
		session.press(goTo('lastName'), 'ctrl+o', goTo('directoryNumber'), 'ctrl+n', 'ctrl+n');
		expect(order(session)).toBe('lastName ^, directoryNumber v');
		expect(session.model().notice?.text).toContain('Sorted by Last name, Directory Number v.');
	});

	it('keeps the order while a filter comes and goes', () => {
		const session = openSession(sheet, {keymap: keymaps.vim});
		session.press(goTo('lastName'), 'ctrl+o', goTo('firstName'), 'ctrl+n', '/', 'archer', 'enter');
		expect(rows(session)).toEqual([4, 3, 1]);
		session.press('escape');
		expect(rows(session)).toEqual([4, 3, 1, 2, 5]);
	});

	it('leaves the work on many rows to the shell, and keys wait for it', () => {
		const session = openSession(makeSheet(5000));
		session.press('ctrl+o');
		expect(session.effects.some(({type}) => type === 'table/arrange')).toBe(true);
	});
});
