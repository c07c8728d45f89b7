import {existsSync, readdirSync, readFileSync, truncateSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makeStore} from './run-cli.ts';

type Run = ReturnType<typeof makeStore>['run'];

const add = (run: Run, name: string) => run(`add --last-name ${name} --email ${name}@example.com`);
const names = async (run: Run) =>
	JSON.parse((await run('list --json')).out).map(({id, lastName}: {id: number; lastName: string}) => [
		id,
		lastName,
	]);

/** A backup of Archer (with a PIN) and Baker; since then Archer's PIN was changed, Baker deleted, Cook created. */
async function makeBackup() {
	const store = makeStore();
	const {run} = store;
	await add(run, 'Archer');
	await add(run, 'Baker');
	await run('set-pin --pin 4711 --id 1');
	const file = (await run('backup')).out.trimEnd();
	await run('set-pin --pin 0815 --id 1');
	await run('delete --id 2');
	await add(run, 'Cook');
	return {...store, file};
}

describe('backup', () => {
	it('prints the name of a dated copy, and can be refused', async () => {
		const {run, folder, file} = await makeBackup();
		expect(file).toMatch(/users-\d{8}-\d{6}\.json$/);
		expect(file.startsWith(join(folder, 'store', 'backups'))).toBe(true);
		expect(readFileSync(file, 'utf8')).toContain('Baker');
		expect(await run('backup --read-only')).toMatchObject({code: 4, out: ''});
		expect(readdirSync(join(folder, 'store', 'backups'))).toHaveLength(1);
	});

	it('copies nothing where there is nothing', async () => {
		const {run, folder} = makeStore();
		expect(await run('backup')).toEqual({
			code: 0,
			out: '',
			err: 'There is nothing to copy yet: nothing has ever been changed.\n',
		});
		expect(existsSync(join(folder, 'store'))).toBe(false);
	});
});

describe('restore', () => {
	it('reads no file that is larger than a dated copy can be', async () => {
		const {run, folder} = makeStore();
		const file = join(folder, 'large.json');
		writeFileSync(file, '');
		truncateSync(file, 1024 ** 3 + 1);
		expect(await run(['restore', file])).toMatchObject({
			out: '',
			err: expect.stringContaining('it is larger than 1 GiB'),
		});
	});

	it('says first what it would do, and writes nothing then', async () => {
		const {run, file} = await makeBackup();
		const before = await names(run);
		const dry = await run(['restore', file, '--dry-run']);
		expect(dry).toMatchObject({code: 0, err: ''});
		expect(dry.out).toMatch(/^Would restore users-[\d-]+\.json: 1 user created, 1 changed, 1 deleted\.\n$/);
		expect(await names(run)).toEqual(before);
		expect(await run(['restore', file, '--dry-run', '--read-only'])).toEqual(dry);
		expect(await run(['restore', file, '--read-only'])).toMatchObject({code: 4, out: ''});
	});

	it('brings everything back as one change of the history, which can be undone', async () => {
		const {run, file} = await makeBackup();
		const before = await run('list --json --show-pins --read-only');
		const restored = await run(['restore', file]);
		expect(restored.code).toBe(0);
		expect(restored.out).toMatch(/^Restored users-[\d-]+\.json: 1 user created, 1 changed, 1 deleted\.\n$/);
		expect(restored.err).toBe('"usersheet undo 7" takes it back.\n');
		expect(await names(run)).toEqual([
			[1, 'Archer'],
			[2, 'Baker'],
		]);
		expect((await run('list --json --show-pins --read-only')).out).toContain('"deploymentPin":"4711"');
		const [newest] = JSON.parse((await run('history --json')).out);
		expect(newest).toMatchObject({
			revision: 7,
			from: 'restore',
			label: expect.stringContaining('Restore users-'),
		});
		expect(await run('undo 7')).toMatchObject({code: 0, err: ''});
		expect(await run('list --json --show-pins --read-only')).toEqual(before);
	});

	it('gives no ID again that was given since the backup', async () => {
		const {run, file} = await makeBackup();
		await run(['restore', file]);
		await add(run, 'Dyer');
		expect(await names(run)).toEqual([
			[1, 'Archer'],
			[2, 'Baker'],
			[4, 'Dyer'],
		]);
	});

	it('fills a new store with the IDs of the backup', async () => {
		const {file} = await makeBackup();
		const {run} = makeStore();
		const {code, err} = await run(['restore', file]);
		expect({code, err}).toEqual({
			code: 0,
			err: expect.stringContaining('New users get IDs from 3 on. IDs that'),
		});
		expect(await names(run)).toEqual([
			[1, 'Archer'],
			[2, 'Baker'],
		]);
	});

	it('has nothing to do twice', async () => {
		const {run, file} = await makeBackup();
		await run(['restore', file]);
		const again = await run(['restore', file]);
		expect(again).toMatchObject({code: 0, out: ''});
		expect(again.err).toMatch(
			/^There is nothing to restore: the sheet holds what users-[\d-]+\.json holds\.\n$/,
		);
		expect(JSON.parse((await run('history --json')).out)).toHaveLength(7);
	});

	it.each([
		['is no JSON', () => 'garbage', 'is damaged'],
		[
			'has a user twice',
			(text: string) => text.replace(/"id": ?2/, '"id":1'),
			'is damaged: two users have the ID 1',
		],
		['is cut off', (text: string) => text.slice(0, -20), 'is damaged'],
		[
			'is newer',
			(text: string) => text.replace(/"version": ?\d+/, '"version":99'),
			'was written by a newer usersheet',
		],
	])('refuses a file that %s, with the reason', async (_what, spoil, reason) => {
		const {run, folder, file} = await makeBackup();
		const before = await names(run);
		const copy = join(folder, 'copy.json');
		writeFileSync(copy, spoil(readFileSync(file, 'utf8')));
		const result = await run(['restore', copy]);
		expect(result).toMatchObject({code: 2, out: ''});
		expect(result.err).toContain(`${copy} ${reason}`);
		expect(result.err).toContain('Nothing was changed.');
		expect(result.err).not.toContain('4711');
		expect(await names(run)).toEqual(before);
	});

	it('refuses a file that is not there, and a folder', async () => {
		const {run, folder} = await makeBackup();
		expect(await run(['restore', join(folder, 'gone.json')])).toMatchObject({code: 2, out: ''});
		expect(await run(['restore', folder])).toMatchObject({code: 2, out: ''});
	});
});
