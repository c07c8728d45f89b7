import {existsSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makeFolder, makeStore} from './run-cli.ts';

const users = `First name,Last name,Email address,Number,PIN
Ann,Archer,ann@example.com,2001,480913
Bob,Baker,bob@example.com,2002,
Cem,Çelik & Co,cem@example.com,2003,004711
`;

async function open() {
	const {run} = makeStore();
	await run('import -', {stdin: users});
	const file = join(makeFolder(), 'pins.txt');
	const history = async () => (await run('history')).out;
	return {run, file, history};
}

describe('usersheet handout', () => {
	it('writes the slips once, for its owner only, and the history says for whom, without a PIN', async () => {
		const {run, file, history} = await open();
		const result = await run(`handout ${file} --all`);
		expect(result).toMatchObject({code: 0, out: ''});
		expect(result.err).toContain('1 user has no PIN, and is left out.\n2 PINs written to');
		const text = readFileSync(file, 'utf8');
		expect(text).toContain('Name    Ann Archer\n  Number  2001\n  PIN     480913\n');
		expect(text).toContain('PIN     004711\n');
		expect(text).not.toMatch(/Bob|@|http/);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(await history()).toContain('Hand-out of 2 PINs: ID 1, 3');
		expect(await history()).not.toMatch(/480913|004711/);
	});

	it('overwrites nothing unless told to, and then notes nothing', async () => {
		const {run, file, history} = await open();
		writeFileSync(file, 'mine');
		expect(await run(`handout ${file} --all`)).toMatchObject({code: 2});
		expect(readFileSync(file, 'utf8')).toBe('mine');
		expect(await history()).not.toContain('Hand-out');
		expect(await run(`handout ${file} --all --force`)).toMatchObject({code: 0});
		expect(readFileSync(file, 'utf8')).toContain('480913');
	});

	it.each([
		['handout pins.html --where number:2001', /^<!doctype html>/],
		['handout pins.txt --html --id 1', /^<!doctype html>/],
		['handout pins.txt --id 1', /^\n {2}Name/],
	])('%s', async (words, form) => {
		const {run, file} = await open();
		const [command, name = '', ...flags] = words.split(' ');
		const path = file.replace('pins.txt', name);
		expect(await run([command, path, ...flags].join(' '))).toMatchObject({code: 0});
		expect(readFileSync(path, 'utf8')).toMatch(form);
	});

	it('goes to a pipe by itself, and to a terminal knowingly', async () => {
		const {run, history} = await open();
		expect((await run('handout --id 1')).out).toContain('PIN     480913');
		const refused = await run('handout --id 3', {terminal: 80});
		expect(refused).toMatchObject({code: 2, out: ''});
		expect(await history()).not.toContain('ID 3');
		const shown = await run('handout - --id 3 --show-pins', {terminal: 80});
		expect(shown.out).toContain('Name    Cem Çelik & Co');
		expect(shown.out).not.toContain('\f');
		expect(await history()).toContain('Hand-out of 1 PIN: ID 3');
	});

	it.each([
		['handout', 2, 'For which users?'],
		['handout --id 2', 1, 'There is no PIN to hand out.'],
		['handout --id 9', 2, 'There is no user with the ID 9.'],
		['handout --all --id 1', 2, 'cannot be used with option'],
	])('%s has exit code %i', async (words, code, message) => {
		const {run, history} = await open();
		const result = await run(words);
		expect(result).toMatchObject({code, out: ''});
		expect(result.err).toContain(message);
		expect(await history()).not.toContain('Hand-out');
	});

	it('never takes the place of a file of the sheet', async () => {
		const {run, folder} = makeStore();
		await run('import -', {stdin: users});
		const own = join(folder, 'store', 'users.json');
		expect(existsSync(own)).toBe(true);
		expect(await run(`handout ${own} --all --force`)).toMatchObject({code: 2});
	});
});

it('list --show-pins is noted, once for each time and not without PINs', async () => {
	const {run, history} = await open();
	await run('list --show-pins --id 1');
	await run('list --show-pins --id 2');
	await run('list --id 3');
	expect(await history()).toContain('Show 1 PIN: ID 1');
	expect(await history()).not.toMatch(/ID [23]/);
	expect((await run('--read-only list --show-pins --all')).code).not.toBe(4);
});
