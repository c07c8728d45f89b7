import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmdirSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import {replaceCheckpoint} from '../../source/store/checkpoint/replace-checkpoint.ts';
import {acquireLock, lostLockFailure} from '../../source/store/disk/file-lock.ts';
import {plainSeal} from '../../source/store/seal/seal.ts';
import {filesOf} from '../../source/store/seal/sealed-files.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {bad, done, good, makeFolder, open} from './store-folder.ts';

const day = 24 * 60 * 60 * 1000;

/** A lock that somebody has left who died, with a date so many milliseconds from now. */
function leaveLock(file: string, from = 0): void {
	mkdirSync(`${file}.lock`);
	const date = new Date(Date.now() + from);
	utimesSync(`${file}.lock`, date, date);
}

function makeFile(): string {
	return path.join(makeFolder(), 'users.json');
}

describe('a lock', () => {
	test('that is held is waited for, and then told about, with what to do', async () => {
		const file = makeFile();
		const lock = good(await acquireLock(file, file));
		const error = bad(await acquireLock(file, file, 100));
		expect(error).toEqual({
			kind: 'locked',
			file,
			message: `${file} is locked by another usersheet that does not let go of it. Nothing was saved. Wait until it is done or end it, then try again. If none is running, remove ${file}.lock.`,
		});
		const waiting = acquireLock(file, file);
		await lock.release();
		await good(await waiting).release();
		expect(existsSync(`${file}.lock`)).toBe(false);
	});

	test('is an empty folder', async () => {
		const file = makeFile();
		const lock = good(await acquireLock(file, file));
		expect(statSync(`${file}.lock`).isDirectory()).toBe(true);
		expect(readdirSync(`${file}.lock`)).toEqual([]);
		await lock.release();
	});

	test('that was left behind is taken over after five seconds, whatever its date, and also one for taking it over', async () => {
		const started = performance.now();
		const taken = [0, -1000, -400 * day, 400 * day].flatMap((from) =>
			[false, true].map(async (isTaking) => {
				const file = makeFile();
				leaveLock(file, from);
				if (isTaking) leaveLock(`${file}.lock`, from);
				const lock = good(await acquireLock(file, file));
				expect(performance.now() - started).toBeGreaterThan(5000);
				await lock.release();
				return readdirSync(path.dirname(file));
			}),
		);
		expect((await Promise.all(taken)).flat()).toEqual([]);
	});

	test('that is alive is left to its holder, whatever the date says', async () => {
		const file = makeFile();
		leaveLock(file, 400 * day);
		let renewals = 0;
		const renewing = setInterval(() => {
			renewals += 1;
			const date = new Date(Date.now() + 400 * day + renewals * 1000);
			utimesSync(`${file}.lock`, date, date);
		}, 1000);
		const error = bad(await acquireLock(file, file));
		clearInterval(renewing);
		expect(error.kind).toBe('locked');
		expect(existsSync(`${file}.lock`)).toBe(true);
	});

	test('that was left behind is taken over by many at once, one after the other', async () => {
		const folder = makeFolder();
		const stores = await Promise.all(Array.from({length: 6}, () => open(folder)));
		leaveLock(path.join(folder, 'users.json'), 400 * day);
		const commits = await Promise.all(
			stores.map(({store, sheet}) =>
				done(store.commit({...emptyChange('Add'), added: [makeUser(1)]}, sheet)),
			),
		);
		expect(commits.map(({change}) => change.added[0]?.id).sort()).toEqual([1, 2, 3, 4, 5, 6]);
		expect(readdirSync(folder).sort()).toEqual(['journal.jsonl', 'users.json']);
	});

	test('of a checkpoint that was left behind keeps no later one away', async () => {
		const folder = makeFolder();
		const {store, sheet} = await open(folder);
		await done(store.commit({...emptyChange('Add'), added: [makeUser(1)]}, sheet));
		leaveLock(path.join(folder, 'users.json.next'), 400 * day);
		expect(await store.checkpoint()).toBe('done');
	});

	test('that is no lock of ours is left alone', async () => {
		const file = makeFile();
		const longAgo = new Date(0);
		writeFileSync(`${file}.lock`, 'mine');
		utimesSync(`${file}.lock`, longAgo, longAgo);
		const started = Date.now();
		expect(bad(await acquireLock(file, file, 100)).kind).toBe('locked');
		expect(Date.now() - started).toBeLessThan(5000);
		expect(readFileSync(`${file}.lock`, 'utf8')).toBe('mine');
	});

	test('that somebody else has taken over is noticed, and not released', async () => {
		const file = makeFile();
		const lock = good(await acquireLock(file, file));
		expect(lock.isOurs()).toBe(true);
		rmdirSync(`${file}.lock`);
		expect(lock.isOurs()).toBe(false);
		mkdirSync(`${file}.lock`);
		expect(lock.isOurs()).toBe(false);
		await lock.release();
		expect(existsSync(`${file}.lock`)).toBe(true);
		expect(lostLockFailure(file).error).toMatchObject({
			kind: 'locked',
			message: expect.stringContaining('Look whether the change is there before you try again.'),
		});
	});

	test('that is lost just before the file is replaced leaves the file alone', () => {
		const file = makeFile();
		writeFileSync(file, 'before');
		expect(replaceCheckpoint(filesOf(file, plainSeal), 'after', () => false)).toBe('not-ours');
		expect(readFileSync(file, 'utf8')).toBe('before');
		expect(readdirSync(path.dirname(file))).toEqual(['users.json']);
		expect(replaceCheckpoint(filesOf(file, plainSeal), 'after', () => true)).toBe('done');
		expect(readFileSync(file, 'utf8')).toBe('after');
	});

	test('cannot be taken in a folder that is gone', async () => {
		const file = path.join(makeFolder(), 'gone', 'users.json');
		expect(bad(await acquireLock(file, file))).toMatchObject({
			kind: 'not-writable',
			message: expect.stringContaining('its folder does not exist'),
		});
	});
});
