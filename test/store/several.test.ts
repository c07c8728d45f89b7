import {appendFileSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {describe, expect, onTestFinished, test, vi} from 'vitest';
import {emptyChange, updateChange} from '../../source/domain/change.ts';
import {findUser, type Sheet} from '../../source/domain/sheet.ts';
import type {News, Store} from '../../source/store/store.ts';
import {isStoreError} from '../../source/store/store-error.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {makeUsers} from '../helpers/make-users.ts';
import {bad, done, good, makeFolder, open, snapshot} from './store-folder.ts';

const ann = makeUser(1, {lastName: 'Archer'});

/** A store with Ann in it, opened by two; what the second one is told. */
async function openTwice() {
	const folder = makeFolder();
	const first = await open(folder);
	const {sheet} = await done(first.store.commit({...emptyChange('Add'), added: [ann]}, first.sheet));
	const second = await open(folder);
	const news: News[] = [];
	onTestFinished(second.store.watch((found) => news.push(found)));
	return {folder, sheet, first: first.store, second: second.store, news};
}

const rename = (store: Store, sheet: Sheet, lastName: string) => {
	const user = findUser(sheet, 1) ?? ann;
	return done(store.commit(updateChange(`Name ${lastName}`, user, {...user, lastName}), sheet));
};
const until = (condition: () => boolean, timeout = 1000) => vi.waitUntil(condition, {timeout, interval: 10});

describe('watching', () => {
	test('tells within a second what others have committed: the sheet, and who did what', async () => {
		const {first, sheet, news} = await openTwice();
		const commit = await rename(first, sheet, 'Abel');
		await until(() => news.length > 0);
		expect(news).toEqual([{sheet: commit.sheet, entries: [commit.entry]}]);
	});

	test('tells nothing of one’s own changes, and nothing when nothing happens', async () => {
		const {folder, second, sheet, news} = await openTwice();
		await rename(second, sheet, 'Abel');
		const before = snapshot(folder);
		await setTimeout(900);
		expect(news).toEqual([]);
		expect(snapshot(folder)).toEqual(before);
	});

	test('tells every entry once, by itself or with a commit', async () => {
		const {first, second, sheet, news} = await openTwice();
		let mine = sheet;
		let theirs = sheet;
		const others: number[] = [];
		for (let round = 0; round < 20; round += 1) {
			theirs = (await rename(first, theirs, `Theirs ${round}`)).sheet;
			if (round % 3 === 0) {
				const user = findUser(mine, 1) ?? ann;
				const change = updateChange('Mine', user, {...user, email: String(round)});
				const commit = await done(second.commit(change, mine));
				mine = commit.sheet;
				others.push(...commit.others.map(({revision}) => revision));
			}
		}
		const told = () =>
			news.flatMap((found) => (isStoreError(found) ? [] : found.entries)).map(({revision}) => revision);
		await until(() => told().length + others.length >= 20);
		const all = [...told(), ...others].sort((a, b) => a - b);
		expect(all).toHaveLength(20);
		expect(new Set(all).size).toBe(20);
	});

	test('goes on across a checkpoint, without missing what came just before it', async () => {
		const {first, sheet, news} = await openTwice();
		const {sheet: renamed} = await rename(first, sheet, 'Abel');
		expect(await first.checkpoint()).toBe('done');
		const last = await rename(first, renamed, 'Baker');
		const told = () => news.flatMap((found) => (isStoreError(found) ? [] : found.entries));
		await until(() => told().length === 2);
		expect(told().map((entry) => entry.change.label)).toEqual(['Name Abel', 'Name Baker']);
		expect(news.at(-1)).toMatchObject({sheet: last.sheet});
	});

	test('sees a bulk change of others whole', async () => {
		const {first, sheet, news} = await openTwice();
		const added = makeUsers(2000).map((user) => ({...user, id: user.id + 1}));
		const {sheet: crowd} = await done(first.commit({...emptyChange('Crowd'), added}, sheet));
		await until(() => news.length > 0, 5000);
		expect(news).toMatchObject([{sheet: {revision: 2}}]);
		expect(news[0]).toHaveProperty('sheet', crowd);
	});

	test('tells an error once, and goes on when it is put right', async () => {
		const {folder, first, sheet, news} = await openTwice();
		const away = `${folder}-away`;
		renameSync(folder, away);
		await until(() => news.length > 0, 2000);
		await setTimeout(600);
		renameSync(away, folder);
		const {sheet: renamed} = await rename(first, sheet, 'Abel');
		await until(() => news.length > 1, 2000);
		expect(news).toMatchObject([{error: {kind: 'unreadable'}}, {sheet: renamed}]);
		const journal = path.join(folder, 'journal.jsonl');
		appendFileSync(journal, 'hello\n');
		await until(() => news.length > 2, 2000);
		expect(news[2]).toMatchObject({error: {kind: 'damaged'}});
		rmSync(away, {recursive: true, force: true});
	});

	test('stops when asked to', async () => {
		const {first, second, sheet} = await openTwice();
		const onNews = vi.fn();
		second.watch(onNews)();
		await rename(first, sheet, 'Abel');
		await setTimeout(600);
		expect(onNews).not.toHaveBeenCalled();
	});
});

describe('a commit that prefers neither', () => {
	test('writes nothing where both changed the same field, and says who and when', async () => {
		const {folder, first, second, sheet} = await openTwice();
		const theirs = await rename(first, sheet, 'Abel');
		const before = snapshot(folder);
		const mine = updateChange('Mine', ann, {...ann, lastName: 'Baker', email: 'a@b.c'});
		const refused = await done(second.commit(mine, sheet, {prefer: 'neither'}));
		expect(refused).toMatchObject({
			sheet: theirs.sheet,
			change: {label: 'Mine', updated: []},
			conflicts: [{id: 1, name: 'Abel', key: 'lastName'}],
		});
		expect(refused.entry).toBeUndefined();
		expect(snapshot(folder)).toMatchObject(before as object);
		const free = updateChange('Mine', ann, {...ann, email: 'a@b.c'});
		expect((await done(second.commit(free, sheet, {prefer: 'neither'}))).entry?.revision).toBe(3);
	});
});

test('a store whose files were all put back from a copy is noticed', async () => {
	const {folder, first, second, sheet} = await openTwice();
	const names = ['users.json', 'journal.jsonl'];
	const kept = names.map((name) => readFileSync(path.join(folder, name)));
	let last = sheet;
	for (const name of ['Abel', 'Baker']) last = (await rename(first, last, name)).sheet;
	expect(good(second.read())).toEqual(last);
	for (const [index, name] of names.entries()) writeFileSync(path.join(folder, name), kept[index] ?? '');
	expect(good(second.read())).toEqual(sheet);
	const other = await rename(second, sheet, 'Carter');
	const mine = updateChange('Mine', findUser(last, 1) ?? ann, {...ann, email: 'a@b.c', lastName: 'Baker'});
	const commit = await done(first.commit(mine, last));
	expect(findUser(commit.sheet, 1)).toEqual({...ann, lastName: 'Carter', email: 'a@b.c'});
	expect(good(second.read())).toEqual(commit.sheet);
	expect(other.sheet.revision).toBe(2);
	rmSync(folder, {recursive: true});
	expect(bad(second.read()).kind).toBe('unreadable');
});
