import {appendFileSync, chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {emptyChange, updateChange} from '../../source/domain/change.ts';
import {formatVersion} from '../../source/store/checkpoint/migrations.ts';
import {examineStore} from '../../source/store/doctor/examine-store.ts';
import {salvageStore} from '../../source/store/doctor/salvage-store.ts';
import {plainSeal} from '../../source/store/seal/seal.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {bad, done, good, makeFolder, modeOf, open, refuse, snapshot} from './store-folder.ts';

const ann = makeUser(1, {lastName: 'Archer', pbxSipPassword: 'correct-horse'});

/** A store with a history, a backup, and three entries in the journal. */
async function makeStore() {
	const folder = makeFolder();
	const {store, sheet} = await open(folder);
	let last = (await done(store.commit({...emptyChange('Add'), added: [ann]}, sheet))).sheet;
	await store.checkpoint();
	good(await store.backup());
	for (const lastName of ['Abel', 'Baker', 'Carter']) {
		const [user = ann] = last.users;
		last = (await done(store.commit(updateChange('Edit', user, {...user, lastName}), last))).sheet;
	}
	await store.close();
	return {folder, sheet: last, journal: path.join(folder, 'journal.jsonl'), file: store.file};
}

describe('an examination', () => {
	test('of a sound store finds everything and no problem, and writes nothing', async () => {
		const {folder, sheet} = await makeStore();
		const before = snapshot(folder);
		const found = good(examineStore(folder, plainSeal));
		expect(found).toMatchObject({problems: [], isDamaged: false});
		expect(found).toMatchObject({
			checkpoint: {revision: 1, version: formatVersion, users: 1},
			journal: {header: {revision: 1}, entries: 3, revisions: [2, 4], torn: false, lost: 0},
			history: {entries: 1, revisions: [1, 1]},
			sheet,
		});
		expect(found.files.map(({role}) => role).sort()).toEqual([
			'backup',
			'checkpoint',
			'folder',
			'history',
			'journal',
		]);
		expect(snapshot(folder)).toEqual(before);
	});

	test('names each line that is damaged, what builds on it, leftovers, locks and modes', async () => {
		const {folder, journal, file} = await makeStore();
		writeFileSync(journal, readFileSync(journal, 'utf8').replace('Baker', 'Balker'));
		appendFileSync(journal, '12345678 90 {"rev');
		writeFileSync(path.join(folder, 'users.json.next.tmp-1'), '');
		mkdirSync(path.join(folder, 'users.json.lock'));
		chmodSync(file, 0o644);
		const {problems, sheet} = good(examineStore(folder, plainSeal));
		expect(problems.map((problem) => problem.replaceAll(folder, ''))).toEqual([
			'/journal.jsonl: line 3 does not match its checksum.',
			'/journal.jsonl: 1 of its changes builds on what is damaged before them.',
			expect.stringMatching(/^\/journal\.jsonl ended with part of a change .* never reported as saved/),
			'/users.json can be read by others than its owner (mode 644); it holds passwords.',
			'/users.json.lock is there: a process is writing, or was killed while it wrote.',
			'/users.json.next.tmp-1 was left by a process that was killed; the next change removes it.',
		]);
		expect(sheet?.users[0]?.lastName).toBe('Abel');
		expect(problems.join()).not.toMatch(/correct-horse|Abel/);
	});

	test('of a store without its checkpoint calls that damage', async () => {
		const {folder, file} = await makeStore();
		rmSync(file);
		expect(good(examineStore(folder, plainSeal))).toMatchObject({
			checkpoint: {kind: 'missing'},
			isDamaged: true,
		});
	});

	test('of an empty folder says so', () => {
		expect(good(examineStore(makeFolder(), plainSeal))).toMatchObject({
			checkpoint: {kind: 'missing', reason: 'it does not exist'},
			files: [],
			isDamaged: false,
		});
	});
});

describe('salvaging', () => {
	test('writes what can be read into a new store, and leaves the damaged one alone', async () => {
		const {folder, journal} = await makeStore();
		writeFileSync(journal, readFileSync(journal, 'utf8').replace('Baker', 'Balker'));
		expect((await refuse(folder)).kind).toBe('damaged');
		const before = snapshot(folder);
		const target = path.join(makeFolder(), 'saved');
		const saved = good(salvageStore(folder, plainSeal, target));
		expect(snapshot(folder)).toEqual(before);
		const {store, sheet} = await open(target);
		expect(sheet).toEqual(saved.sheet);
		expect(sheet.users[0]?.lastName).toBe('Abel');
		expect(good(await store.history()).map(({revision}) => revision)).toEqual([2, 1]);
		expect([modeOf(target), modeOf(saved.file)]).toEqual(['700', '600']);
		const [user = ann] = sheet.users;
		await done(store.commit(updateChange('Edit', user, {...user, email: 'a@b.c'}), sheet));
	});

	test('falls back to the newest backup that can be read', async () => {
		const {folder, file, journal} = await makeStore();
		writeFileSync(file, 'garbage');
		rmSync(journal);
		const saved = good(salvageStore(folder, plainSeal, path.join(makeFolder(), 'saved')));
		expect(path.basename(path.dirname(saved.source))).toBe('backups');
		expect(saved.sheet.users).toEqual([ann]);
	});

	test('leaves out what cannot be read of the history', async () => {
		const {folder} = await makeStore();
		await (await open(folder)).store.checkpoint();
		const history = path.join(folder, 'history.jsonl');
		writeFileSync(history, readFileSync(history, 'utf8').replace('Baker', 'Balker'));
		expect(good(examineStore(folder, plainSeal)).isDamaged).toBe(true);
		const target = path.join(makeFolder(), 'saved');
		good(salvageStore(folder, plainSeal, target));
		expect(good(examineStore(target, plainSeal))).toMatchObject({problems: [], history: {entries: 3}});
		const {store: saved} = await open(target);
		expect(good(await saved.history()).map(({revision}) => revision)).toEqual([4, 2, 1]);
	});

	test('is refused into a folder with something in it, and where there is nothing', async () => {
		const {folder} = await makeStore();
		expect(bad(salvageStore(folder, plainSeal, folder)).kind).toBe('not-writable');
		expect(bad(salvageStore(makeFolder(), plainSeal, path.join(makeFolder(), 'saved'))).kind).toBe('damaged');
	});
});
