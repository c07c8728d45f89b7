import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {findField} from '../../source/csv/find-field.ts';
import {emptyChange, type Update} from '../../source/domain/change.ts';
import {listFieldChanges, takeFieldChanges} from '../../source/domain/field-changes.ts';
import {formFields, gridFields, storedFields} from '../../source/domain/field-lists.ts';
import {planUndo} from '../../source/domain/plan-undo.ts';
import {finishWork} from '../../source/domain/work.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {done, good, makeFolder, open} from './store-folder.ts';

vi.mock('../../source/domain/system-fields.ts', async (importActual) => {
	const actual = await importActual<typeof import('../../source/domain/system-fields.ts')>();
	const row = {role: 'system', key: 'visitedOn', header: 'Visited on', initial: ''};
	return {
		...actual,
		systemFields: [...actual.systemFields, row],
		systemKeys: [...actual.systemKeys, row.key],
	};
});

const visitedOn = (before: string, after: string, lastName = ''): Update => ({
	id: 1,
	firstName: '',
	lastName,
	cells: Object.fromEntries([['visitedOn', {before, after}]]),
});

/** A store with one user, whose new field was set. */
async function makeStore() {
	const folder = makeFolder();
	const {store, sheet} = await open(folder);
	const {sheet: first} = await done(store.commit({...emptyChange('Add'), added: [makeUser(1)]}, sheet));
	const set = {...emptyChange('Deploy'), updated: [visitedOn('', '2026-03-08')]};
	return {folder, store, first, set, ...(await done(store.commit(set, first)))};
}

describe('one more row of the system fields', () => {
	test('is stored, read again from journal and checkpoint, and left out where it is empty', async () => {
		const {folder, store, sheet} = await makeStore();
		expect(sheet.users).toMatchObject([{id: 1, origin: 'manual', visitedOn: '2026-03-08'}]);
		expect((await open(folder)).sheet).toEqual(sheet);
		expect(await store.checkpoint()).toBe('done');
		expect((await open(folder)).sheet).toEqual(sheet);
		expect(readFileSync(path.join(folder, 'users.json'), 'utf8')).toContain('"visitedOn":"2026-03-08"');
		await done(store.commit({...emptyChange('Add'), added: [makeUser(2)]}, sheet));
		expect((await open(folder)).sheet.users).toMatchObject([{}, {id: 2, visitedOn: ''}]);
	});

	test('is in the history, where it can be undone', async () => {
		const {store, sheet, set} = await makeStore();
		const [entry] = good(await store.entries());
		expect(entry?.change).toEqual(set);
		const lines = takeFieldChanges(finishWork(listFieldChanges(set)), 0, 9);
		expect(lines).toMatchObject([{field: 'Visited on', before: '', after: '2026-03-08'}]);
		expect(planUndo({change: set}, sheet)).toMatchObject({
			change: {updated: [visitedOn('2026-03-08', '')]},
			left: [],
		});
	});

	test('can be in conflict', async () => {
		const {store, first} = await makeStore();
		const other = {...emptyChange('Deploy'), updated: [visitedOn('', '2026-04-01')]};
		const {conflicts, entry} = await done(store.commit(other, first, {prefer: 'neither'}));
		expect(conflicts).toMatchObject([{what: 'user', id: 1, key: 'visitedOn', reason: 'changed-since'}]);
		expect(entry).toBeUndefined();
	});

	test('is no column of grid, form or CSV file', () => {
		for (const fields of [gridFields, formFields, storedFields])
			expect(fields.map(({header}) => header)).not.toContain('Visited on');
		expect(findField('Visited on')).toBeUndefined();
	});
});
