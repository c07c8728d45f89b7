import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it, onTestFinished, vi} from 'vitest';
import {makeFolder, makeStore, runCli} from './run-cli.ts';

const addAnn = ['add', '--last-name', 'Archer', '--email', 'ann@example.com'];

describe('the command line', () => {
	it.each([
		[['exprot'], "unknown command 'exprot'\n(Did you mean export?)"],
		[['--stroe', 'x'], "unknown option '--stroe'\n(Did you mean --store?)"],
		[['import', 'x.csv', '--overwite'], "unknown option '--overwite'\n(Did you mean --overwrite?)"],
		[['list', 'extra'], 'too many arguments'],
		[['import'], "missing required argument 'file'"],
		[['--store'], "option '--store <folder>' argument missing"],
		[['--store', 'x', '--demo'], 'cannot be used with option'],
		[['list', '--demo', '--store', 'x'], 'cannot be used with option'],
		[['import', '-', '--blank-columns', 'perhaps'], 'Allowed choices are keep, clear'],
		[['\u001b[31m'], "unknown command '␛[31m'"],
	])('%j is a mistake of usage', async (argv, message) => {
		const result = await runCli(argv);
		expect(result).toMatchObject({code: 2, out: ''});
		expect(result.err).toContain(message);
		expect(result.err).toContain('"usersheet --help"');
	});

	it.each([
		[['--store', '', 'list'], "option '--store <folder>'"],
		[['list', '--store='], "option '--store <folder>'"],
		[['--store', ' '], "option '--store <folder>'"],
		[['list', '--passphrase-file', ''], "option '--passphrase-file <file>'"],
		[['import', 'x.csv', '--rejects', ''], "option '--rejects <file>'"],
		[['doctor', '--salvage', ''], "option '--salvage <folder>'"],
		[['passphrase', 'set', '--new-passphrase-file', ''], "option '--new-passphrase-file <file>'"],
		[['import', ''], "argument 'file'"],
		[['export', ''], "argument 'file'"],
		[['template', ''], "argument 'file'"],
		[['restore', ''], "argument 'file'"],
	])('%j names nothing, and means no default', async (argv, what) => {
		const result = await runCli(argv);
		expect(result).toMatchObject({code: 2, out: ''});
		expect(result.err).toContain(`${what} is empty. Name a `);
	});

	it('tells version and help on standard output', async () => {
		const {version} = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
		for (const argv of [['--version'], ['-V'], ['list', '--version']]) {
			expect(await runCli(argv)).toEqual({code: 0, out: `${version}\n`, err: ''});
		}
		const help = await runCli(['--help']);
		expect(help).toMatchObject({code: 0, err: ''});
		expect(help.out).toContain('Examples:');
		expect(help.out).toContain('Exit codes:');
		for (const command of readCommands(help.out)) {
			const explained = await runCli(['help', command]);
			expect(explained).toMatchObject({code: 0, err: ''});
			expect(explained.out).toContain(`Usage: usersheet ${command}`);
			expect((await runCli([command, '--help'])).out).toBe(explained.out);
			expect(
				[...help.out.split('\n'), ...explained.out.split('\n')].filter((line) => line.length > 80),
			).toEqual([]);
		}
	});

	it('takes global flags before and after the command', async () => {
		const folder = makeFolder();
		await runCli([...addAnn, '--store', folder]);
		expect((await runCli(['--store', folder, 'list'])).out).toContain('Archer');
		expect((await runCli(['list', `--store=${folder}`, '--json'])).out).toContain('Archer');
		expect(await runCli([...addAnn, '--read-only', '--store', folder])).toMatchObject({code: 4});
	});

	it('takes the store from USERSHEET_STORE, and rather from --store', async () => {
		const folder = makeFolder();
		const env = {USERSHEET_STORE: join(folder, 'a')};
		await runCli(addAnn, {env});
		expect((await runCli(['list'], {env})).out).toContain('Archer');
		expect((await runCli(['list', '--store', join(folder, 'b')], {env})).out).toBe('');
		expect(readdirSync(folder)).toEqual(['a']);
	});

	it('reads where nothing can be written, and writes nothing', async () => {
		const folder = makeFolder();
		const store = join(folder, 'store');
		for (const argv of [['list'], ['export'], ['profile', 'list'], ['settings'], []])
			expect(await runCli(['--store', store, ...argv])).toMatchObject({code: 0});
		expect(existsSync(store)).toBe(false);
	});

	it.each([['list'], ['export'], ['profile', 'list'], ['settings'], addAnn, ['delete', '--id', '1']])(
		'%s names a store that is of no use: exit code 4',
		async (...argv) => {
			const folder = makeFolder();
			mkdirSync(join(folder, 'users.json'));
			const result = await runCli(['--store', folder, ...argv]);
			expect(result).toMatchObject({code: 4, out: ''});
			expect(result.err).toContain(join(folder, 'users.json'));
		},
	);

	it('keeps the damaged file when the grid is asked for', async () => {
		const {run, folder} = makeStore();
		await run(addAnn);
		const file = join(folder, 'store', 'users.json');
		writeFileSync(file, 'no JSON');
		expect(await run([])).toMatchObject({code: 4, out: ''});
		expect(readFileSync(file, 'utf8')).toBe('no JSON');
	});
});

describe('--demo', () => {
	it('works on sample users that are thrown away', async () => {
		const folder = makeFolder();
		vi.stubEnv('TMPDIR', folder);
		onTestFinished(() => {
			vi.unstubAllEnvs();
		});
		const {code, out} = await runCli(['--demo', 'list', '--json']);
		expect(code).toBe(0);
		expect(JSON.parse(out)).toHaveLength(25);
		expect(await runCli([...addAnn, '--demo', '--profile', 'nobody’s'])).toMatchObject({code: 1});
		expect((await runCli(['delete', '--id', '1', '--demo'])).out).toMatch(/^1 user deleted:\n1 /);
		expect(await runCli(['delete', '--id', '1', '--demo', '--read-only'])).toMatchObject({code: 4});
		expect(readdirSync(folder)).toEqual([]);
	});
});

function readCommands(help: string): readonly string[] {
	const [, commands = ''] = /\nCommands:\n((?: {2}.*\n)+)/.exec(help) ?? [];
	return [...commands.matchAll(/^ {2}(\S+)/gm)]
		.map(([, name = '']) => name)
		.filter((name) => name !== 'help');
}
