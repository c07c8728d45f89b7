import {describe, expect, it} from 'vitest';
import {chosenEntry, type HistoryState} from '../../source/app/screens/history/history-state.ts';
import {countImport} from '../../source/csv/count-import.ts';
import {parseCsv} from '../../source/csv/parse.ts';
import {planImport} from '../../source/csv/plan/plan-import.ts';
import {emptyChange, updateOf} from '../../source/domain/change.ts';
import type {Entry} from '../../source/domain/entry.ts';
import {findUser} from '../../source/domain/sheet.ts';
import {finishWork} from '../../source/domain/work.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {type ModelSession, openSession, summaryOf} from '../helpers/model-session.ts';

function history(session: ModelSession): HistoryState {
	const state = session.model().screens.findLast((screen) => screen.name === 'history');
	if (state === undefined) throw new Error('The history is not open');
	return state;
}

const labels = (session: ModelSession) => history(session).entries?.map(({label}) => label);

/** What a question says below its first line. */
function details(session: ModelSession): readonly string[] {
	const screen = session.model().screens.at(-1);
	return screen?.name === 'confirm' ? screen.details : [];
}

describe('the history', () => {
	it('lists what was changed, newest first, and knows where from', () => {
		const session = openSession(makeSheet(3));
		session.press('Zoe', 'enter', 'ctrl+z', 'ctrl+y', 'ctrl+k', 'y', 'f9');
		expect(history(session).entries?.map(({origination: {from}}) => from)).toEqual([
			'grid',
			'undo',
			'undo',
			'grid',
		]);
		expect(labels(session)?.at(-1)).toMatch(/^Edit First name of Samir O'Neill/);
		expect(labels(session)?.[2]).toMatch(/^Undo: Edit/);
		expect(labels(session)?.[1]).toMatch(/^Redo: Edit/);
	});

	it('moves by line, page and end, and stays inside', () => {
		const session = openSession(makeSheet(1));
		session.history.push(...makeEntries(2000));
		session.press('f9', 'up');
		expect(history(session).list.cursor.row).toBe(0);
		session.press('down', 'pagedown');
		expect(history(session).list.cursor.row).toBe(19);
		session.press('ctrl+end', 'down', 'pagedown');
		expect(history(session).list.cursor.row).toBe(1999);
		session.press('ctrl+home');
		expect(history(session).list.cursor.row).toBe(0);
	});

	it('says that there is nothing yet, and undoes nothing', () => {
		const session = openSession(makeSheet(1));
		session.press('ctrl+t', 'enter', 'pagedown', 'u');
		expect(session.model().notice?.text).toBe('Nothing has been changed yet.');
		session.press('escape');
		expect(session.model().screens).toEqual([]);
	});

	it('opens a change with its values, and comes back to the same line', () => {
		const session = openSession(makeSheet(3));
		session.press('A', 'enter', 'B', 'enter', 'f9', 'down', 'enter');
		expect(history(session).opened?.lines).toMatchObject({
			length: 1,
			change: {updated: [{id: 1, cells: {firstName: {after: 'A'}}}]},
		});
		session.press('down', 'pagedown', 'escape');
		expect(history(session).opened).toBeUndefined();
		expect(history(session).list.cursor.row).toBe(1);
	});

	it('keeps the keys typed while it is read', () => {
		const session = openSession(makeSheet(1));
		session.send({type: 'history/open'});
		expect(session.effects).toContainEqual({type: 'store/history'});
		expect(history(session).entries).toEqual([]);
		session.send({type: 'history/refused', message: 'The store cannot be read.'});
		expect(history(session).problem).toBe('The store cannot be read.');
	});

	it('shows only what matches a filter, and goes back to all of it', () => {
		const session = openSession(makeSheet(3));
		session.press('A', 'enter', 'B', 'enter', 'C', 'enter', 'ctrl+z', 'f9', '/', 'UNDO  name');
		expect(history(session).list.rows).toEqual([5]);
		session.press('escape');
		expect(history(session).list.rows).toHaveLength(4);
		session.press('/', '2026-03-08 14:03', 'enter', 'enter');
		expect(history(session).opened?.entry.change.label).toBe('Edit First name of Peter Carter');
		session.press('escape', '/', ' nobody', 'enter', 'enter');
		expect(session.model().notice?.text).toBe('No change matches the filter: Esc takes it away.');
		session.press('u', 'escape');
		expect(history(session).list.rows).toHaveLength(4);
		session.press('escape');
		expect(session.model().screens).toEqual([]);
	});

	it('keeps the cursor on its change while newer ones come in', () => {
		const session = openSession(makeSheet(2));
		session.press('A', 'enter', 'B', 'enter', 'f9', 'down');
		const entry = chosenEntry(history(session));
		session.history.unshift(...makeEntries(3));
		session.send({type: 'history/loaded', entries: session.history.map(summaryOf), now: '', timeZone: 'UTC'});
		expect(chosenEntry(history(session))).toBe(entry);
		expect(history(session).list.cursor.row).toBe(4);
	});
});

describe('undoing from the history', () => {
	it('asks, and makes one new change that is itself in the history', () => {
		const sheet = makeSheet(3);
		const session = openSession(sheet);
		session.press('A', 'enter', 'B', 'enter', 'f9', 'down', 'u');
		expect(details(session)).toEqual([
			'It makes one new change: 1 user changed.',
			'Nothing of it was changed since.',
		]);
		session.press('y');
		expect(session.stored().users.map((user) => user.firstName)).toEqual([
			sheet.users[0]?.firstName,
			'B',
			sheet.users[2]?.firstName,
		]);
		expect(labels(session)?.[0]).toBe("Undo: Edit First name of Samir O'Neill");
		expect(history(session).entries?.[0]?.origination).toEqual({from: 'undo'});
		expect(session.model().notice?.text).toMatch(
			/^Undone: Edit First name of Samir O'Neill.*1 user changed\.$/,
		);
		session.press('escape', 'ctrl+z');
		expect(findUser(session.stored(), 1)?.firstName).toBe('A');
	});

	it('leaves what was changed since, and marks it in the opened change', () => {
		const session = openSession(makeSheet(2));
		const [first, second] = session.model().sheet.users;
		if (first === undefined || second === undefined) throw new Error('Two users');
		session.history.push({
			...entryOf(1),
			change: {
				...emptyChange('Import old.csv: 2 updated'),
				updated: [
					updateOf({...first, firstName: 'Old'}, first),
					updateOf({...second, firstName: 'Old', lastName: 'Older'}, {...second, firstName: 'Then'}),
				],
			},
		});
		session.press('f9', 'enter', 'u');
		expect(details(session)[1]).toBe('1 thing is left as it is:');
		expect(details(session)[2]).toContain('2 ');
		expect(details(session)[2]).toContain(', First name: changed since');
		expect([...(history(session).opened?.left.keys() ?? [])]).toEqual(['user 2 firstName']);
		session.press('y');
		expect(session.stored().users.map((user) => user.firstName)).toEqual(['Old', second.firstName]);
		expect(findUser(session.stored(), 2)?.lastName).toBe('Older');
		expect(history(session).opened).toBeUndefined();
	});

	it('says why nothing can be undone', () => {
		const session = openSession(makeSheet(2));
		session.press('A', 'enter', 'up', 'B', 'enter', 'f9', 'down', 'u');
		expect(session.model().notice).toMatchObject({tone: 'bad'});
		expect(session.model().notice?.text).toContain('Nothing can be undone. 1 B ');
		expect(session.model().screens).toHaveLength(1);
	});

	it('undoes what was asked about, also when the list has grown under the question', () => {
		const session = openSession(makeSheet(2));
		session.press('A', 'enter');
		session.holdCommits = true;
		session.press('B', 'enter', 'f9', 'u');
		const {sheet, pending} = session.model();
		const change = pending[0]?.change;
		if (change === undefined) throw new Error('Nothing is pending');
		const latest = {...entryOf(sheet.revision), change};
		session.history.unshift(latest);
		session.send({type: 'store/committed', sheet, change, conflicts: [], others: [], timeZone: 'UTC'});
		expect(chosenEntry(history(session))).toBe(summaryOf(latest));
		session.press('y');
		expect(session.model().pending[0]?.change.label).toBe("Undo: Edit First name of Samir O'Neill");
	});

	it('asks again when the sheet has changed since the question, and marks anew what would be left', () => {
		const session = openSession(makeSheet(2));
		session.press('A', 'enter', 'up', 'f9', 'enter', 'u');
		expect(history(session).opened?.left.size).toBe(0);
		session.send({type: 'users/set-cell', id: 1, key: 'lastName', value: 'Else'});
		session.press('y');
		expect(session.model().screens.at(-1)).toMatchObject({name: 'confirm'});
		expect(session.model().notice?.text).toBe('The sheet has changed meanwhile: please look again.');
		session.press('n');
		session.send({type: 'users/set-cell', id: 1, key: 'firstName', value: 'Other'});
		expect(history(session).opened?.left.size).toBe(1);
	});

	it('shows a read-only sheet its history, and undoes nothing', () => {
		const session = openSession(makeSheet(1), {readOnly: true});
		session.history.push(...makeEntries(1));
		session.press('f9', 'enter', 'u');
		expect(session.model().notice?.text).toContain('--read-only');
		expect(history(session).opened).toBeDefined();
	});

	it('tells the form from an import, which has its file and its hash', () => {
		const session = openSession(makeSheet(1));
		session.press('f4');
		session.send({type: 'form/set-value', key: 'lastName', value: 'Archer'});
		session.send({type: 'form/set-value', key: 'email', value: 'archer@example.com'});
		session.press('ctrl+s', 'f5');
		const table = finishWork(parseCsv('Last name,Email address\nBaker,baker@example.com\n', 'utf-8'));
		if ('refused' in table) throw new Error(table.refused.message);
		session.send({
			type: 'import/file-read',
			path: 'lists/new.csv',
			reading: {},
			table,
			hash: 'abc',
			importedBefore: undefined,
			rejectsOf: undefined,
		});
		const asked = session.effects.findLast((effect) => effect.type === 'import/plan');
		if (asked === undefined) throw new Error('No plan was asked for');
		const plan = finishWork(planImport(table, asked.options, asked.sheet, asked.fileName));
		if ('refused' in plan) throw new Error(plan.refused.message);
		session.send({type: 'import/planned', plan});
		session.press('enter', 'enter', 'y', 'ctrl+z');
		expect(session.history.map(({origination}) => origination)).toEqual([
			{from: 'undo'},
			{from: 'import', fileName: 'new.csv', hash: 'abc', counts: countImport(plan)},
			{from: 'form'},
		]);
	});
});

function makeEntries(amount: number): readonly Entry[] {
	return Array.from({length: amount}, (_, index) => entryOf(90_000 - index));
}

function entryOf(revision: number): Entry {
	return {
		revision,
		at: '2026-03-08T13:05:00.000Z',
		author: {user: 'ann', client: '10.0.0.5'},
		origination: {from: 'command-line'},
		change: {...emptyChange(`Change ${revision}`), added: []},
	};
}
