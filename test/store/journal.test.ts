import {
	appendFileSync,
	copyFileSync,
	existsSync,
	readFileSync,
	rmSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {emptyChange, updateChange, updateOf} from '../../source/domain/change.ts';
import {formatVersion} from '../../source/store/checkpoint/migrations.ts';
import {formatLine} from '../../source/store/seal/checked-line.ts';
import {plainSeal, sealerFor} from '../../source/store/seal/seal.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {makeUsers} from '../helpers/make-users.ts';
import {done, good, makeFolder, modeOf, open, refuse, snapshot} from './store-folder.ts';

const ann = makeUser(1, {lastName: 'Archer', pbxSipPassword: 'correct-horse'});

/** A store whose journal holds three entries. */
async function makeStore() {
	const folder = makeFolder();
	const journal = path.join(folder, 'journal.jsonl');
	const {store, sheet} = await open(folder);
	const added = await done(store.commit({...emptyChange('Add'), added: [ann]}, sheet));
	const edit = updateChange('Edit', ann, {...ann, lastName: 'Abel'});
	const edited = await done(store.commit(edit, added.sheet, {origination: {from: 'grid'}}));
	const before = readFileSync(journal);
	const user = edited.sheet.users[0] ?? ann;
	const last = await done(store.commit(updateChange('Edit', user, {...user, email: 'a@b.c'}), edited.sheet));
	return {folder, journal, store, before, sheetBefore: edited.sheet, sheet: last.sheet};
}

describe('the journal', () => {
	test('says in one private line what was changed, by whom, when and from where', async () => {
		const {journal} = await makeStore();
		const lines = readFileSync(journal, 'utf8').split('\n');
		expect(lines).toHaveLength(5);
		expect(lines[0]).toMatch(
			new RegExp(`^[\\da-f]{8} \\d+ {"journal":${formatVersion},"id":"[\\da-f]{16}","revision":0}$`),
		);
		const entry = JSON.parse((lines[2] ?? '').replace(/^\S+ \d+ /, ''));
		expect(entry).toEqual({
			revision: 2,
			at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
			author: expect.objectContaining({user: expect.any(String)}),
			origination: {from: 'grid'},
			label: 'Edit',
			updated: [[1, {lastName: ['Archer', 'Abel']}, {}]],
		});
		expect(modeOf(journal)).toBe('600');
	});

	test('takes several lines for many users, which count together or not at all', async () => {
		const folder = makeFolder();
		const journal = path.join(folder, 'journal.jsonl');
		const {store, sheet} = await open(folder);
		const {sheet: crowd} = await done(store.commit({...emptyChange('Add'), added: makeUsers(1200)}, sheet));
		expect(readFileSync(journal, 'utf8').trimEnd().split('\n').length).toBeGreaterThan(3);
		expect((await open(folder)).sheet).toEqual(crowd);
		truncateSync(journal, readFileSync(journal).lastIndexOf(10, -2) + 1);
		expect((await open(folder)).sheet.users).toEqual([]);
	});

	test('of many users is for others, and in the history, what it was', async () => {
		const folder = makeFolder();
		const {store, sheet} = await open(folder);
		const others = await open(folder);
		const added = makeUsers(600);
		const {sheet: crowd} = await done(store.commit({...emptyChange('Add'), added}, sheet));
		const updated = crowd.users.map((user) =>
			updateOf(user, {...user, deploymentPin: `00${user.id}`, origin: 'client-service'}),
		);
		const {sheet: given} = await done(store.commit({...emptyChange('Give'), updated}, crowd));
		const removed = given.users.filter(({id}) => id % 7 > 0);
		const {sheet: few} = await done(store.commit({...emptyChange('Delete'), removed}, given));
		expect(others.store.read()).toEqual(few);
		const [deleted, changed, created] = good(await store.entries()).map(({change}) => change);
		expect(deleted?.removed).toEqual(removed);
		expect(created?.added).toEqual(added);
		expect(changed?.updated).toEqual(updated);
	});

	test('is not asked for a store of the first issue, which just opens and is changed to the new format by the first commit', async () => {
		const folder = makeFolder();
		const file = path.join(folder, 'users.json');
		copyFileSync(new URL('fixtures/first-issue-users.json', import.meta.url), file);
		const before = snapshot(folder);
		const {store, sheet} = await open(folder);
		expect(snapshot(folder)).toEqual(before);
		expect(sheet).toMatchObject({
			revision: 5,
			nextId: 26,
			settings: {standAlone: true, history: {days: 365, entries: 10_000}, backup: {keep: 10, above: 100}},
		});
		expect(sheet.users).toHaveLength(23);
		const [first = ann] = sheet.users;
		const edit = updateChange('Edit', first, {...first, email: 'new@example.com'});
		const commit = await done(store.commit(edit, sheet));
		expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({version: formatVersion, revision: 5});
		expect((await open(folder)).sheet).toEqual(commit.sheet);
	});
});

describe('a torn end', () => {
	test('at any byte of the last entry is dropped, told, and overwritten by the next commit', async () => {
		const {folder, journal, before, sheetBefore} = await makeStore();
		const whole = readFileSync(journal);
		for (let length = before.length; length < whole.length; length += 7) {
			writeFileSync(journal, whole.subarray(0, length));
			const {store, sheet} = await open(folder);
			expect(sheet).toEqual(sheetBefore);
			const isWhole = length === before.length;
			expect(store.notice()).toEqual(
				isWhole ? undefined : expect.stringContaining('never reported as saved'),
			);
			const user = sheet.users[0] ?? ann;
			const commit = await done(store.commit(updateChange('Edit', user, {...user, email: 'x@y.z'}), sheet));
			expect((await open(folder)).sheet).toEqual(commit.sheet);
			expect(store.notice()).toBeUndefined();
			await store.close();
		}
	});

	test.each([
		['zeros', Buffer.alloc(5000)],
		['zeros with a newline', Buffer.from('\0\0\0\0"}\n')],
		['a first half, then zeros', Buffer.from('12345678 40 {"revision":4,"at"\0\0\0\0\0\0\n')],
	])('of %s is what a power cut leaves', async (_, bytes) => {
		const {folder, journal, sheet} = await makeStore();
		appendFileSync(journal, bytes);
		const again = await open(folder);
		expect(again.store.notice()).toContain('ends with zeros. A power cut leaves that');
		expect(again.sheet).toEqual(sheet);
		const user = sheet.users[0] ?? ann;
		const commit = await done(again.store.commit(updateChange('Edit', user, {...user, email: ''}), sheet));
		expect((await open(folder)).sheet).toEqual(commit.sheet);
	});
});

describe('a damaged journal', () => {
	const flip = (bytes: Buffer, at: number) => {
		const copy = Buffer.from(bytes);
		copy[at] = (copy[at] ?? 0) ^ 1;
		return copy;
	};
	const cases: readonly (readonly [string, (bytes: Buffer) => Buffer, string])[] = [
		['a changed letter', (bytes) => flip(bytes, bytes.indexOf('Abel')), 'line 3 does not match its checksum'],
		[
			'a changed letter in the last line',
			(bytes) => flip(bytes, bytes.indexOf('a@b.c')),
			'line 4 does not match its checksum',
		],
		[
			'a line of something else',
			(bytes) => Buffer.concat([bytes, Buffer.from('hello\n')]),
			'line 5 is not one of its lines',
		],
		[
			'a first line that is changed',
			(bytes) => flip(bytes, bytes.indexOf('journal')),
			'line 1 does not match its checksum',
		],
		['a missing line', (bytes) => Buffer.from(bytes.toString().split('\n').toSpliced(1, 1).join('\n')), ''],
		[
			'a line twice',
			(bytes) => Buffer.concat([bytes, bytes.subarray(0, bytes.indexOf(10) + 1)]),
			'line 5 is a second first line',
		],
		[
			'what no version wrote',
			(bytes) => Buffer.concat([bytes, formatLine('{"revision":4}', sealerFor(plainSeal, 'journal'))]),
			'line 5 holds something that usersheet does not know',
		],
	];

	test.each(cases)('%s: is refused with the line and left as it is', async (_, damage, reason) => {
		const {folder, journal} = await makeStore();
		writeFileSync(journal, damage(readFileSync(journal)));
		const before = snapshot(folder);
		const error = await refuse(folder);
		expect(error.kind).toBe('damaged');
		expect(error.message).toContain(reason);
		expect(error.message).toMatch(/is left as it is|are left as they are/);
		expect(error.message).not.toMatch(/correct-horse|Abel/);
		expect(snapshot(folder)).toEqual(before);
	});

	test('of a newer usersheet is told apart', async () => {
		const {folder, journal} = await makeStore();
		const header = `{"journal":${formatVersion + 1},"revision":0}`;
		writeFileSync(journal, formatLine(header, sealerFor(plainSeal, 'journal')));
		expect((await refuse(folder)).kind).toBe('newer');
	});

	test('does not belong to a checkpoint that was put there by hand', async () => {
		const {folder, store, sheet} = await makeStore();
		const older = readFileSync(store.file);
		await store.checkpoint();
		const user = sheet.users[0] ?? ann;
		await done(store.commit(updateChange('Edit', user, {...user, email: ''}), sheet));
		writeFileSync(store.file, older);
		expect((await refuse(folder)).message).toContain('do not belong together');
	});

	test('that vanishes while the store is open is told, and not begun anew', async () => {
		const {store, journal, sheet} = await makeStore();
		rmSync(journal);
		const user = sheet.users[0] ?? ann;
		const answer = await store.commit(updateChange('Edit', user, {...user, email: ''}), sheet);
		expect(answer).toMatchObject({error: {kind: 'unreadable', file: journal}});
		expect(existsSync(journal)).toBe(false);
	});
});
