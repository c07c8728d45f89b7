import {closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import Conf from 'conf';
import {type Change, emptyChange, updateChange} from '../../source/domain/change.ts';
import {emptySheet, type Sheet} from '../../source/domain/sheet.ts';
import {encodeSheet} from '../../source/store/checkpoint/encode-sheet.ts';
import {replaceCheckpoint} from '../../source/store/checkpoint/replace-checkpoint.ts';
import {openStore} from '../../source/store/open-store.ts';
import {changePassphrase} from '../../source/store/passphrase/change-passphrase.ts';
import {unlockStore} from '../../source/store/passphrase/unlock-store.ts';
import {plainSeal, type Seal} from '../../source/store/seal/seal.ts';
import {filesOf} from '../../source/store/seal/sealed-files.ts';
import type {Store} from '../../source/store/store.ts';
import {makeUsers} from '../helpers/make-users.ts';
import type {BenchRow} from './import-plan.ts';

const many = 100_000;
const usual = 10_000;
const edits = 50;

/**
 * Times the store: one cell edit among 100,000 users against a bare append and fdatasync of as many bytes, and against
 * conf's own `set` of one value in a file of that size; what opening 10,000 users takes with a journal of 500 edits against
 * the same without one; how long a checkpoint at 100,000 users holds up the event loop; and what encryption adds to the
 * edit and to the opening, without the passphrase itself, whose work is meant to take its time. Medians.
 */
export async function benchJournal(): Promise<readonly BenchRow[]> {
	const folder = mkdtempSync(path.join(tmpdir(), 'usersheet-bench-'));
	try {
		const large = await makeStore(path.join(folder, 'large'), many);
		const edit = await timeEdits(large);
		const append = timeAppends(path.join(folder, 'bare'));
		const set = timeConf(path.join(folder, 'conf'), many);
		const blocked = await longestBlock(() => large.store.checkpoint());
		const idle = await longestBlock(() => new Promise((resolve) => setTimeout(resolve, 1000)));
		await large.store.close();
		const opening = await timeOpening(path.join(folder, 'usual'));
		const encrypted = await timeEncrypted(path.join(folder, 'encrypted'));
		return [
			row('Cell edit at 100,000 users, against append + fdatasync', edit, append),
			row('Cell edit at 100,000 users, against conf’s set', edit, set),
			row('Longest block during a checkpoint at 100,000 users, against an idle second', blocked, idle),
			row('Opening 10,000 users with 500 edits in the journal, against none', opening.with, opening.without),
			row('Cell edit at 100,000 users, encrypted, against plain text', encrypted.edit, edit),
			row('Opening 10,000 users, encrypted, against plain text', encrypted.open, encrypted.openPlain),
			row('Trying one passphrase, against opening 10,000 users', encrypted.passphrase, encrypted.openPlain),
		];
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
}

function row(name: string, value: number, baseline: number): BenchRow {
	return {name, value, baseline, ratio: value / baseline, unit: 'ms'};
}

async function makeStore(
	directory: string,
	count: number,
): Promise<{readonly store: Store; readonly sheet: Sheet}> {
	const opened = await openStore({directory, readOnly: false});
	if ('error' in opened) throw new Error(opened.error.message);
	// As a checkpoint has it, so that nothing is written in the background meanwhile.
	const {store} = opened;
	const first = await store.commit({...emptyChange('One'), added: makeUsers(1)}, opened.sheet);
	if ('error' in first) throw new Error(first.error.message);
	await store.close();
	rmSync(path.join(directory, 'journal.jsonl'));
	const sheet = {...emptySheet, users: makeUsers(count), nextId: count + 1, revision: 1};
	replaceCheckpoint(filesOf(store.file, plainSeal), encodeSheet(sheet), () => true);
	const again = await openStore({directory, readOnly: false});
	if ('error' in again) throw new Error(again.error.message);
	return again;
}

function editOf(sheet: Sheet, index: number): Change {
	const user = sheet.users[(index * 977) % sheet.users.length];
	if (user === undefined) throw new Error('nobody to edit');
	return updateChange('Edit Last name', user, {...user, lastName: `Edited ${index}`});
}

async function timeEdits({store, sheet}: {readonly store: Store; readonly sheet: Sheet}, count = edits) {
	const times: number[] = [];
	let last = sheet;
	for (let index = 0; index < count; index += 1) {
		const change = editOf(last, index);
		const start = performance.now();
		const committed = await store.commit(change, last);
		times.push(performance.now() - start);
		if ('error' in committed) throw new Error(committed.error.message);
		last = committed.sheet;
	}
	return median(times);
}

function timeAppends(file: string): number {
	const handle = openSync(file, 'a', 0o600);
	const line = Buffer.alloc(250, 'x');
	const times = Array.from({length: edits}, () =>
		timed(() => {
			writeSync(handle, line);
			fdatasyncSync(handle);
		}),
	);
	closeSync(handle);
	return median(times);
}

function timeConf(folder: string, count: number): number {
	const conf = new Conf<Record<string, unknown>>({cwd: folder, accessPropertiesByDotNotation: false});
	conf.store = {users: makeUsers(count)};
	return median(Array.from({length: 3}, (_, index) => timed(() => conf.set('edited', index))));
}

async function timeOpening(directory: string) {
	const made = await makeStore(directory, usual);
	await made.store.close();
	const without = await timeOpen(directory);
	const reopened = await openStore({directory, readOnly: false});
	if ('error' in reopened) throw new Error(reopened.error.message);
	await timeEdits(reopened, 500);
	// Not closed: that would tidy the journal away.
	return {without, with: await timeOpen(directory)};
}

async function timeEncrypted(folder: string) {
	const [large, usualSize] = [path.join(folder, 'large'), path.join(folder, 'usual')];
	await (await makeStore(large, many)).store.close();
	await (await makeStore(usualSize, usual)).store.close();
	const seal = await encrypt(large);
	const opened = await openStore({directory: large, readOnly: false, seal});
	if ('error' in opened) throw new Error(opened.error.message);
	const edit = await timeEdits(opened);
	await opened.store.close();
	const openPlain = await timeOpen(usualSize);
	const open = await timeOpen(usualSize, await encrypt(usualSize));
	const start = performance.now();
	await unlockStore(usualSize, async () => 'benchmark');
	return {edit, open, openPlain, passphrase: performance.now() - start};
}

async function encrypt(directory: string): Promise<Seal> {
	const changed = await changePassphrase(directory, plainSeal, 'benchmark');
	if ('error' in changed) throw new Error(changed.error.message);
	return changed.seal;
}

async function timeOpen(directory: string, seal = plainSeal): Promise<number> {
	const times: number[] = [];
	for (let round = 0; round < 7; round += 1) {
		const start = performance.now();
		const opened = await openStore({directory, readOnly: true, seal});
		times.push(performance.now() - start);
		if ('error' in opened) throw new Error(opened.error.message);
		await opened.store.close();
	}
	return median(times);
}

/** The longest time for which a timer of one millisecond had to wait. */
async function longestBlock(work: () => Promise<unknown>): Promise<number> {
	let last = performance.now();
	let longest = 0;
	const look = () => {
		const now = performance.now();
		longest = Math.max(longest, now - last);
		last = now;
	};
	const timer = setInterval(look, 1);
	await work();
	look();
	clearInterval(timer);
	return longest;
}

function timed(work: () => void): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

function median(times: readonly number[]): number {
	return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}
