import {
	chmodSync,
	closeSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {plainSeal} from '../../source/store/seal/seal.ts';
import {encrypt} from '../store/store-folder.ts';
import {makeFolder, makeStore, runCli} from './run-cli.ts';

const secret = 'twelve monkeys';

/** A store with Archer in it, encrypted or not, and files that hold passphrases. */
async function makeUsed(passphrase?: string) {
	const store = makeStore();
	const directory = join(store.folder, 'store');
	await store.run('add --last-name Archer --email a@example.com');
	if (passphrase !== undefined) await encrypt(directory, plainSeal, passphrase);
	const write = (name: string, text: string): string => {
		const file = join(store.folder, name);
		writeFileSync(file, text, {mode: 0o600});
		return file;
	};
	return {
		...store,
		directory,
		file: join(directory, 'users.json'),
		write,
		right: write('right', `${secret}\n`),
	};
}

describe('a passphrase for scripts', () => {
	it('comes from a file, from the environment or from a descriptor, with or without a line break at its end', async () => {
		const {run, right, write} = await makeUsed(secret);
		const list = {code: 0, out: expect.stringContaining('Archer'), err: ''};
		expect(await run(['--passphrase-file', right, 'list'])).toEqual(list);
		expect(await run('list', {env: {USERSHEET_PASSPHRASE_FILE: right}})).toEqual(list);
		expect(await run(['--passphrase-file', write('bare', secret), 'list'])).toEqual(list);
		const handle = openSync(right, 'r');
		expect(await run(['--passphrase-fd', String(handle), 'list'])).toEqual(list);
		closeSync(handle);
		expect(await run('--passphrase-fd 0 list', {stdin: `${secret}\r\n`})).toEqual(list);
	});

	it('is not asked for where there is no terminal, and the message says what to do', async () => {
		const {run, file} = await makeUsed(secret);
		const {code, out, err} = await run('list');
		expect({code, out}).toEqual({code: 4, out: ''});
		expect(err).toBe(
			`${file} is encrypted. In a terminal usersheet asks for the passphrase; scripts name a file with --passphrase-file or a descriptor with --passphrase-fd. Nothing was changed.\n`,
		);
	});

	it.each([
		[
			'a wrong one',
			'other words',
			4,
			/^That is not the passphrase of .*users\.json\. Nothing was changed\.\n$/,
		],
		['an empty file', '\n', 2, /is empty/],
		['bytes that are no text', Buffer.of(0xff, 0xfe, 0), 2, /is not UTF-8 text/],
	])('%s is refused', async (_, content, code, message) => {
		const {run, folder} = await makeUsed(secret);
		const file = join(folder, 'given');
		writeFileSync(file, content, {mode: 0o600});
		const result = await run(['--passphrase-file', file, 'list']);
		expect(result).toMatchObject({code, out: '', err: expect.stringMatching(message)});
		expect(result.err).not.toContain('other words');
	});

	it('a file that is not there, or that others can read, is told', async () => {
		const {run, right} = await makeUsed(secret);
		expect(await run('--passphrase-file /nowhere/at-all list')).toMatchObject({
			code: 2,
			err: expect.stringContaining('there is no such file or folder'),
		});
		chmodSync(right, 0o644);
		expect(await run(['--passphrase-file', right, 'list'])).toMatchObject({
			code: 0,
			err: `${right} can be read by others than its owner. "chmod 600" puts that right.\n`,
		});
		expect(await run('--passphrase-fd x list')).toMatchObject({code: 2});
		expect(await run(['--passphrase-file', right, '--passphrase-fd', '3', 'list'])).toMatchObject({code: 2});
	});
});

describe('a passphrase at the terminal', () => {
	it('is asked for once, and again when it is wrong, three times at most', async () => {
		const {run, file} = await makeUsed(secret);
		const question = `Passphrase of ${file}: \n`;
		const again = `That is not the passphrase. Try again, or press Ctrl+C.\n${question}`;
		const wrongTwice = await run('list', {hidden: ['a', 'b', secret]});
		expect(wrongTwice).toEqual({
			code: 0,
			out: expect.stringContaining('Archer'),
			err: `${question}${again}${again}`,
		});
		expect(await run('list', {hidden: ['a', 'b', 'c', secret]})).toMatchObject({code: 4, out: ''});
		expect(await run('list', {hidden: []})).toMatchObject({
			code: 4,
			err: expect.stringContaining(`${question}${file} is encrypted.`),
		});
		expect(await run('doctor', {hidden: [secret]})).toMatchObject({code: 0, err: question});
	});
});

describe('usersheet passphrase', () => {
	it('says whether the store is encrypted', async () => {
		const {run, file, directory, right} = await makeUsed();
		const open = {code: 0, out: `The store at ${file} is not encrypted.\n`};
		expect(await run('passphrase status')).toEqual({...open, err: ''});
		expect(await run(['--passphrase-file', right, 'passphrase', 'status'])).toEqual({
			...open,
			err: 'The store is not encrypted: no passphrase was needed.\n',
		});
		await encrypt(directory, plainSeal, secret);
		expect(await run(['--passphrase-file', right, 'passphrase', 'status'])).toMatchObject({
			code: 0,
			out: `The store at ${file} is encrypted.\n`,
		});
	});

	it('sets, changes and removes it, from files', {timeout: 60_000}, async () => {
		const {run, file, directory, right, write} = await makeUsed();
		const set = await run(['passphrase', 'set', '--new-passphrase-file', right]);
		expect(set).toMatchObject({code: 0, err: ''});
		expect(set.out).toContain(`${file} is encrypted, and so is all that belongs to it.`);
		expect(set.out).toContain('without it the data cannot be read');
		expect(readFileSync(join(directory, 'journal.jsonl'), 'utf8')).not.toContain('Archer');
		const other = write('other', 'thirteen monkeys');
		const changed = await run([
			'--passphrase-file',
			right,
			'passphrase',
			'set',
			'--new-passphrase-file',
			other,
		]);
		expect(changed).toMatchObject({code: 0, out: expect.stringContaining('has the new passphrase'), err: ''});
		expect(await run(['--passphrase-file', right, 'list'])).toMatchObject({code: 4});
		const removed = await run(['--passphrase-file', other, 'passphrase', 'remove']);
		expect(removed).toMatchObject({code: 0, out: expect.stringContaining('is plain text again'), err: ''});
		expect(await run('list')).toMatchObject({code: 0, out: expect.stringContaining('Archer')});
		expect(await run('passphrase remove')).toMatchObject({code: 0, err: `${file} is not encrypted.\n`});
	});

	it('asks for a new one twice, and for a better one where it is weak', {timeout: 60_000}, async () => {
		const {run, file} = await makeUsed();
		const hidden = ['short', secret, 'twelve monkey', secret, secret];
		const {code, err} = await run('passphrase set', {hidden});
		expect(code).toBe(0);
		const question = `New passphrase of ${file}: \n`;
		expect(err).toBe(
			`${question}A passphrase needs at least 8 characters; several words are best.\n${question}The same once more: \nThese were not the same.\n${question}The same once more: \n`,
		);
		expect(await run('list', {hidden: [secret]})).toMatchObject({code: 0});
	});

	it.each([
		['without a new one', ['passphrase', 'set'], 2, 'scripts name a file with --new-passphrase-file'],
		['with --read-only', ['--read-only', 'passphrase', 'set'], 4, 'was opened with --read-only'],
		['remove with --read-only', ['--read-only', 'passphrase', 'remove'], 4, 'was opened with --read-only'],
	])('%s changes nothing', async (_, command, code, message) => {
		const {run} = await makeUsed();
		expect(await run(command)).toMatchObject({code, out: '', err: expect.stringContaining(message)});
		expect(await run('list')).toMatchObject({code: 0});
	});

	it('says in its exit code what could not be read, and so does every command that writes, until it can be', async () => {
		const {run, right, directory} = await makeUsed();
		const copy = (await run('backup')).out.trimEnd();
		renameSync(copy, join(directory, '..', 'away'));
		mkdirSync(copy);
		const set = await run(['passphrase', 'set', '--new-passphrase-file', right]);
		expect(set.code).toBe(3);
		expect(set.out).not.toContain('all that belongs to it');
		expect(set.err).toContain(`1 file of it could not be read, and stayed as before:\n${copy}\nEvery start`);
		const withIt = (command: string) => run(['--passphrase-file', right, ...command.split(' ')]);
		expect((await withIt('set-pin --pin 805017 --all')).err).toContain('do not have its passphrase');
		expect((await withIt('doctor')).out).toContain(`${copy} cannot be read`);
		expect((await withIt('passphrase status')).out).toContain('do not have it');
		rmdirSync(copy);
		renameSync(join(directory, '..', 'away'), copy);
		expect((await withIt('doctor')).out).toContain(`${copy} is not encrypted`);
		expect((await withIt('set-pin --pin 805018 --all')).err).not.toContain('passphrase');
		expect((await withIt('doctor')).out).toContain('All is well.');
		expect(readFileSync(copy, 'utf8')).not.toContain('Archer');
	});

	it('refuses a short one from a file', async () => {
		const {run, write} = await makeUsed();
		expect(await run(['passphrase', 'set', '--new-passphrase-file', write('short', 'abc')])).toMatchObject({
			code: 1,
			err: 'A passphrase needs at least 8 characters; several words are best. Nothing was changed.\n',
		});
	});
});

describe('an encrypted store', () => {
	it('is used by every command as any other one', async () => {
		const {run, right, folder} = await makeUsed(secret);
		const withIt = (command: string) => run(['--passphrase-file', right, ...command.split(' ')]);
		expect(await withIt('add --last-name Baker --email b@example.com')).toMatchObject({code: 0});
		expect(await withIt('set-pin --pin 805017 --all')).toMatchObject({code: 0});
		expect(await withIt(`export ${folder}/out.csv`)).toMatchObject({code: 0});
		expect(readFileSync(`${folder}/out.csv`, 'utf8')).toContain('805017');
		expect(await withIt(`import ${folder}/out.csv --overwrite --profile-from-csv`)).toMatchObject({
			code: 0,
			out: expect.stringContaining('unchanged'),
		});
		expect(await withIt('undo 3')).toMatchObject({code: 0});
		expect((await withIt('history')).out).toContain('Create Baker');
		const {code, out} = await withIt('doctor');
		expect(code).toBe(0);
		expect(out).toMatch(/^The store at .*users\.json, encrypted:/);
		expect(out).toContain('All is well.');
		expect(JSON.parse((await withIt('doctor --json')).out)).toMatchObject({encrypted: true, sound: true});
	});

	it('gives back a backup that was kept elsewhere, with nothing but the passphrase', async () => {
		const {run, right, directory, folder} = await makeUsed(secret);
		const made = await run(['--passphrase-file', right, 'backup']);
		const kept = join(folder, 'kept.json');
		renameSync(made.out.trimEnd(), kept);
		expect(readFileSync(kept, 'utf8')).not.toContain('Archer');
		rmSync(directory, {recursive: true});
		const elsewhere = makeFolder();
		const restore = ['--store', elsewhere, 'restore', kept];
		expect(await runCli(restore)).toMatchObject({code: 4, err: expect.stringContaining('is encrypted')});
		expect(await runCli(restore, {hidden: ['wrong', secret]})).toMatchObject({code: 0});
		expect(await runCli(['--store', elsewhere, 'list'])).toMatchObject({
			out: expect.stringContaining('Archer'),
		});
		writeFileSync(kept, readFileSync(kept).subarray(0, -9));
		expect(await runCli(restore, {hidden: [secret]})).toMatchObject({
			code: 2,
			err: expect.stringContaining('is damaged: it is cut off'),
		});
	});

	it.each([
		['lost', (key: string) => rmSync(key), 'is missing'],
		['damaged', (key: string) => writeFileSync(key, readFileSync(key).fill(0x20, 40, 60)), 'does not match'],
	])(
		'whose key file is %s is salvaged with the key in a backup, and stays encrypted',
		async (_, harm, told) => {
			const {run, right, directory, folder} = await makeUsed(secret);
			const withIt = (...command: readonly string[]) => run(['--passphrase-file', right, ...command]);
			await withIt('backup');
			await withIt('add', '--last-name', 'Baker', '--email', 'b@example.com');
			harm(join(directory, 'key.jsonl'));
			const refused = await withIt('list');
			expect(refused).toMatchObject({code: 4, out: ''});
			expect(refused.err).toMatch(/usersheet doctor/);
			const {code, out} = await withIt('doctor');
			expect(code).toBe(4);
			expect(out).toContain(told);
			expect(out).toContain('2 users as of revision 2');
			const target = join(folder, 'saved');
			expect(await withIt('doctor', '--salvage', target)).toMatchObject({code: 0});
			expect(readFileSync(join(target, 'users.json'), 'latin1')).not.toContain('Baker');
			expect(await runCli(['--store', target, 'list'], {hidden: [secret]})).toMatchObject({
				code: 0,
				out: expect.stringContaining('Baker'),
			});
		},
	);
});
