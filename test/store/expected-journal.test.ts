import {
	appendFileSync,
	copyFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {type Change, emptyChange, updateChange} from '../../source/domain/change.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import {examineStore} from '../../source/store/doctor/examine-store.ts';
import {salvageStore} from '../../source/store/doctor/salvage-store.ts';
import {plainSeal, type Seal} from '../../source/store/seal/seal.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {done, encrypt, good, makeFolder, open, refuse, snapshot} from './store-folder.ts';

const passphrase = 'correct horse';
const addition = (sheet: Sheet): Change => ({...emptyChange('Add'), added: [makeUser(sheet.nextId)]});

/** A store with a checkpoint of two users, a dated copy, and a journal that adds IDs 3 to 5 and deletes the last one. */
async function makeStore(isEncrypted = false) {
	const folder = path.join(makeFolder(), 'store');
	mkdirSync(folder);
	const seal = isEncrypted ? await encrypt(folder, plainSeal, passphrase) : plainSeal;
	const {store, sheet: empty} = await open(folder, false, seal);
	let sheet = empty;
	const commit = async (change: Change) => {
		({sheet} = await done(store.commit(change, sheet)));
	};
	for (let count = 0; count < 2; count += 1) await commit(addition(sheet));
	expect(await store.checkpoint()).toBe('done');
	good(await store.backup());
	const atCheckpoint = readFileSync(path.join(folder, 'journal.jsonl'));
	for (let count = 0; count < 3; count += 1) await commit(addition(sheet));
	await commit({...emptyChange('Delete'), removed: sheet.users.slice(-1)});
	await store.close();
	const [journal, checkpoint] = ['journal.jsonl', 'users.json'].map((name) => path.join(folder, name));
	if (journal === undefined || checkpoint === undefined) throw new Error('no names');
	return {folder, seal, journal, checkpoint, atCheckpoint, sheet};
}

type Made = Awaited<ReturnType<typeof makeStore>>;

const zero = (file: string, from: number, to: number): void => {
	writeFileSync(file, readFileSync(file).fill(0, from, to));
};
const lineEnd = (file: string, number: number): number => {
	let end = 0;
	for (let line = 0; line < number; line += 1) end = readFileSync(file).indexOf(10, end) + 1;
	return end;
};

const damages: readonly (readonly [name: string, damage: (made: Made) => void, reason: RegExp])[] = [
	['is empty', ({journal}) => truncateSync(journal), /journal\.jsonl is damaged: it is empty\./],
	['is missing', ({journal}) => rmSync(journal), /journal\.jsonl is missing: .*users\.json expects it/],
	['is all zeros', ({journal}) => zero(journal, 0, lineEnd(journal, 99)), /line 1 holds zeros/],
	['has a first line of zeros', ({journal}) => zero(journal, 0, lineEnd(journal, 1)), /line 1 holds zeros/],
	[
		'has zeros where a line should be',
		({journal}) => zero(journal, lineEnd(journal, 2), lineEnd(journal, 3)),
		/line 3 holds zeros/,
	],
	['is cut off in its first line', ({journal}) => truncateSync(journal, 20), /line 1 is cut off/],
	[
		'has no first line',
		({journal}) => writeFileSync(journal, readFileSync(journal).subarray(lineEnd(journal, 1))),
		/line 1 is not the line that every journal begins with/,
	],
	['is alone', ({checkpoint}) => rmSync(checkpoint), /users\.json is missing: /],
];

describe.each([
	['plain', false],
	['encrypted', true],
])('a journal of a store (%s) that', (_, isEncrypted) => {
	test.each(damages)(
		'%s is damage, told with what to do, and left as it is',
		async (_name, damage, reason) => {
			const made = await makeStore(isEncrypted);
			damage(made);
			const before = snapshot(made.folder);
			for (const readOnly of [true, false]) {
				const error = await refuse(made.folder, readOnly, made.seal);
				expect(error.kind).toBe('damaged');
				expect(error.message).toMatch(reason);
				expect(error.message).toMatch(/doctor.*doctor --salvage DIR.*restore FILE/);
			}
			const found = good(examineStore(made.folder, made.seal));
			expect(found.isDamaged).toBe(true);
			expect(found.problems.join('\n')).toMatch(/journal\.jsonl|users\.json cannot be used/);
			expect(snapshot(made.folder)).toEqual(before);
		},
	);

	test.each(damages)('%s: no ID is given twice after salvage', async (_name, damage) => {
		const made = await makeStore(isEncrypted);
		damage(made);
		const target = path.join(makeFolder(), 'saved');
		good(salvageStore(made.folder, made.seal, target));
		const {store, sheet} = await open(target, false, made.seal);
		const {change} = await done(store.commit(addition(sheet), sheet));
		expect(change.added[0]?.id).toBeGreaterThanOrEqual(6);
		expect(good(examineStore(target, made.seal))).toMatchObject({problems: [], isDamaged: false});
		await store.close();
		truncateSync(path.join(target, 'journal.jsonl'));
		expect((await refuse(target, false, made.seal)).kind).toBe('damaged');
	});
});

test('a journal that belongs to another store, to an earlier day, or to a later one is told apart', async () => {
	const made = await makeStore();
	const other = await makeStore();
	copyFileSync(other.journal, made.journal);
	expect((await refuse(made.folder)).message).toContain('is that of another store');
	expect(good(examineStore(made.folder, plainSeal))).toMatchObject({misfit: 'foreign', sheet: {revision: 2}});
	const {store, sheet} = await open(other.folder);
	expect(await store.checkpoint()).toBe('done');
	const later = readFileSync(other.journal);
	writeFileSync(other.journal, other.atCheckpoint);
	expect((await refuse(other.folder)).message).toContain('the journal ends before the sheet');
	expect(good(examineStore(other.folder, plainSeal)).misfit).toBe('behind');
	writeFileSync(other.journal, later);
	expect((await open(other.folder)).sheet).toEqual(sheet);
});

test('a checkpoint that is lost is made good from a dated copy and the journal, without loss', async () => {
	const {folder, checkpoint, sheet} = await makeStore();
	writeFileSync(checkpoint, 'garbage');
	const saved = good(salvageStore(folder, plainSeal, path.join(makeFolder(), 'saved')));
	expect(saved).toMatchObject({isComplete: true, sheet: {...sheet, nextId: 6}});
});

test('a dated copy that is put in place of the checkpoint by hand is gone on from, and then expects the journal', async () => {
	const {folder, checkpoint, journal, sheet} = await makeStore();
	const [copy = ''] = readdirSync(path.join(folder, 'backups'));
	copyFileSync(path.join(folder, 'backups', copy), checkpoint);
	const again = await open(folder);
	expect(again.sheet).toEqual(sheet);
	await done(again.store.commit(addition(sheet), sheet));
	truncateSync(journal);
	expect((await refuse(folder)).kind).toBe('damaged');
	rmSync(journal);
	expect((await refuse(folder)).kind).toBe('damaged');
});

test('a sheet that was put back to an earlier day is told by the doctor where it would give IDs again', async () => {
	const {folder, seal, sheet} = await makeStore();
	const older = path.join(makeFolder(), 'older');
	cpSync(folder, older, {recursive: true});
	const {store} = await open(folder);
	const {sheet: added} = await done(store.commit(addition(sheet), sheet));
	expect(added.nextId).toBe(7);
	expect(await store.checkpoint()).toBe('done');
	copyFileSync(path.join(folder, 'history.jsonl'), path.join(older, 'history.jsonl'));
	const found = good(examineStore(older, seal));
	expect(found.isDamaged).toBe(false);
	expect(found.problems).toEqual([expect.stringMatching(/^IDs up to 6 were given, .* give 6 next/)]);
	const saved = good(salvageStore(older, seal, path.join(makeFolder(), 'saved')));
	expect(saved.sheet.nextId).toBe(7);
});

/** Stores of before, each with what the first change must find: users, and the next ID. */
const formats: readonly (readonly [name: string, make: (folder: string) => void])[] = [
	['first', (folder) => copyFixture('first-issue-users.json', path.join(folder, 'users.json'))],
	['second', (folder) => copyFixture('second-format', folder)],
	['third', (folder) => copyFixture('third-format', folder)],
	['fourth', (folder) => copyFixture('fourth-format', folder)],
];

function copyFixture(name: string, target: string): void {
	cpSync(new URL(`fixtures/${name}`, import.meta.url), target, {recursive: true});
}

describe.each(formats)('a store of the %s format', (_, make) => {
	async function upgrade(seal: Seal = plainSeal) {
		const folder = makeFolder();
		make(folder);
		const before = path.join(makeFolder(), 'before');
		cpSync(folder, before, {recursive: true});
		const {store, sheet} = await open(folder, false, seal);
		const commit = await done(store.commit(addition(sheet), sheet));
		return {folder, before, store, sheet, commit};
	}

	test('expects its journal from the first change on', async () => {
		const {folder, commit, store} = await upgrade();
		expect((await open(folder)).sheet).toEqual(commit.sheet);
		expect(await store.checkpoint()).toBe('done');
		expect((await open(folder)).sheet).toEqual(commit.sheet);
		const {isDamaged, problems} = good(examineStore(folder, plainSeal));
		expect({isDamaged, problems: problems.filter((text) => !text.includes('(mode '))}).toEqual({
			isDamaged: false,
			problems: [],
		});
		const journal = path.join(folder, 'journal.jsonl');
		renameSync(journal, `${journal}.away`);
		expect((await refuse(folder)).kind).toBe('damaged');
	});

	test('loses nothing by a crash between the two files', async () => {
		const {folder, before, sheet, commit} = await upgrade();
		// Which of them comes first depends on whether there is a journal.
		const hadJournal = existsSync(path.join(before, 'journal.jsonl'));
		const first = hadJournal ? 'users.json' : 'journal.jsonl';
		copyFileSync(path.join(folder, first), path.join(before, first));
		if (!hadJournal) truncateSync(path.join(before, first), lineEnd(path.join(before, first), 1));
		const {store, sheet: read} = await open(before);
		expect(read).toEqual(sheet);
		expect(good(examineStore(before, plainSeal)).isDamaged).toBe(false);
		const again = await done(store.commit(addition(read), read));
		expect(again.sheet).toEqual(commit.sheet);
		expect((await open(before)).sheet).toEqual(commit.sheet);
		rmSync(path.join(before, 'journal.jsonl'));
		expect((await refuse(before)).kind).toBe('damaged');
	});

	test('is upgraded by a checkpoint, too', async () => {
		const folder = makeFolder();
		make(folder);
		const {store, sheet} = await open(folder);
		const made = await store.checkpoint();
		expect((await open(folder)).sheet).toEqual(sheet);
		if (made !== 'done') return;
		rmSync(path.join(folder, 'journal.jsonl'));
		expect((await refuse(folder)).kind).toBe('damaged');
	});

	test('with an emptied journal is damaged', async () => {
		const folder = makeFolder();
		make(folder);
		writeFileSync(path.join(folder, 'journal.jsonl'), '');
		expect((await refuse(folder)).message).toContain('it is empty');
	});
});

describe('a new store', () => {
	test('of which a crash has left the journal alone is an empty one', async () => {
		const folder = makeFolder();
		const {store, sheet} = await open(folder);
		const {sheet: one} = await done(store.commit(addition(sheet), sheet));
		await store.close();
		const journal = path.join(folder, 'journal.jsonl');
		truncateSync(journal, lineEnd(journal, 1));
		rmSync(path.join(folder, 'users.json'));
		const before = snapshot(folder);
		expect(good(examineStore(folder, plainSeal)).isDamaged).toBe(false);
		const again = await open(folder);
		expect(again.sheet).toEqual(sheet);
		expect(snapshot(folder)).toEqual(before);
		expect((await done(again.store.commit(addition(sheet), sheet))).sheet).toEqual(one);
		expect((await open(folder)).sheet).toEqual(one);
		expect(good(await again.store.history())).toHaveLength(1);
	});

	test('is followed by who had opened it before it was there', async () => {
		const folder = makeFolder();
		const [mine, theirs] = [await open(folder), await open(folder)];
		const {sheet} = await done(mine.store.commit(addition(mine.sheet), mine.sheet));
		const added = await done(theirs.store.commit(addition(theirs.sheet), theirs.sheet));
		expect(added.others).toHaveLength(1);
		expect(added.change.added[0]?.id).toBe(2);
		expect(good(mine.store.read()).revision).toBe(sheet.revision + 1);
	});
});

test('the end of a change that a crash has cut off is told while it is there', async () => {
	const {folder, journal, sheet} = await makeStore();
	appendFileSync(journal, '12345678 90 {"rev');
	const {store} = await open(folder);
	expect(store.notice()).toContain('never reported as saved');
	const [user = makeUser(1)] = sheet.users;
	await done(store.commit(updateChange('Edit', user, {...user, email: 'a@b.c'}), sheet));
	expect(store.notice()).toBeUndefined();
});
