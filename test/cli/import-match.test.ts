import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {makeFolder, makeStore} from './run-cli.ts';

const people = 'Last name,Email address,Number\nArcher,ann@example.com,2001\nBaker,ben@example.com,2002\n';
const staff =
	'ID,First name,Last name,Email address\n7001,Ann,Archer,ANN@example.com\n7002,Eve,Costa,eve@example.com\n';

async function makePeople() {
	const {run} = makeStore();
	await run('import -', {stdin: people});
	return run;
}

describe('rules.md 3.25: import --match', () => {
	it('writes nothing before it is decided what becomes of rows that fit no user', async () => {
		const run = await makePeople();
		const open = await run('import - --overwrite --match email', {stdin: staff});
		expect(open.code).toBe(1);
		expect(open.err).toContain('--unknown-rows skip or --unknown-rows create');
		const report = JSON.parse((await run('import - --overwrite --match email --json', {stdin: staff})).out);
		expect(report).toMatchObject({
			committed: false,
			ignoredColumns: ['ID'],
			decisions: {unknownRows: {chosen: 'undecided', count: 1, by: {'new e-mail address': 1}}},
		});
	});

	it.each([
		['skip', 0, ['Ann']],
		['create', 1, ['Ann', '', 'Eve']],
	])('updates who is there, and with %s creates %i', async (value, created, names) => {
		const run = await makePeople();
		const flags = `--overwrite --match email --unknown-rows ${value} --json`;
		const result = await run(`import - ${flags}`, {stdin: staff});
		expect(result.code).toBe(0);
		expect(JSON.parse(result.out)).toMatchObject({updated: 1, created, skipped: 1 - created});
		const users = JSON.parse((await run('list --json')).out) as {readonly firstName: string}[];
		expect(users.map(({firstName}) => firstName)).toEqual(created === 0 ? [...names, ''] : names);
	});

	it('asks for the profile of new users where there are several', async () => {
		const run = await makePeople();
		await run('profile add Remote');
		const flags = '--overwrite --match email --unknown-rows create';
		expect(await run(`import - ${flags}`, {stdin: staff})).toMatchObject({code: 2});
		const result = await run(`import - ${flags} --keep-profile --profile Remote --json`, {stdin: staff});
		expect(JSON.parse(result.out)).toMatchObject({updated: 1, created: 1, movedProfiles: 0});
		const users = JSON.parse((await run('list --json')).out) as {readonly profile: string}[];
		expect(users.map(({profile}) => profile)).toEqual(['Default', 'Default', 'Remote']);
	});

	it('refuses a file without the column', async () => {
		const run = await makePeople();
		const result = await run('import - --overwrite --match number --json', {stdin: staff});
		expect(result.code).toBe(2);
		expect(JSON.parse(result.out)).toMatchObject({problems: [{code: 'no-match-column'}]});
	});
});

describe('rules.md 3.26: import --max-changes', () => {
	const stdin = 'ID,First name\n1,Ann\n2,Ben\n';

	it.each([
		['1', 1],
		['2', 0],
		['50%', 1],
		['100%', 0],
		['many', 2],
	])('%s: exit code %i', async (most, code) => {
		const run = await makePeople();
		const result = await run(`import - --overwrite --max-changes ${most}`, {stdin});
		expect(result.code).toBe(code);
		if (code === 1) expect(result.err).toContain('2 users would change, but at most');
		const users = JSON.parse((await run('list --json')).out) as {readonly firstName: string}[];
		expect(users.map(({firstName}) => firstName)).toEqual(code === 0 ? ['Ann', 'Ben'] : ['', '']);
	});

	it('counts neither new users nor rows that change nothing', async () => {
		const run = await makePeople();
		expect(
			await run('import - --max-changes 0', {stdin: 'Last name,Email\nC,c@example.com\n'}),
		).toMatchObject({
			code: 0,
		});
	});

	it('says what changes by column, and a simpler way to give all one PIN', async () => {
		const run = await makePeople();
		const pins = 'ID,PIN\n1,7391\n2,7391\n';
		const text = await run('import - --overwrite --dry-run', {stdin: pins});
		expect(text.out).toContain('Deployment PIN of 2 users changes.');
		expect(text.out).toContain('usersheet set-pin');
		const json = await run('import - --overwrite --dry-run --json', {stdin: pins});
		expect(JSON.parse(json.out)).toMatchObject({changedColumns: {'Deployment PIN': 2}});
	});
});

describe('rules.md 3.27: import --list-missing', () => {
	it('writes who is not in the file, on a dry run too, and counts them', async () => {
		const run = await makePeople();
		const folder = makeFolder();
		const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
		const flags = `--overwrite --match email --unknown-rows skip --dry-run --list-missing ${folder}/gone.csv`;
		const result = await run(`import - ${flags} --json`, {stdin: staff});
		expect(JSON.parse(result.out)).toMatchObject({
			missing: {users: 1, of: 2, unfindable: 0, notWhole: true, file: `${folder}/gone.csv`},
		});
		expect(read('gone.csv')).toContain('Baker');
		expect(read('gone.csv')).not.toContain('Archer');
		expect(read('gone.csv')).not.toContain('PIN');
		const text = await run(`import - ${flags} --force`, {stdin: staff});
		expect(text.out).toContain('1 user of 2 is not in the file.');
		expect(text.out).toContain('probably not whole');
	});

	it('looks in a scope, and writes nothing into the sheet where the list cannot be written', async () => {
		const run = await makePeople();
		const folder = makeFolder();
		const flags = `--overwrite --match email --unknown-rows skip --list-missing ${folder}/gone.csv`;
		const scoped = await run(`import - ${flags} --missing-where last:Archer --json --dry-run`, {
			stdin: staff,
		});
		expect(JSON.parse(scoped.out)).toMatchObject({missing: {users: 0, of: 1}});
		expect(await run(`import - ${flags}`, {stdin: staff})).toMatchObject({code: 2});
		const users = JSON.parse((await run('list --json')).out) as {readonly firstName: string}[];
		expect(users.map(({firstName}) => firstName)).toEqual(['', '']);
	});
});

describe('rules.md 3.28: import --source', () => {
	const stdin =
		'Last name,Email address,Login ID\nArcher,ann@example.com,aarcher\nBaker,ben@example.com,bbaker\n';

	it('makes users of the system, refreshes them, and lists who is gone', async () => {
		const {run} = makeStore();
		const folder = makeFolder();
		expect(await run('import - --source client-service', {stdin})).toMatchObject({code: 0});
		const again = 'Last name,Email address,Login ID\nArcher-Lee,ann@example.com,aarcher\n';
		const told = await run('import - --source client-service --dry-run', {stdin: again});
		expect(told.out).toContain('1 user of 2 is not in the file.');
		expect(told.out).toContain('--list-missing FILE writes them.');
		const flags = `--source client-service --list-missing ${folder}/gone.csv --json`;
		const result = await run(`import - ${flags}`, {stdin: again});
		expect(JSON.parse(result.out)).toMatchObject({updated: 1, created: 0, missing: {users: 1, of: 2}});
		const users = JSON.parse((await run('list --json --where source:client-service')).out);
		expect(users).toMatchObject([{lastName: 'Archer-Lee'}, {lastName: 'Baker'}]);
		expect(JSON.parse((await run('list --json --where self-deploy:yes')).out)).toHaveLength(2);
		expect(JSON.parse((await run('list --json --where self-deploy:no')).out)).toHaveLength(0);
	});

	it.each(['--overwrite', '--match email'])('does not go with %s', async (flag) => {
		const {run} = makeStore();
		expect(await run(`import - --source mbg ${flag}`, {stdin})).toMatchObject({code: 2});
	});

	it('asks for the profile of new users where there are several', async () => {
		const {run} = makeStore();
		await run('profile add Remote');
		expect(await run('import - --source client-service', {stdin})).toMatchObject({code: 2});
		expect(await run('import - --source client-service --profile Remote', {stdin})).toMatchObject({code: 0});
	});
});

describe('rules.md 3.30: a file that is older than the sheet', () => {
	it('is refused from three users on, and taken with a flag', async () => {
		const {run} = makeStore();
		const names = ['A', 'B', 'C'];
		const rows = names.map((name) => `${name},${name.toLowerCase()}@example.com`);
		await run('import -', {stdin: ['Last name,Email address', ...rows, ''].join('\n')});
		const file = (first: string): string =>
			['ID,First name', ...names.map((_, index) => `${index + 1},${first}${index}`), ''].join('\n');
		await run('import - --overwrite', {stdin: file('Old')});
		await run('import - --overwrite', {stdin: file('New')});
		const refused = await run('import - --overwrite --json', {stdin: file('Old')});
		expect(refused.code).toBe(1);
		expect(JSON.parse(refused.out)).toMatchObject({committed: false, problems: [{code: 'older-values'}]});
		const dry = await run('import - --overwrite --json --dry-run', {stdin: file('Old')});
		expect(JSON.parse(dry.out)).toMatchObject({olderValues: {users: 3, values: 3, changes: [{revision: 3}]}});
		const taken = await run('import - --overwrite --take-older-values --json', {stdin: file('Old')});
		expect(JSON.parse(taken.out)).toMatchObject({committed: true, updated: 3});
	});
});
