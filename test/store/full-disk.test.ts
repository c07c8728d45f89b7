import {spawnSync} from 'node:child_process';
import {readdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import {findUser} from '../../source/domain/sheet.ts';
import {isStoreError, type StoreError} from '../../source/store/store-error.ts';
import {makeUser} from '../domain/arbitrary-sheet.ts';
import {startWriter} from './start-writer.ts';
import {done, makeFolder, open} from './store-folder.ts';

/** A file system of 128 KiB, or undefined where this account may not mount one. */
function mountSmallDisk(): string | undefined {
	const folder = makeFolder();
	const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k,mode=0700', 'tmpfs', folder]);
	if (mounted.status !== 0) return undefined;
	onTestFinished(() => {
		spawnSync('umount', [folder]);
	});
	return folder;
}

describe.skipIf(process.platform === 'win32')('a full disk', () => {
	test('is told, and what was stored before stays; with room again it goes on', async (context) => {
		const folder = mountSmallDisk();
		if (folder === undefined) return context.skip('needs the right to mount a small file system');
		const ballast = path.join(folder, 'ballast');
		writeFileSync(ballast, Buffer.alloc(80_000));
		const {store, sheet} = await open(folder);
		let last = sheet;
		let error: StoreError | undefined;
		for (let index = 0; error === undefined && index < 100; index += 1) {
			const added = [
				makeUser(last.nextId, {lastName: `Number ${index}`, pbxSipPassword: 'secret'.repeat(1000)}),
			];
			const answer = await store.commit({...emptyChange('Add'), added}, last);
			if (isStoreError(answer)) error = answer.error;
			else last = answer.sheet;
		}
		expect(error).toEqual({
			kind: 'full',
			file: store.file,
			message: `${store.file} cannot be written: there is no room left on its disk, or in the quota or the limit for file sizes. Nothing was saved. Make room and try again. What was stored before is left as it is.`,
		});
		expect(last.users.length).toBeGreaterThan(2);
		expect((await open(folder)).sheet).toEqual(last);
		expect(store.read()).toBe(last);
		expect(readdirSync(folder).sort()).toEqual(['ballast', 'journal.jsonl', 'users.json']);

		rmSync(ballast);
		const most = {...emptyChange('Delete'), removed: last.users.slice(2)};
		const {sheet: smaller} = await done(store.commit(most, last));
		expect(smaller.users).toHaveLength(2);
	});

	test('without room for a single byte is told too', async (context) => {
		const folder = mountSmallDisk();
		if (folder === undefined) return context.skip('needs the right to mount a small file system');
		const {store, sheet} = await open(folder);
		const ballast = path.join(folder, 'ballast');
		try {
			writeFileSync(ballast, Buffer.alloc(200_000));
		} catch {
			// It is meant to fill the disk.
		}
		const change = {...emptyChange('Add'), added: [makeUser(1)]};
		expect(await store.commit(change, sheet)).toMatchObject({error: {kind: 'full'}});
		expect(readdirSync(folder)).toEqual(['ballast']);
		rmSync(ballast);
		expect((await done(store.commit(change, sheet))).sheet.users).toHaveLength(1);
	});

	test('or a limit for file sizes takes nothing of what was reported', async () => {
		const directory = makeFolder();
		const limit = ['sh', '-c', 'ulimit -f 64 && exec "$@"', 'sh'];
		const writer = startWriter({directory, name: 'a', field: 4, commits: 100, size: 1000}, {}, limit);
		await writer.ready;
		writer.begin();
		const lines = await writer.ended;
		const reported = lines.slice(0, -1);
		expect(lines.at(-1)).toMatchObject({error: {kind: 'full'}});
		expect(reported.length).toBeGreaterThan(5);
		const {sheet} = await open(directory);
		expect(sheet.revision).toBe(reported.length);
		for (const {ids = []} of reported) for (const id of ids) expect(findUser(sheet, id)).toBeDefined();
		expect(readdirSync(directory).sort()).toEqual(['journal.jsonl', 'users.json']);
	});
});
