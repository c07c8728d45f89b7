import {spawn} from 'node:child_process';
import {openSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {makeFolder} from './run-cli.ts';

const script = fileURLToPath(new URL('../../source/cli.ts', import.meta.url));
const valid = 'Last name,Email address\nArcher,ann@example.com\n';
const mixed = `${valid},bob@\n`;

type Options = {
	readonly stdin?: string;
	readonly env?: Readonly<Record<string, string>>;
	/** A module that runs before usersheet. */
	readonly first?: string;
	/** Reads the first bytes of the output, and no more. */
	readonly closeEarly?: boolean;
	/** Where standard output goes instead of into a pipe. */
	readonly outTo?: string;
};

describe('usersheet as a process', () => {
	it('reads standard input, and sets the exit code', async () => {
		const store = makeFolder();
		expect(await run(store, ['import', '-'], {stdin: mixed})).toMatchObject({code: 1});
		expect(await run(store, ['import', '-', '--partial'], {stdin: mixed})).toMatchObject({code: 3, err: ''});
		const listed = await run(store, ['list']);
		expect(listed).toMatchObject({code: 0, err: '', out: expect.stringContaining('ann@example.com')});
		expect(await run(store, [])).toMatchObject({
			code: 0,
			out: listed.out,
			err: expect.stringContaining('The sheet needs a terminal'),
		});
	});

	it('is not troubled by a reader that has seen enough', async () => {
		const store = makeFolder();
		const rows = Array.from({length: 3000}, (_, index) => `Name ${index},user${index}@example.com\n`);
		await run(store, ['import', '-'], {stdin: `Last name,Email address\n${rows.join('')}`});
		for (const argv of [['list'], ['list', '--json'], ['export']])
			expect(await run(store, argv, {closeEarly: true})).toMatchObject({code: 0, err: ''});
	});

	it('has done its work although nobody reads the report, and says so', async () => {
		const store = makeFolder();
		const rows = Array.from({length: 3000}, (_, index) => `Name ${index},user${index}@\n`);
		const stdin = `${valid}${rows.join('')}`;
		expect(await run(store, ['import', '-', '--partial', '--json'], {stdin, closeEarly: true})).toMatchObject(
			{
				code: 5,
				err: 'The change is saved, but the output about it could not be written: it was closed.\n',
			},
		);
		expect(JSON.parse((await run(store, ['list', '--json'])).out)).toHaveLength(1);
	});

	it.skipIf(process.platform !== 'linux')('says that the output cannot be written', async () => {
		const result = await run(makeFolder(), ['template'], {outTo: '/dev/full'});
		expect(result).toMatchObject({
			code: 2,
			err: 'The output could not be written: no space left on device.\n',
		});
	});

	it.skipIf(process.platform !== 'linux').each([
		{argv: ['import', '-'], users: 2},
		{argv: ['undo', '1'], users: 0},
		{argv: ['delete', '--id', '1'], users: 0},
		{argv: ['settings', '--stand-alone', 'on'], users: 1},
	])('says that the change is saved although the output cannot be written: $argv', async ({argv, users}) => {
		const store = makeFolder();
		await run(store, ['add', '--last-name', 'Baker', '--email', 'ben@example.com']);
		expect(await run(store, argv, {stdin: valid, outTo: '/dev/full'})).toMatchObject({
			code: 5,
			err: expect.stringMatching(/^The change is saved, but .*: no space left on device\.\n/m),
		});
		expect(JSON.parse((await run(store, ['list', '--json'])).out)).toHaveLength(users);
	});

	it('says that 130,000 invalid rows and their accepted one are saved, however long the report is', async () => {
		const store = makeFolder();
		const rows = Array.from({length: 130_000}, (_, index) => `Name ${index},user${index}@\n`);
		const stdin = `${valid}${rows.join('')}`;
		expect(await run(store, ['import', '-', '--partial'], {stdin})).toMatchObject({code: 3, err: ''});
		expect(JSON.parse((await run(store, ['list', '--json'])).out)).toHaveLength(1);
	});

	it.skipIf(process.platform === 'win32')('opens no debugger on SIGUSR1', async () => {
		const first = 'process.stdin.once("newListener", () => process.kill(process.pid, "SIGUSR1"))';
		const result = await run(makeFolder(), ['import', '-'], {first, stdin: valid});
		expect(result).toMatchObject({code: 0, err: ''});
	});

	it('asks for a newer Node in one sentence', async () => {
		const first = 'Object.defineProperty(process, "versions", {value: {node: "20.20.2"}})';
		expect(await run(makeFolder(), ['list'], {first})).toEqual({
			code: 2,
			out: '',
			err: expect.stringMatching(
				/^usersheet needs Node 22\.12 or newer, and this is Node 20\.20\.2\. .*npm start.*\n$/,
			),
		});
	});

	it.each([
		['awaited', 'throw new Error("boom\\u001b[31m")'],
		['in the background', 'setImmediate(() => {throw new Error("boom\\u001b[31m")}); return "[]"'],
	])('calls a fault of its own (%s) a fault, and shows the stack only on demand', async (_, body) => {
		const first = `JSON.stringify = () => {${body}}`;
		const argv = ['profile', 'list', '--json'];
		const fault = await run(makeFolder(), argv, {first});
		expect(fault).toMatchObject({
			code: 70,
			err: 'usersheet stopped: boom [31m. This is a fault of usersheet; USERSHEET_DEBUG=1 shows where.\n',
		});
		const shown = await run(makeFolder(), argv, {first, env: {USERSHEET_DEBUG: '1'}});
		expect(shown).toMatchObject({code: 70, err: expect.stringContaining('\n    at ')});
	});

	it('loads neither React nor Ink for a subcommand', async () => {
		const first = `
			import {registerHooks} from 'node:module';
			registerHooks({load(url, context, next) {
				if (/node_modules\\/(react|ink)\\//.test(url)) throw new Error('loaded ' + url);
				return next(url, context);
			}})`;
		const result = await run(makeFolder(), ['list'], {first});
		expect(result).toMatchObject({code: 0, err: expect.stringContaining('There are no users yet')});
	});
});

async function run(
	store: string,
	argv: readonly string[],
	{stdin = '', env = {}, first, closeEarly = false, outTo}: Options = {},
): Promise<{readonly code: number | null; readonly out: string; readonly err: string}> {
	const preload =
		first === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(first)}`];
	const child = spawn(process.execPath, [...preload, script, ...argv], {
		env: {PATH: process.env.PATH, HOME: store, USERSHEET_STORE: join(store, 'store'), ...env},
		stdio: ['pipe', outTo === undefined ? 'pipe' : openSync(outTo, 'w'), 'pipe'],
	});
	let out = '';
	let err = '';
	child.stdout?.setEncoding('utf8').on('data', (text: string) => {
		out += text;
		if (closeEarly) child.stdout?.destroy();
	});
	child.stderr?.setEncoding('utf8').on('data', (text: string) => {
		err += text;
	});
	// A process that does not read its input closes it.
	child.stdin?.on('error', () => {});
	child.stdin?.end(stdin);
	const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
	return {code, out, err};
}
