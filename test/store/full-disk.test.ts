import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import {findUser} from '../../source/domain/sheet.ts';
import {isStoreError, type StoreError} from '../../source/store/store-error.ts';
import {runCli} from '../cli/run-cli.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {makeUsers} from '../helpers/make-users.ts';
import {startWriter} from './start-writer.ts';
import {done, makeFolder, open} from './store-folder.ts';

/** A file system of so many KiB, or undefined where this account may not mount one. */
function mountSmallDisk(size = 128): string | undefined {
	const folder = makeFolder();
	const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}k,mode=0700`, 'tmpfs', folder]);
	if (mounted.status !== 0) return undefined;
	onTestFinished(() => {
		spawnSync('umount', [folder]);
	});
	return folder;
}

/** Fills a file system but for that many bytes. */
function fillUp(folder: string, room: number): string {
	const {bavail, bsize} = statfsSync(folder);
	const ballast = path.join(folder, 'ballast');
	writeFileSync(ballast, Buffer.alloc(bavail * bsize - room));
	return ballast;
}

/** The files of a store, with what is in them; without the dated copies. */
function readStore(directory: string): unknown {
	return readdirSync(directory)
		.filter((name) => name !== 'backups')
		.sort()
		.map((name) => [name, readFileSync(path.join(directory, name), 'utf8')]);
}

function listBackups(directory: string): readonly string[] {
	const folder = path.join(directory, 'backups');
	return existsSync(folder) ? readdirSync(folder) : [];
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

	test.for([['while it is written', 3, 1] as const, ['while the copy before it is made', 400, 0] as const])(
		'leaves an import out whole, %s, and lets it be done when there is room',
		async ([, users, copies], context) => {
			const folder = mountSmallDisk(1024);
			if (folder === undefined) return context.skip('needs the right to mount a small file system');
			const directory = path.join(folder, 'store');
			const {store, sheet} = await open(directory);
			await done(store.commit({...emptyChange('Add'), added: makeUsers(users)}, sheet));
			await store.close();
			const file = path.join(makeFolder(), 'new.csv');
			const rows = Array.from(
				{length: 400},
				(_, index) => `Archer ${index},user${index}@example.com,secret\n`,
			);
			writeFileSync(file, `Last name,Email address,PBX SIP password\n${rows.join('')}`);
			const before = readStore(directory);
			const ballast = fillUp(folder, 20_000);
			const refused = await runCli(['--store', directory, 'import', file]);
			expect(refused).toMatchObject({
				code: 4,
				err: expect.stringContaining('there is no room left on its disk'),
			});
			expect(readStore(directory)).toEqual(before);
			expect(listBackups(directory)).toHaveLength(copies);
			expect((await open(directory)).sheet.users).toHaveLength(users);
			rmSync(ballast);
			expect(await runCli(['--store', directory, 'import', file])).toMatchObject({code: 0});
			expect((await open(directory)).sheet.users).toHaveLength(users + 400);
		},
	);

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
