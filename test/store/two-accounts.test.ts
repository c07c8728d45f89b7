import {spawnSync} from 'node:child_process';
import {
	chmodSync,
	chownSync,
	existsSync,
	linkSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import {plainSeal} from '../../source/store/seal/seal.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {done, encrypt, good, makeFolder, open} from './store-folder.ts';

/** Only root can be two accounts: itself and `nobody`. For all others these tests are skipped, and say so. */
const isRoot = process.getuid?.() === 0;
const nobody = 65_534;
const script = fileURLToPath(new URL('../../source/cli.ts', import.meta.url));
const row = 'Last name,Email address\n';

type Ran = {readonly code: number | null; readonly out: string; readonly err: string};

/** Runs usersheet as an account, with its own home. */
function runAs(uid: number, home: string, argv: readonly string[], stdin = ''): Ran {
	const store = path.join(home, 'store');
	const options = {uid, gid: uid, cwd: '/', input: stdin, env: {HOME: home, PATH: process.env.PATH}};
	const {status, stdout, stderr} = spawnSync(process.execPath, [script, '--store', store, ...argv], options);
	return {code: status, out: stdout?.toString() ?? '', err: stderr?.toString() ?? ''};
}

/** Whether the other account reaches the sources at all: a checkout may lie in root's own folder. */
const canRun = isRoot && runAs(nobody, '/tmp', ['--version']).code === 0;

/** The home of nobody, with a store of one user in it. */
function makeHome(): {readonly home: string; readonly store: string} {
	const home = makeFolder();
	chownSync(home, nobody, nobody);
	chmodSync(home, 0o755);
	const added = runAs(nobody, home, ['add', '--last-name', 'Archer', '--email', 'a@example.com']);
	expect(added).toMatchObject({code: 0, err: ''});
	return {home, store: path.join(home, 'store')};
}

/** What in a folder does not belong to nobody, or is open to others. */
function strangers(folder: string): readonly string[] {
	const names = readdirSync(folder, {recursive: true, encoding: 'utf8'});
	// Node makes its own folder in there.
	return names.filter((name) => {
		if (name.startsWith('.cache')) return false;
		const {uid, gid, mode} = lstatSync(path.join(folder, name));
		return uid !== nobody || gid !== nobody || (mode & 0o077) !== 0;
	});
}

/** Everything that a person does on the command line, and on the screen with a draft. */
async function workAsRoot(home: string, store: string): Promise<void> {
	const root = (argv: readonly string[], stdin?: string) => {
		const ran = runAs(0, home, argv, stdin);
		expect({argv, ...ran}).toMatchObject({argv, code: 0});
	};
	root(['add', '--last-name', 'Baker', '--email', 'b@example.com']);
	root(['settings', '--backup-above', '0']);
	root(['backup']);
	root(['import', '-'], `${row}Cook,c@example.com\n`);
	root(['undo', '2']);
	root(['settings', '--my-name', 'Root']);
	const opened = await open(store);
	expect(await opened.store.checkpoint()).toBe('done');
	opened.store.draft.keep({cell: 'half'});
	await opened.store.close();
}

describe.skipIf(!canRun)('root in the store of another account', {timeout: 60_000}, () => {
	test('makes no file and no folder that is not the owner’s', async () => {
		const {home, store} = makeHome();
		await workAsRoot(home, store);
		const names = readdirSync(store);
		expect(names).toEqual(expect.arrayContaining(['backups', 'history.jsonl', 'journal.jsonl']));
		expect(names.some((name) => name.startsWith('draft-'))).toBe(true);
		expect(strangers(home)).toEqual([]);
		for (const argv of [['backup'], ['add', '--last-name', 'Dow', '--email', 'd@example.com'], ['doctor']]) {
			expect(runAs(nobody, home, argv)).toMatchObject({code: 0, err: ''});
		}
	});

	test('encrypts it for its owner', async () => {
		const {home, store} = makeHome();
		await workAsRoot(home, store);
		await encrypt(store, plainSeal, 'correct horse');
		expect(strangers(home)).toEqual([]);
		const secret = path.join(home, 'secret');
		writeFileSync(secret, 'correct horse\n', {mode: 0o600});
		chownSync(secret, nobody, nobody);
		for (const argv of [['backup'], ['list'], ['doctor']]) {
			expect(runAs(nobody, home, ['--passphrase-file', secret, ...argv])).toMatchObject({code: 0, err: ''});
		}
	});

	test('makes a new store, and saves a damaged one, for who owns the folder', () => {
		const {home, store} = makeHome();
		expect(runAs(0, home, ['doctor', '--salvage', path.join(home, 'new', 'saved')])).toMatchObject({code: 0});
		rmSync(store, {recursive: true});
		expect(runAs(0, home, ['add', '--last-name', 'Archer', '--email', 'a@example.com'])).toMatchObject({
			code: 0,
		});
		expect(strangers(home)).toEqual([]);
	});

	test('gives back the folder of copies that an older usersheet has kept from its owner, which the doctor tells', () => {
		const {home, store} = makeHome();
		const backups = path.join(store, 'backups');
		mkdirSync(backups, {mode: 0o700});
		expect(runAs(nobody, home, ['backup'])).toMatchObject({code: 4, err: expect.stringContaining(backups)});
		expect(runAs(nobody, home, ['doctor']).out).toContain(`${backups} belongs to another account`);
		expect(runAs(0, home, ['backup'])).toMatchObject({code: 0});
		expect(runAs(nobody, home, ['backup'])).toMatchObject({code: 0});
		expect(strangers(store)).toEqual([]);
	});

	test('writes through no link that was put in its way, and gives no other file away', async () => {
		const {home, store} = makeHome();
		const precious = path.join(makeFolder(), 'precious');
		writeFileSync(precious, 'precious', {mode: 0o600});
		const before = statSync(precious);
		const names = ['users.json.next', 'journal.jsonl.next', 'history.jsonl.next', 'key.jsonl.next'];
		const drafts = ['draft-root.json', 'draft-root.json.next'];
		for (const name of names) symlinkSync(precious, path.join(store, name));
		for (const name of drafts) linkSync(precious, path.join(store, name));
		await workAsRoot(home, store);
		await encrypt(store, plainSeal, 'correct horse');
		const after = statSync(precious);
		expect(readFileSync(precious, 'utf8')).toBe('precious');
		expect([after.uid, after.gid, after.mode]).toEqual([before.uid, before.gid, before.mode]);
		expect(strangers(store)).toEqual([]);
	});
});

describe.skipIf(!canRun)('an account that cannot read a file', {timeout: 60_000}, () => {
	test.each(['journal.jsonl', 'history.jsonl', 'users.json', 'key.jsonl'])(
		'is told which one: %s',
		async (name) => {
			const {home, store} = makeHome();
			const opened = await open(store);
			expect(await opened.store.checkpoint()).toBe('done');
			await done(
				opened.store.commit({...emptyChange('Add'), added: [makeUser(2)]}, good(opened.store.read())),
			);
			await opened.store.close();
			const file = path.join(store, name);
			if (!existsSync(file)) writeFileSync(file, '');
			chownSync(file, 0, 0);
			chmodSync(file, 0o600);
			const command = name === 'history.jsonl' ? 'history' : 'list';
			const {code, err} = runAs(nobody, home, [command]);
			expect(code).toBe(4);
			expect(err).toContain(`${file} cannot be read: permission is denied`);
		},
	);
});
