import {spawn} from 'node:child_process';
import {mkdirSync, readdirSync, watch} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {setTimeout} from 'node:timers/promises';
import {expect, onTestFinished, vi} from 'vitest';
import {applyChange} from '../../source/domain/apply-change.ts';
import {type Change, emptyChange} from '../../source/domain/change.ts';
import type {Entry} from '../../source/domain/entry.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import {plainSeal} from '../../source/store/seal/seal.ts';
import {makeUsers} from '../helpers/make-users.ts';
import {type CrashLine, crashPassphrase} from './crash-line.ts';
import {done, encrypt, good, makeFolder, open, removeLocks, unlock} from './store-folder.ts';

/** A store that a process which is killed writes to, and the sheet that it held after the last kill. */
export type CrashedStore = {readonly directory: string; sheet: Sheet};

type Crasher = {
	readonly lines: readonly CrashLine[];
	/**
	 * Lets it begin, waits until nearly every store has something new, and kills it at any moment after that; or as soon
	 * as it has begun to write one of them again.
	 */
	runAndKill(): Promise<void>;
};

/** Starts a process that waits for its standard input to end. */
function startCrasher(script: string, directories: readonly string[]): Crasher {
	const file = new URL(script, import.meta.url).pathname;
	const child = spawn(process.execPath, [file, JSON.stringify(directories)], {
		env: {...process.env, NODE_COMPILE_CACHE: path.join(tmpdir(), 'node-compile-cache')},
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	onTestFinished(() => {
		child.kill('SIGKILL');
	});
	const lines: CrashLine[] = [];
	let onLine = (): void => {};
	createInterface({input: child.stdout}).on('line', (text) => {
		if (text !== 'ready') lines.push(JSON.parse(text));
		onLine();
	});
	const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
	return {
		lines,
		async runAndKill() {
			await new Promise<void>((resolve) => {
				onLine = () => {
					const begun = new Set(lines.map((line) => ('store' in line ? line.store : -1)));
					if (begun.size >= directories.length - 1 || begun.has(-1)) resolve();
				};
				child.stdin.end();
			});
			if (Math.random() < 0.5) await setTimeout(Math.random() * 60);
			else await untilLocked(directories, ended);
			child.kill('SIGKILL');
			await ended;
		},
	};
}

/** Resolves when a commit to one of the stores has begun, and a moment after that. */
async function untilLocked(directories: readonly string[], ended: Promise<void>): Promise<void> {
	const end = new AbortController();
	await new Promise<void>((resolve) => {
		const look = (_event: string, name: string | null): void => {
			if (name === 'users.json.lock') resolve();
		};
		for (const directory of directories) watch(directory, {signal: end.signal, persistent: false}, look);
		// Should nothing be written any more, the process has ended.
		void ended.then(resolve);
	});
	end.abort();
	await setTimeout(Math.random() * 4);
}

/**
 * Kills that many processes, one after the other, while they write all the stores, and verifies each store after each
 * kill: it opens, holds all that was reported as saved and no more than what was being written, whole or not at all.
 *
 * @param nextChange the change that leads from a sheet to the next one
 */
export async function killOften(
	{script, kills, nextChange}: {script: string; kills: number; nextChange: (sheet: Sheet) => Change},
	stores: readonly CrashedStore[],
): Promise<void> {
	const directories = stores.map(({directory}) => directory);
	let next = startCrasher(script, directories);
	for (let kill = 0; kill < kills; kill += 1) {
		const crasher = next;
		// The next one starts meanwhile: that takes most of the time.
		next = startCrasher(script, directories);
		await crasher.runAndKill();
		for (const [index, store] of stores.entries()) {
			removeLocks(store.directory);
			const reported = crasher.lines.flatMap((line) => {
				if ('failed' in line) throw new Error(line.failed);
				return line.store === index ? [line.revision] : [];
			});
			const {directory, sheet: before} = store;
			const {store: opened, sheet} = await open(directory, true, await unlock(directory, crashPassphrase));
			const least = reported.at(-1) ?? before.revision;
			expect(sheet.revision).toBeGreaterThanOrEqual(least);
			expect(sheet.revision).toBeLessThanOrEqual(least + 1);
			let expected = before;
			while (expected.revision < sheet.revision) expected = applyChange(expected, nextChange(expected));
			expect(sheet).toEqual(expected);
			if (kill % 5 === 4) expectWhole(good(await opened.entries()), sheet.revision);
			await opened.close();
			store.sheet = sheet;
		}
	}
}

/** Every revision once, the newest first. */
function expectWhole(history: readonly Entry[], revision: number): void {
	expect(history.map((entry) => entry.revision)).toEqual(
		Array.from({length: revision}, (_, index) => revision - index),
	);
}

/** A store with that many users, in a folder of its own within another one; every second one is encrypted. */
export async function makeStore(size: number, index: number): Promise<CrashedStore> {
	const directory = path.join(makeFolder(), 'store');
	mkdirSync(directory, {mode: 0o700});
	const seal = index % 2 === 0 ? await encrypt(directory, plainSeal, crashPassphrase) : plainSeal;
	const {store, sheet} = await open(directory, false, seal);
	const added = makeUsers(size);
	return {directory, sheet: (await done(store.commit({...emptyChange('Crowd'), added}, sheet))).sheet};
}

/** One more commit and a checkpoint: nothing that a killed process has left may be in their way, or stay. */
export async function expectUsable(directory: string, nextChange: (sheet: Sheet) => Change): Promise<void> {
	const seal = await unlock(directory, crashPassphrase);
	const {store, sheet} = await open(directory, false, seal);
	await done(store.commit(nextChange(sheet), sheet));
	// The lock of a checkpoint that was killed counts until it is stale.
	await vi.waitUntil(async () => (await store.checkpoint()) === 'done', {timeout: 15_000, interval: 200});
	// Whoever is killed while taking over a lock leaves an empty folder, which is taken over in turn.
	const left = readdirSync(directory).filter((name) => name !== 'backups' && !name.endsWith('.lock.lock'));
	const key = seal === plainSeal ? [] : ['key.jsonl'];
	expect(left.sort()).toEqual(['history.jsonl', 'journal.jsonl', ...key, 'users.json']);
}
