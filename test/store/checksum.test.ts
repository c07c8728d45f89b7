import {copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {emptyChange, updateChange} from '../../source/domain/change.ts';
import {readBackup} from '../../source/store/backup/read-backup.ts';
import {decodeSheet} from '../../source/store/checkpoint/decode-sheet.ts';
import {encodeSheet} from '../../source/store/checkpoint/encode-sheet.ts';
import {examineStore} from '../../source/store/doctor/examine-store.ts';
import {salvageStore} from '../../source/store/doctor/salvage-store.ts';
import {plainSeal} from '../../source/store/seal/seal.ts';
import {makeUser, sheetOf} from '../domain/make-sheet.ts';
import {bad, done, encrypt, good, makeFolder, open, refuse, snapshot} from './store-folder.ts';

const ann = makeUser(1, {lastName: 'Archer', pbxSipPassword: 'correct-horse'});
const ben = makeUser(2, {lastName: 'Baker'});
const none = async () => undefined;

/** A store with a checkpoint, a dated copy and an edit in the journal. */
async function makeStore() {
	const folder = path.join(makeFolder(), 'store');
	mkdirSync(folder);
	const {store, sheet: empty} = await open(folder);
	const {sheet: both} = await done(store.commit({...emptyChange('Add'), added: [ann, ben]}, empty));
	expect(await store.checkpoint()).toBe('done');
	const {file: backup} = good(await store.backup());
	const edit = updateChange('Edit', ann, {...ann, lastName: 'Abel'});
	const {sheet} = await done(store.commit(edit, both));
	await store.close();
	return {folder, backup, sheet, both, users: path.join(folder, 'users.json')};
}

const rewrite = (file: string, from: string, to: string): void => {
	const text = readFileSync(file, 'utf8');
	expect(text).toContain(from);
	writeFileSync(file, text.replace(from, to));
};
const withoutChecksum = (file: string): void =>
	writeFileSync(file, readFileSync(file, 'utf8').replace(/"checksum":"[\da-f]{8}",/, ''));

describe('a stored sheet', () => {
	test('of which one bit is another is never taken for another sheet', () => {
		const sheet = sheetOf(ann, ben, makeUser(3, {firstName: 'Élodie', lastName: '小明'}));
		const bytes = Buffer.from(encodeSheet(sheet, '0123456789abcdef'));
		fc.assert(
			fc.property(fc.nat({max: bytes.length - 1}), fc.nat({max: 7}), (at, bit) => {
				const flipped = Buffer.from(bytes);
				flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
				expect(decodeSheet(flipped.toString())).toHaveProperty('kind');
			}),
			{numRuns: 3000},
		);
	});
});

describe('a checkpoint that does not match its checksum', () => {
	test('is refused, and told with how to accept an edit; so it is opened without it', async () => {
		const {folder, users, sheet} = await makeStore();
		rewrite(users, 'Baker', 'Bäcker');
		const before = snapshot(folder);
		const {kind, message} = await refuse(folder);
		expect(kind).toBe('damaged');
		expect(message).toMatch(
			/does not match its checksum.* by hand.*"checksum".*doctor --salvage DIR.*restore/,
		);
		expect(message).not.toMatch(/Bäcker|correct-horse/);
		expect(snapshot(folder)).toEqual(before);
		expect(good(examineStore(folder, plainSeal))).toMatchObject({isDamaged: true, isAltered: true});
		withoutChecksum(users);
		const again = await open(folder);
		expect(again.sheet.users).toMatchObject([{lastName: 'Abel'}, {lastName: 'Bäcker'}]);
		const [first = ann] = again.sheet.users;
		const edit = updateChange('Edit', first, {...first, email: 'a@b.c'});
		expect((await done(again.store.commit(edit, sheet))).sheet.users).toHaveLength(2);
		expect(await again.store.checkpoint()).toBe('done');
		expect(readFileSync(users, 'utf8')).toContain('"checksum":');
	});

	test('is saved from a dated copy and the journal where they lead to the end', async () => {
		const {folder, users, sheet, backup} = await makeStore();
		rewrite(users, 'Baker', 'Bakes');
		const saved = good(salvageStore(folder, plainSeal, path.join(makeFolder(), 'saved')));
		expect(saved).toMatchObject({source: backup, isComplete: true, sheet: {users: sheet.users}});
	});

	test('is better than an older copy, when told', async () => {
		const {folder, users} = await makeStore();
		const {store} = await open(folder);
		expect(await store.checkpoint()).toBe('done');
		await store.close();
		rewrite(users, 'Baker', 'Bakes');
		const saved = good(salvageStore(folder, plainSeal, path.join(makeFolder(), 'saved')));
		expect(saved.source).toBe(users);
		expect(saved.sheet.users).toMatchObject([{lastName: 'Abel'}, {lastName: 'Bakes'}]);
		expect((await open(path.dirname(saved.file))).sheet).toEqual(saved.sheet);
	});
});

test('a dated copy that does not match its checksum is not restored, unless the edit is accepted', async () => {
	const {backup} = await makeStore();
	rewrite(backup, 'Baker', 'Bakes');
	expect(bad(await readBackup(backup, plainSeal, none))).toMatchObject({
		kind: 'damaged',
		message: expect.stringContaining('does not match its checksum'),
	});
	withoutChecksum(backup);
	expect(good(await readBackup(backup, plainSeal, none)).sheet.users[1]?.lastName).toBe('Bakes');
});

test('what lies in the clear beside an encrypted store is told, whatever it is called', async () => {
	const {folder, users, backup} = await makeStore();
	const journal = path.join(folder, 'journal.jsonl');
	const copies = ['users.json.bak', 'old', path.join('backups', 'before the move.json')].map((name) =>
		path.join(folder, name),
	);
	for (const copy of copies) copyFileSync(users, copy);
	copyFileSync(journal, path.join(folder, 'journal.txt'));
	copyFileSync(backup, path.join(folder, 'kept'));
	writeFileSync(path.join(folder, 'notes.json'), '{"version":1}\n', {mode: 0o600});
	const seal = await encrypt(folder, plainSeal, 'correct horse');
	renameSync(path.join(folder, 'kept'), backup);
	const told = () =>
		good(examineStore(folder, seal)).problems.flatMap(
			(text) => /^(.+) is not encrypted/.exec(text)?.[1] ?? [],
		);
	expect(told().sort()).toEqual([...copies, path.join(folder, 'journal.txt'), backup].sort());
	expect(good(examineStore(folder, seal)).isDamaged).toBe(false);
	for (const copy of told()) rmSync(copy);
	expect(good(examineStore(folder, seal)).problems).toEqual([]);
	expect(readdirSync(folder)).toContain('notes.json');
});
