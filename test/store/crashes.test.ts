import {spawn} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {setTimeout} from 'node:timers/promises';
import {expect, onTestFinished, test, vi} from 'vitest';
import {applyChange, emptyChange} from '../../source/domain/change.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import {openStore} from '../../source/store/open-store.ts';
import {makeUsers} from '../helpers/make-users.ts';
import {type CrashLine, crashChange} from './crash-writer.ts';
import {ageLocks, done, good, makeFolder, open} from './store-folder.ts';

/** Users of the stores that one process writes; the first one is large enough for a worker and for changes of several lines. */
const sizes = [600, 40, 40, 40, 40, 3, 3, 3, 3, 3, 3, 3];
const kills = 18;

/** Starts a process that waits for its standard input to end. */
function startCrasher(directories: readonly string[]) {
	const script = new URL('crash-writer.ts', import.meta.url).pathname;
	const child = spawn(process.execPath, [script, JSON.stringify(directories)], {
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
		/** Lets it begin, waits until nearly every store has something new, and kills it at any moment after that. */
		async runAndKill(): Promise<void> {
			await new Promise<void>((resolve) => {
				onLine = () => {
					const begun = new Set(lines.map((line) => ('store' in line ? line.store : -1)));
					if (begun.size >= directories.length - 1 || begun.has(-1)) resolve();
				};
				child.stdin.end();
			});
			await setTimeout(Math.random() * 60);
			child.kill('SIGKILL');
			await ended;
		},
	};
}

/** What the store holds now; it must be what the changes up to some revision, at least the reported one, make of it. */
async function verify(
	directory: string,
	before: Sheet,
	reported: number,
	withHistory: boolean,
): Promise<Sheet> {
	const {store, sheet} = good(await openStore({directory, readOnly: true}));
	expect(sheet.revision).toBeGreaterThanOrEqual(reported);
	expect(sheet.revision).toBeLessThanOrEqual(reported + 1);
	let expected = before;
	while (expected.revision < sheet.revision) expected = applyChange(expected, crashChange(expected));
	expect(sheet).toEqual(expected);
	const history = withHistory ? good(await store.history()) : [];
	if (withHistory)
		expect(history.map((entry) => entry.revision)).toEqual(
			Array.from({length: sheet.revision}, (_, index) => sheet.revision - index),
		);
	await store.close();
	return sheet;
}

test(`${kills} kills of a process that writes ${sizes.length} stores lose nothing, halve nothing, and leave the history whole`, {
	timeout: 180_000,
}, async () => {
	const stores = await Promise.all(
		sizes.map(async (size) => {
			const directory = makeFolder();
			const {store, sheet} = await open(directory);
			return {
				directory,
				sheet: (await done(store.commit({...emptyChange('Crowd'), added: makeUsers(size)}, sheet))).sheet,
			};
		}),
	);
	const directories = stores.map(({directory}) => directory);
	let next = startCrasher(directories);
	for (let kill = 0; kill < kills; kill += 1) {
		const crasher = next;
		// The next one starts meanwhile: that takes most of the time.
		next = startCrasher(directories);
		await crasher.runAndKill();
		for (const [index, store] of stores.entries()) {
			ageLocks(store.directory);
			const reported = crasher.lines.flatMap((line) => {
				if ('failed' in line) throw new Error(line.failed);
				return line.store === index ? [line.revision] : [];
			});
			store.sheet = await verify(
				store.directory,
				store.sheet,
				reported.at(-1) ?? store.sheet.revision,
				kill % 5 === 4,
			);
		}
	}
	for (const {directory} of stores) {
		const {store, sheet} = await open(directory);
		await done(store.commit(crashChange(sheet), sheet));
		// The lock of a checkpoint that was killed counts until it is stale.
		await vi.waitUntil(async () => (await store.checkpoint()) === 'done', {timeout: 15_000, interval: 200});
		const left = readdirSync(directory).filter((name) => name !== 'backups');
		expect(left.sort()).toEqual(['history.jsonl', 'journal.jsonl', 'users.json']);
	}
});
