import {spawnSync} from 'node:child_process';
import {copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {emptyChange, updateChange} from '../../source/domain/change.ts';
import {findUser, type Sheet} from '../../source/domain/sheet.ts';
import type {Store} from '../../source/store/store.ts';
import type {CheckpointStep} from '../../source/store/write-checkpoint.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {makeUsers} from '../helpers/make-users.ts';
import {done, good, makeFolder, modeOf, open, removeLocks} from './store-folder.ts';

const ann = makeUser(1, {lastName: 'Archer', pbxSipPassword: 'correct-horse', deploymentPin: '8050'});

/** A store with some changes in it. */
async function makeStore() {
	const folder = makeFolder();
	const {store, sheet} = await open(folder);
	let last = (await done(store.commit({...emptyChange('Add'), added: [ann, makeUser(2)]}, sheet))).sheet;
	last = (await rename(store, last, 'Abel')).sheet;
	last = (await done(store.commit({...emptyChange('Delete'), removed: last.users.slice(1)}, last))).sheet;
	return {folder, store, sheet: last};
}

function rename(store: Store, sheet: Sheet, lastName: string) {
	const user = findUser(sheet, 1) ?? ann;
	return done(
		store.commit(
			updateChange(`Name ${lastName}`, user, {...user, lastName, pbxSipPassword: lastName}),
			sheet,
		),
	);
}

const labels = async (store: Store) => good(await store.entries()).map((entry) => entry.change.label);

describe('a checkpoint', () => {
	test('holds the sheet, empties the journal and fills the history, all private', async () => {
		const {folder, store, sheet} = await makeStore();
		expect(await store.checkpoint()).toBe('done');
		expect(JSON.parse(readFileSync(store.file, 'utf8'))).toMatchObject({revision: 3});
		expect(readFileSync(path.join(folder, 'journal.jsonl'), 'utf8').split('\n')).toHaveLength(2);
		expect(readdirSync(folder).sort()).toEqual(['history.jsonl', 'journal.jsonl', 'users.json']);
		expect(readdirSync(folder).map((name) => modeOf(path.join(folder, name)))).toEqual(['600', '600', '600']);
		expect((await open(folder)).sheet).toEqual(sheet);
		expect(store.read()).toBe(sheet);
		expect(await store.checkpoint()).toBe('nothing');
		const {sheet: next} = await rename(store, sheet, 'Baker');
		expect((await open(folder)).sheet).toEqual(next);
		expect(await labels(store)).toEqual(['Name Baker', 'Delete', 'Name Abel', 'Add']);
	});

	test('takes the four secrets out of the history, and keeps PINs', async () => {
		const {folder, store} = await makeStore();
		expect(good(await store.entries()).at(-1)?.change.added[0]).toEqual(ann);
		await store.checkpoint();
		const text = readFileSync(path.join(folder, 'history.jsonl'), 'utf8');
		expect(text).not.toMatch(/correct-horse|pbxSipPassword/);
		const [, edit, add] = good(await store.entries());
		expect(add).toMatchObject({withoutSecrets: true, change: {added: [{...ann, pbxSipPassword: ''}, {}]}});
		expect(edit?.change.updated).toEqual([
			{id: 1, firstName: '', lastName: 'Archer', cells: {lastName: {before: 'Archer', after: 'Abel'}}},
		]);
	});

	test('of a large store is written by a worker, while others go on writing', async () => {
		const folder = makeFolder();
		const {store, sheet} = await open(folder);
		let last = (await done(store.commit({...emptyChange('Crowd'), added: makeUsers(3000)}, sheet))).sheet;
		const other = await open(folder);
		let isDone = false;
		const checkpoint = store.checkpoint().then((answer) => {
			isDone = true;
			return answer;
		});
		let edits = 0;
		while (!isDone || edits < 5) {
			const writer = edits % 2 === 0 ? store : other.store;
			last = (await rename(writer, last, `Name ${edits}`)).sheet;
			edits += 1;
		}
		expect(await checkpoint).toBe('done');
		expect((await open(folder)).sheet).toEqual(last);
		expect(other.store.read()).toEqual(last);
		const revisions = good(await store.entries()).map((entry) => entry.revision);
		expect(revisions).toEqual(Array.from({length: edits + 1}, (_, index) => edits + 1 - index));
	});

	test('is not written read-only, nor without a store', async () => {
		const {folder, store} = await makeStore();
		const reader = await open(folder, true);
		expect(await reader.store.checkpoint()).toMatchObject({error: {kind: 'read-only'}});
		expect(await (await open(makeFolder())).store.checkpoint()).toBe('nothing');
		await store.close();
	});

	test('drops from the history what is too old or too much', async () => {
		const {folder, store, sheet} = await makeStore();
		const settings = {...sheet.settings, history: {days: 365, entries: 2}};
		const changed = {...emptyChange('Keep two'), settings: [sheet.settings, settings] as const};
		const {sheet: after} = await done(store.commit(changed, sheet));
		await store.checkpoint();
		expect(await labels(store)).toEqual(['Keep two', 'Delete']);
		await rename(store, after, 'Baker');
		await store.checkpoint();
		expect(await labels(store)).toEqual(['Name Baker', 'Keep two']);
		expect(readdirSync(folder).sort()).toEqual(['history.jsonl', 'journal.jsonl', 'users.json']);
	});

	test('gives the history in pages', async () => {
		const {store, sheet} = await makeStore();
		const newest = async (after: number) => good(await store.history({after})).map(({revision}) => revision);
		expect(await newest(1)).toEqual([3, 2]);
		await store.checkpoint();
		await rename(store, sheet, 'Baker');
		expect(await newest(1)).toEqual([4, 3, 2]);
		expect(await newest(3)).toEqual([4]);
		expect(await newest(4)).toEqual([]);
		expect(good(await store.history({limit: 1, before: 4})).map(({revision}) => revision)).toEqual([3]);
		expect(good(await store.history({limit: 5, before: 3})).map(({revision}) => revision)).toEqual([2, 1]);
	});
});

const steps: readonly CheckpointStep[] = ['archived', 'prepared', 'replaced', 'rotated'];

describe('a checkpoint that is cut short', () => {
	test.each(steps)('when it has %s loses nothing, and the history has each entry once', async (step) => {
		const {folder, store, sheet} = await makeStore();
		const source = new URL('../../source/store/write-checkpoint.ts', import.meta.url).href;
		const script = `
			const {writeCheckpoint} = await import(${JSON.stringify(source)});
			await writeCheckpoint(${JSON.stringify(store.file)}, {state: ''}, (step) => {
				if (step === ${JSON.stringify(step)}) process.kill(process.pid, 'SIGKILL');
			});`;
		const died = spawnSync(process.execPath, ['--input-type=module', '--eval', script]);
		expect(died.signal).toBe('SIGKILL');
		expect((await open(folder)).sheet).toEqual(sheet);
		expect(await labels(store)).toEqual(['Delete', 'Name Abel', 'Add']);

		removeLocks(folder);
		const {sheet: next} = await rename(store, sheet, 'Baker');
		expect((await open(folder)).sheet).toEqual(next);
		expect(await store.checkpoint()).toBe('done');
		expect((await open(folder)).sheet).toEqual(next);
		expect(await labels(store)).toEqual(['Name Baker', 'Delete', 'Name Abel', 'Add']);
		const archived = readFileSync(path.join(folder, 'history.jsonl'), 'utf8').match(/"revision":\d+/g);
		expect(archived).toEqual(['"revision":1', '"revision":2', '"revision":3', '"revision":4']);
		expect(readdirSync(folder).sort()).toEqual(['history.jsonl', 'journal.jsonl', 'users.json']);
	});

	test('in the middle of the history is made good', async () => {
		const {folder, store, sheet} = await makeStore();
		const journal = path.join(folder, 'journal.jsonl');
		const before = readFileSync(journal);
		copyFileSync(store.file, path.join(folder, 'kept'));
		await store.checkpoint();
		const history = path.join(folder, 'history.jsonl');
		writeFileSync(history, readFileSync(history).subarray(0, -20));
		writeFileSync(journal, before);
		copyFileSync(path.join(folder, 'kept'), store.file);
		const again = await open(folder);
		expect(again.sheet).toEqual(sheet);
		await again.store.checkpoint();
		expect(await labels(again.store)).toEqual(['Delete', 'Name Abel', 'Add']);
		expect(existsSync(`${history}.next`)).toBe(false);
	});
});
