import {spawnSync} from 'node:child_process';
import {chmodSync, chownSync, mkdirSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import {encodeSheet} from '../../source/store/checkpoint/encode-sheet.ts';
import {makeUser, sheetOf} from '../domain/make-sheet.ts';
import {startWriter} from './start-writer.ts';
import {done, makeFolder, open, snapshot} from './store-folder.ts';

/** root may write everywhere, so its tests run as `nobody`. */
const isRoot = process.getuid?.() === 0;
const account = isRoot ? {uid: 65_534, gid: 65_534, cwd: '/'} : {};

/** Whether the other account reaches the sources at all: a checkout may lie in root's own folder. */
function canRun(): boolean {
	if (process.platform === 'win32') return false;
	const source = new URL('../../source/store/open-store.ts', import.meta.url).href;
	return spawnSync(process.execPath, ['--eval', `import('${source}')`], account).status === 0;
}

/** A folder with a store in it that the account may read. */
function makeStore(): {readonly directory: string; readonly file: string} {
	const folder = makeFolder();
	chmodSync(folder, 0o755);
	const directory = path.join(folder, 'store');
	const file = path.join(directory, 'users.json');
	mkdirSync(directory);
	writeFileSync(file, encodeSheet(sheetOf(makeUser(1, {pbxSipPassword: 'correct-horse'}))), {mode: 0o644});
	chmodSync(directory, 0o755);
	return {directory, file};
}

async function write(directory: string, readOnly = false, meanwhile = () => {}) {
	const writer = startWriter({directory, name: 'a', field: 4, commits: 1, readOnly}, account);
	await writer.ready;
	meanwhile();
	writer.begin();
	return writer.ended;
}

describe.skipIf(!canRun())('a store that may not be written', () => {
	test('is refused while opening, with what to do', async () => {
		const {directory, file} = makeStore();
		chmodSync(directory, 0o555);
		const before = snapshot(directory);
		expect(await write(directory)).toEqual([
			{
				error: {
					kind: 'not-writable',
					file,
					message: `${file} cannot be written: permission is denied. Nothing was saved. Put that right and try again, open it with --read-only, or choose another store with --store. What was stored before is left as it is.`,
				},
			},
		]);
		expect(snapshot(directory)).toEqual(before);
	});

	test('opens read-only', async () => {
		const {directory} = makeStore();
		chmodSync(directory, 0o555);
		const before = snapshot(directory);
		expect(await write(directory, true)).toMatchObject([{error: {kind: 'read-only'}}]);
		expect(snapshot(directory)).toEqual(before);
	});

	test('because its owner made the file read-only is refused as well', async () => {
		const {directory, file} = makeStore();
		chmodSync(file, 0o444);
		chmodSync(directory, 0o777);
		expect(await write(directory)).toMatchObject([{error: {kind: 'not-writable'}}]);
	});

	test('any more after it was opened is told at once by the commit, and left as it is', async () => {
		const {directory, file} = makeStore();
		chmodSync(file, 0o666);
		chmodSync(directory, 0o777);
		let before: unknown;
		const lines = await write(directory, false, () => {
			chmodSync(directory, 0o555);
			before = snapshot(directory);
		});
		expect(lines).toMatchObject([{error: {kind: 'not-writable', file}}]);
		expect(snapshot(directory)).toEqual(before);
	});

	test('because its folder cannot be made is refused while opening', async () => {
		const {directory} = makeStore();
		chmodSync(directory, 0o555);
		expect(await write(path.join(directory, 'deep', 'er'))).toMatchObject([{error: {kind: 'not-writable'}}]);
	});

	test('nor read is told apart', async () => {
		const {directory, file} = makeStore();
		chmodSync(file, 0o200);
		expect(await write(directory)).toEqual([
			{
				error: {
					kind: 'unreadable',
					file,
					message: `${file} cannot be read: permission is denied. Put that right, or choose another store with --store. The file is left as it is.`,
				},
			},
		]);
	});
});

test.skipIf(!isRoot)('a store that root has changed still belongs to whom it belonged', async () => {
	const {directory, file} = makeStore();
	for (const entry of [directory, file]) chownSync(entry, 65_534, 65_534);
	const {store, sheet} = await open(directory);
	await done(store.commit({...emptyChange('Add'), added: [makeUser(2)]}, sheet));
	expect(statSync(file)).toMatchObject({uid: 65_534, gid: 65_534});
});
