import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {applyChange} from '../../source/domain/apply-change.ts';
import {
	type Change,
	emptyChange,
	invertChange,
	noteChange,
	updateChange,
} from '../../source/domain/change.ts';
import {defaultProfile} from '../../source/domain/profile.ts';
import {findUser} from '../../source/domain/sheet.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {done, good, makeFolder, open, snapshot} from './store-folder.ts';

const ann = makeUser(1, {lastName: 'Archer', email: 'ann@example.com'});
const ben = makeUser(2, {lastName: 'Baker', email: 'ben@example.com'});
const addBoth = {...emptyChange('Add'), added: [ann, ben]};

/** A store with Ann and Ben in it, opened by two. */
async function openTwice() {
	const folder = makeFolder();
	const first = await open(folder);
	const {sheet} = await done(first.store.commit(addBoth, first.sheet));
	const second = await open(folder);
	return {folder, sheet, first: first.store, second: second.store};
}

describe('a commit', () => {
	test('is on disk when it is answered, whole, and nothing is left beside it', async () => {
		const {folder, sheet, first} = await openTwice();
		const change = {
			...updateChange('Everything', ann, {...ann, lastName: 'Abel'}),
			removed: [ben],
			added: [makeUser(3, {lastName: 'Carter'})],
			profiles: [sheet.profiles, [...sheet.profiles, {...defaultProfile, name: 'Remote'}]] as const,
			settings: [sheet.settings, {...sheet.settings, standAlone: true}] as const,
		};
		const commit = await done(first.commit(change, sheet));
		expect(commit).toEqual({
			sheet: applyChange(sheet, change),
			change,
			conflicts: [],
			entry: expect.objectContaining({revision: 2, origination: {from: 'command-line'}, change}),
			others: [],
		});
		expect((await open(folder)).sheet).toEqual(commit.sheet);
		expect(readdirSync(folder).sort()).toEqual(['journal.jsonl', 'users.json']);
	});

	test('with nothing in it writes nothing, and answers with the sheet as it is', async () => {
		const {folder, sheet, first, second} = await openTwice();
		const {sheet: newer} = await done(first.commit(updateChange('Edit', ann, {...ann, email: ''}), sheet));
		const before = snapshot(folder);
		expect(await done(second.commit(emptyChange('Nothing'), sheet))).toEqual({
			sheet: newer,
			change: emptyChange('Nothing'),
			conflicts: [],
			others: [expect.objectContaining({revision: 2})],
		});
		expect(snapshot(folder)).toEqual(before);
	});

	test('of a note is an entry that changes nothing, also behind what others have changed', async () => {
		const {folder, sheet, first, second} = await openTwice();
		await done(first.commit(updateChange('Edit', ann, {...ann, email: ''}), sheet));
		const note = noteChange('Show 1 PIN: ID 1');
		const {sheet: noted, entry} = await done(second.commit(note, sheet));
		expect(entry).toMatchObject({revision: 3, change: {label: note.label}});
		const again = await open(folder);
		expect(again.sheet).toEqual(noted);
		expect(again.sheet.users[0]?.email).toBe('');
		const [latest] = good(await again.store.history());
		expect(latest).toMatchObject({label: note.label, counts: {added: 0, updated: 0, removed: 0}});
	});

	test('that others have made already writes nothing', async () => {
		const {folder, sheet, first, second} = await openTwice();
		const change = updateChange('Edit', ann, {...ann, email: 'archer@example.com'});
		await done(first.commit(change, sheet));
		const before = snapshot(folder);
		expect(await done(second.commit(change, sheet))).toMatchObject({change: {updated: []}, conflicts: []});
		expect(snapshot(folder)).toEqual(before);
	});

	test('called many times at once is done one after the other, in order', async () => {
		const {folder, sheet, first} = await openTwice();
		const names = Array.from({length: 20}, (_, index) => `Name ${index}`);
		const commits = await Promise.all(
			names.map((lastName) => done(first.commit(updateChange('Edit', ann, {...ann, lastName}), sheet))),
		);
		expect(commits.map((commit) => commit.sheet.revision)).toEqual(names.map((_, index) => index + 2));
		expect(findUser((await open(folder)).sheet, 1)?.lastName).toBe('Name 19');
	});

	test('after a failed one goes on', async () => {
		const {sheet, first} = await openTwice();
		const twice = ['North', 'north'].map((name) => ({...defaultProfile, name}));
		const change: Change = {...emptyChange('Add'), profiles: [sheet.profiles, [...sheet.profiles, ...twice]]};
		await expect(first.commit(change, sheet)).rejects.toThrow('“Add” would damage the sheet');
		expect(good(first.read())).toEqual(sheet);
		await done(first.commit({...emptyChange('Add'), added: [makeUser(3)]}, sheet));
	});

	test('cleans up what a killed one left, which holds secrets', async () => {
		const {folder, sheet, second} = await openTwice();
		for (const name of ['users.json.next', 'users.json.next.tmp-1234567890abcdef', 'users.json.backup']) {
			writeFileSync(path.join(folder, name), 'secret');
		}
		await done(second.commit(updateChange('Edit', ann, {...ann, email: ''}), sheet));
		expect(readdirSync(folder).sort()).toEqual(['journal.jsonl', 'users.json', 'users.json.backup']);
	});
});

describe('a commit on top of somebody else’s', () => {
	test('merges different fields of one user', async () => {
		const {folder, sheet, first, second} = await openTwice();
		await done(first.commit(updateChange('Edit', ann, {...ann, email: 'archer@example.com'}), sheet));
		const commit = await done(second.commit(updateChange('Edit', ann, {...ann, lastName: 'Abel'}), sheet));
		expect(commit.conflicts).toEqual([]);
		expect(findUser(commit.sheet, 1)).toEqual({...ann, email: 'archer@example.com', lastName: 'Abel'});
		expect((await open(folder)).sheet).toEqual(commit.sheet);
	});

	test('tells about the same field, and keeps the preferred value', async () => {
		const {sheet, first, second} = await openTwice();
		const theirs = {...ann, email: 'theirs@example.com'};
		const mine = updateChange('Edit', ann, {...ann, email: 'mine@example.com', lastName: 'Abel'});
		await done(first.commit(updateChange('Edit', ann, theirs), sheet));
		const kept = await done(second.commit(mine, sheet, {prefer: 'theirs'}));
		expect(kept.conflicts).toEqual([
			{what: 'user', id: 1, name: 'Archer', key: 'email', reason: 'changed-since'},
		]);
		expect(findUser(kept.sheet, 1)).toEqual({...theirs, lastName: 'Abel'});
		const won = await done(second.commit(mine, sheet));
		expect(won.conflicts).toMatchObject([{key: 'email'}]);
		expect(findUser(won.sheet, 1)?.email).toBe('mine@example.com');
	});

	test('gives new users other IDs where theirs are taken', async () => {
		const {folder, sheet, first, second} = await openTwice();
		const add = (lastName: string) => ({...emptyChange('Add'), added: [makeUser(3, {lastName})]});
		await done(first.commit(add('Carter'), sheet));
		const commit = await done(second.commit(add('Dixon'), sheet));
		expect(commit.change.added).toEqual([makeUser(4, {lastName: 'Dixon'})]);
		expect((await open(folder)).sheet.users.map(({lastName}) => lastName)).toEqual([
			'Archer',
			'Baker',
			'Carter',
			'Dixon',
		]);
	});

	test('does not undo it, even when the sheet in hand is the newest', async () => {
		const {sheet, first, second} = await openTwice();
		const mine = updateChange('Edit', ann, {...ann, email: 'mine@example.com'});
		await done(first.commit(mine, sheet));
		const {sheet: newest} = await done(
			second.commit(updateChange('Edit', ann, {...ann, lastName: 'Abel'}), sheet),
		);
		const undone = await done(first.commit(invertChange(mine), newest, {prefer: 'theirs'}));
		expect(undone.conflicts).toEqual([]);
		expect(findUser(undone.sheet, 1)).toEqual({...ann, lastName: 'Abel'});
	});

	test('is safe after a backup with the same revision was put in place', async () => {
		const {folder, sheet, first, second} = await openTwice();
		const backup = readFileSync(first.file);
		const mine = await done(first.commit({...emptyChange('Add'), added: [makeUser(3)]}, sheet));
		writeFileSync(first.file, backup);
		await done(second.commit(updateChange('Edit', ann, {...ann, lastName: 'Abel'}), sheet));
		const edited = await done(
			first.commit(updateChange('Edit', ann, {...ann, email: 'archer@example.com'}), mine.sheet),
		);
		expect(findUser(edited.sheet, 1)).toEqual({...ann, lastName: 'Abel', email: 'archer@example.com'});
		expect((await open(folder)).sheet).toEqual(edited.sheet);
	});

	test('is seen by the other one’s read, without parsing what did not change', async () => {
		const {sheet, first, second} = await openTwice();
		expect(second.read()).toBe(second.read());
		const {sheet: newer} = await done(first.commit(updateChange('Edit', ann, {...ann, email: ''}), sheet));
		expect(first.read()).toBe(newer);
		expect(second.read()).toEqual(newer);
	});
});
