import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir, userInfo} from 'node:os';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {emptyChange, updateChange} from '../../source/domain/change.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import {listBackups} from '../../source/store/backup/write-backup.ts';
import {changePassphrase} from '../../source/store/passphrase/change-passphrase.ts';
import type {ResealStep} from '../../source/store/passphrase/with-locks.ts';
import {plainSeal, type Seal} from '../../source/store/seal/seal.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {
	bad,
	cheap,
	done,
	encrypt,
	good,
	makeFolder,
	modeOf,
	open,
	refuse,
	removeLocks,
	snapshot,
	unlock,
} from './store-folder.ts';

const ann = makeUser(1, {lastName: 'Archer', pbxSipPassword: 'correct-horse', deploymentPin: '805017'});
const ben = makeUser(2, {lastName: 'Baker', servicePassword: 'correct-horse'});

/** A store with checkpoint, journal, history, backup and draft, each with a secret in it. */
async function makeFull(): Promise<{readonly folder: string; readonly sheet: Sheet}> {
	const folder = makeFolder();
	const {store, sheet} = await open(folder);
	const added = await done(store.commit({...emptyChange('Add'), added: [ann, ben]}, sheet));
	expect(await store.checkpoint()).toBe('done');
	const pin = updateChange('PIN', ann, {...ann, deploymentPin: '805018'});
	const edited = await done(store.commit(pin, added.sheet));
	good(await store.backup());
	store.draft.keep({form: {lastName: 'Archer', pbxSipPassword: 'correct-horse'}});
	await store.close();
	return {folder, sheet: edited.sheet};
}

/** Every file of a folder with what it holds. */
function contents(folder: string): readonly (readonly [name: string, text: string])[] {
	return readdirSync(folder, {recursive: true, encoding: 'utf8'})
		.filter((name) => statSync(path.join(folder, name)).isFile())
		.map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]);
}

function filesInTheClear(folder: string): readonly string[] {
	return contents(folder)
		.filter(([, text]) => /Archer|Baker|correct-horse|80501|lastName|revision|"Add"/.test(text))
		.map(([name]) => name);
}

/** Looks at everything that a store holds: sheet, history, backup, draft. */
async function readAll(folder: string, seal: Seal) {
	const {store, sheet} = await open(folder, true, seal);
	return {
		sheet,
		history: good(await store.entries()).map(({change}) => change.label),
		draft: store.draft.read(),
	};
}

const whole = (sheet: Sheet) => ({
	sheet,
	history: ['PIN', 'Add'],
	draft: {form: {lastName: 'Archer', pbxSipPassword: 'correct-horse'}},
});

describe('a passphrase', () => {
	test('that is set leaves nothing in the clear, in no file, and all can be read with it', async () => {
		const {folder, sheet} = await makeFull();
		expect(filesInTheClear(folder)).toHaveLength(5);
		const names = contents(folder).map(([name]) => name);
		await encrypt(folder, plainSeal, 'twelve monkeys');
		expect(filesInTheClear(folder)).toEqual([]);
		expect(
			contents(folder)
				.map(([name]) => name)
				.sort(),
		).toEqual([...names, 'key.jsonl'].sort());
		expect(contents(folder).map(([name]) => modeOf(path.join(folder, name)))).toEqual(Array(6).fill('600'));
		expect(await readAll(folder, await unlock(folder, 'twelve monkeys'))).toEqual(whole(sheet));
	});

	test('covers what is written from then on: edits, checkpoints, backups, drafts', async () => {
		const {folder} = await makeFull();
		const seal = await encrypt(folder, plainSeal, 'twelve monkeys');
		const {store, sheet} = await open(folder, false, seal);
		const [first = ann] = sheet.users;
		const edited = await done(
			store.commit(updateChange('Edit', first, {...first, lastName: 'Archers'}), sheet),
		);
		store.draft.keep({cell: 'Archer'});
		expect(await store.checkpoint()).toBe('done');
		const more = await done(store.commit({...emptyChange('Carla'), added: [makeUser(3)]}, edited.sheet));
		const {file} = good(await store.backup());
		await store.close();
		expect(filesInTheClear(folder)).toEqual([]);
		expect(statSync(file).isFile()).toBe(true);
		expect(await readAll(folder, seal)).toEqual({
			sheet: more.sheet,
			history: ['Carla', 'Edit', 'PIN', 'Add'],
			draft: {cell: 'Archer'},
		});
	});

	test('of a store that does not exist yet covers it from its first change on', async () => {
		const folder = path.join(makeFolder(), 'new');
		const seal = await encrypt(folder, plainSeal, 'twelve monkeys');
		const {store, sheet} = await open(folder, false, seal);
		expect(sheet.users).toEqual([]);
		await done(store.commit({...emptyChange('Add'), added: [ann]}, sheet));
		await store.close();
		expect(filesInTheClear(folder)).toEqual([]);
	});

	test('can be changed: the old one opens nothing any more', async () => {
		const {folder, sheet} = await makeFull();
		const first = await encrypt(folder, plainSeal, 'twelve monkeys');
		const before = contents(folder);
		const second = await encrypt(folder, first, 'thirteen monkeys');
		expect(contents(folder).filter(([, text], index) => text === before[index]?.[1])).toEqual([]);
		expect(await readAll(folder, second)).toEqual(whole(sheet));
		expect((await refuse(folder, false, first)).kind).toBe('encrypted');
		await expect(unlock(folder, 'twelve monkeys')).rejects.toThrow('That is not the passphrase');
	});

	test('can be removed: all is plain text as it was', async () => {
		const {folder, sheet} = await makeFull();
		const before = contents(folder);
		const seal = await encrypt(folder, plainSeal, 'twelve monkeys');
		expect(await encrypt(folder, seal, undefined)).toEqual(plainSeal);
		expect(contents(folder)).toEqual(before);
		expect(await readAll(folder, plainSeal)).toEqual(whole(sheet));
	});

	test('that is wrong or missing is refused, and nothing is changed', async () => {
		const {folder} = await makeFull();
		await encrypt(folder, plainSeal, 'twelve monkeys');
		const before = snapshot(folder);
		expect(await refuse(folder)).toMatchObject({
			kind: 'encrypted',
			message: expect.stringContaining('scripts name a file with --passphrase-file'),
		});
		await expect(unlock(folder)).rejects.toThrow('is encrypted');
		await expect(unlock(folder, 'a', 'b', 'c', 'twelve monkeys')).rejects.toThrow('not the passphrase');
		expect(await unlock(folder, 'a', 'b', 'twelve monkeys')).toMatchObject({key: {}});
		expect(snapshot(folder)).toEqual(before);
	});

	test('is not set where something is damaged', async () => {
		const {folder} = await makeFull();
		const history = path.join(folder, 'history.jsonl');
		writeFileSync(history, `${readFileSync(history, 'utf8').replace('Archer', 'Barber')}`);
		const before = snapshot(folder);
		const error = bad(await changePassphrase(folder, plainSeal, 'twelve monkeys', cheap));
		expect(error).toMatchObject({kind: 'damaged'});
		expect(error.message).toContain('line 1 does not match its checksum');
		expect(snapshot(folder)).toEqual(before);
	});

	test('is set although a draft and a copy cannot be read, and says so', async () => {
		const {folder, sheet} = await makeFull();
		const draft = path.join(folder, 'draft-bob.json');
		const copy = path.join(folder, 'backups', 'users-20250102-030405.json');
		for (const unreadable of [draft, copy]) mkdirSync(unreadable);
		const changed = good(await changePassphrase(folder, plainSeal, 'twelve monkeys', cheap));
		expect(changed.left).toEqual([copy, draft]);
		expect(await readAll(folder, changed.seal)).toEqual(whole(sheet));
	});

	test('leaves a backup that nobody can read as it is, and says so', async () => {
		const {folder} = await makeFull();
		const seal = await encrypt(folder, plainSeal, 'twelve monkeys');
		const [backup = ''] = listBackups(path.join(folder, 'backups'));
		writeFileSync(backup, readFileSync(backup).subarray(0, -20));
		const before = readFileSync(backup);
		const changed = good(await changePassphrase(folder, seal, undefined, cheap));
		expect(changed.left).toEqual([backup]);
		expect(readFileSync(backup)).toEqual(before);
	});
});

describe('somebody who has the store open while its passphrase is set, changed or removed', () => {
	test.each([
		['set', plainSeal, 'twelve monkeys'],
		['changed', undefined, 'thirteen monkeys'],
		['removed', undefined, undefined],
	] as const)('%s: writes nothing any more, and is told why', async (_, first, passphrase) => {
		const {folder, sheet} = await makeFull();
		const seal = first ?? (await encrypt(folder, plainSeal, 'twelve monkeys'));
		const {store} = await open(folder, false, seal);
		await encrypt(folder, seal, passphrase);
		const before = snapshot(folder);
		const told =
			'was set, changed or removed since it was opened. From then on nothing is saved here: start usersheet again.';
		const add = {...emptyChange('Add'), added: [makeUser(9)]};
		expect(bad(await store.commit(add, sheet)).message).toContain(told);
		expect(bad(store.read()).message).toContain(told);
		expect(bad(Object(await store.checkpoint())).message).toContain(told);
		expect(bad(await store.backup()).message).toContain(told);
		store.draft.keep({form: {lastName: 'Archer'}});
		expect(snapshot(folder)).toEqual(before);
	});
});

const kills: readonly (readonly [change: string, from: string | undefined, to: string | undefined])[] = [
	['set', undefined, 'thirteen monkeys'],
	['changed', 'twelve monkeys', 'thirteen monkeys'],
	['removed', 'twelve monkeys', undefined],
];
const stops: readonly (readonly [step: ResealStep, times: number])[] = [
	['begun', 1],
	...[1, 2, 3, 4, 5].map((times) => ['file', times] as const),
	['finished', 1],
];

/** A process that changes a passphrase and is killed at a step. */
async function killAt(
	folder: string,
	step: ResealStep,
	times: number,
	from?: string,
	to?: string,
): Promise<void> {
	const source = (name: string) =>
		JSON.stringify(new URL(`../../source/store/passphrase/${name}.ts`, import.meta.url).href);
	const script = `
		const {changePassphrase} = await import(${source('change-passphrase')});
		const {unlockStore} = await import(${source('unlock-store')});
		const [folder, step, times, from, to] = JSON.parse(process.argv[1]);
		let left = times;
		const seal = await unlockStore(folder, async () => from);
		await changePassphrase(folder, seal, to ?? undefined, ${cheap}, (at) => {
			left -= at === step ? 1 : 0;
			if (left === 0) process.kill(process.pid, 'SIGKILL');
		});`;
	const task = JSON.stringify([folder, step, times, from ?? null, to ?? null]);
	const child = spawn(process.execPath, ['--input-type=module', '--eval', script, task], {
		env: {...process.env, NODE_COMPILE_CACHE: path.join(tmpdir(), 'node-compile-cache')},
		stdio: 'inherit',
	});
	const [, signal] = await once(child, 'exit');
	expect(signal).toBe('SIGKILL');
	removeLocks(folder);
}

describe('a crash while the passphrase is', () => {
	test.each(kills)(
		'%s loses nothing wherever it comes, and the next one goes on',
		{
			timeout: 60_000,
		},
		async (_, from, to) => {
			const play = async ([step, times]: (typeof stops)[number]): Promise<void> => {
				const {folder, sheet} = await makeFull();
				if (from !== undefined) await encrypt(folder, plainSeal, from);
				await killAt(folder, step, times, from, to);
				// The new passphrase counts from the first step on; the old one until all is plain text.
				const seal =
					step === 'finished' && to === undefined ? plainSeal : await unlock(folder, to ?? from ?? '');
				expect((await readAll(folder, seal)).sheet).toEqual(sheet);
				const {store} = await open(folder, false, seal);
				await store.close();
				expect(filesInTheClear(folder)).toHaveLength(to === undefined ? 5 : 0);
				const settled = to === undefined ? plainSeal : await unlock(folder, to);
				expect(settled.former).toBeUndefined();
				expect(await readAll(folder, settled)).toEqual(whole(sheet));
				const left = readdirSync(folder).filter((name) => !name.endsWith('.lock'));
				expect(left.sort()).toEqual(
					[
						'backups',
						`draft-${userInfo().username}.json`,
						'history.jsonl',
						'journal.jsonl',
						...(to === undefined ? [] : ['key.jsonl']),
						'users.json',
					].sort(),
				);
			};
			await Promise.all(stops.map(play));
		},
	);
});
