import {appendFileSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {makeFolder, makeStore} from './run-cli.ts';

const people = 'Last name,Email address,PIN\nArcher,ann@example.com,4825\nBaker,ben@example.com,\n';
const edited = 'ID,First name,PIN,Email address\n1,Ann,7391,ann@example.com\n2,Ben,8264,wrong\n';

async function makePlanned(flags = '--overwrite --partial') {
	const {run} = makeStore();
	await run('import -', {stdin: people});
	const folder = makeFolder();
	const file = path.join(folder, 'edited.csv');
	const plan = path.join(folder, 'plan.json');
	writeFileSync(file, edited);
	const planned = await run(`import ${file} ${flags} --plan ${plan}`);
	return {run, file, plan, planned};
}

async function listNames(run: Awaited<ReturnType<typeof makePlanned>>['run']): Promise<readonly string[]> {
	const users = JSON.parse((await run('list --json')).out) as {readonly firstName: string}[];
	return users.map(({firstName}) => firstName);
}

describe('rules.md 3.29: import --plan and --apply', () => {
	it('writes what would happen to each row, without PINs, and imports nothing', async () => {
		const {run, plan, planned} = await makePlanned();
		expect(planned.code).toBe(3);
		expect(planned.out).toContain(`--apply ${plan}`);
		const text = readFileSync(plan, 'utf8');
		expect(text).not.toMatch(/4825|7391|8264/);
		expect(JSON.parse(text)).toMatchObject({
			plan: 1,
			file: 'edited.csv',
			revision: 1,
			flags: ['--overwrite', '--partial'],
			updated: 1,
			rejected: 1,
			rows: [
				{line: 2, what: 'update', id: 1, fields: {firstName: {before: '', after: 'Ann'}}},
				{line: 3, what: 'reject', problems: [{code: 'email-address'}]},
			],
		});
		expect(await listNames(run)).toEqual(['', '']);
	});

	it('says of a new user what is filled in, secrets and PINs masked', async () => {
		const {run} = makeStore();
		const folder = makeFolder();
		const plan = path.join(folder, 'plan.json');
		const stdin = 'Last name,Email address,PIN,PBX SIP password\nNew,new@example.com,4825,sesame\n';
		await run(`import - --plan ${plan}`, {stdin});
		const text = readFileSync(plan, 'utf8');
		expect(text).not.toMatch(/4825|sesame/);
		const [row] = JSON.parse(text).rows;
		expect(row).toMatchObject({line: 2, what: 'create', user: {lastName: 'New', email: 'new@example.com'}});
		expect(Object.values(row.user)).not.toContain('');
		expect((await run(`import - --apply ${plan}`, {stdin})).code).toBe(0);
		expect(JSON.parse((await run('list --json')).out)).toHaveLength(1);
	});

	it('does exactly that from the same bytes, under another name, too', async () => {
		const {run, file, plan} = await makePlanned();
		const copy = `${file}.copy.csv`;
		writeFileSync(copy, readFileSync(file));
		const result = await run(`import ${copy} --apply ${plan} --json`);
		expect(result.code).toBe(3);
		expect(JSON.parse(result.out)).toMatchObject({committed: true, updated: 1, rejected: 1});
		expect(await listNames(run)).toEqual(['Ann', '']);
	});

	it('is refused once it was applied, or the sheet has moved on otherwise', async () => {
		const {run, file, plan} = await makePlanned();
		await run('set --id 2 --first-name Ben');
		const result = await run(`import ${file} --apply ${plan} --json`);
		expect(result.code).toBe(1);
		expect(JSON.parse(result.out).problems[0]).toMatchObject({code: 'plan-outdated'});
		expect(await listNames(run)).toEqual(['', 'Ben']);
	});

	it('is refused for other bytes', async () => {
		const {run, file, plan} = await makePlanned();
		appendFileSync(file, '\n');
		expect((await run(`import ${file} --apply ${plan}`)).code).toBe(1);
		expect(await listNames(run)).toEqual(['', '']);
	});

	it('is refused where it would do something else', async () => {
		const {run, file, plan} = await makePlanned();
		writeFileSync(plan, readFileSync(plan, 'utf8').replace('"after":"Ann"', '"after":"Eve"'));
		expect((await run(`import ${file} --apply ${plan}`)).code).toBe(1);
		expect(await listNames(run)).toEqual(['', '']);
	});

	it('takes no flag that would change it, and those that only report', async () => {
		const {run, file, plan} = await makePlanned();
		expect((await run(`import ${file} --apply ${plan} --duplicates skip`)).code).toBe(2);
		expect((await run(`import ${file} --apply ${plan} --max-changes 0`)).code).toBe(1);
		expect((await run(`import ${file} --apply ${plan} --dry-run`)).code).toBe(3);
		expect(await listNames(run)).toEqual(['', '']);
	});

	it('says what stops a plan with an open decision', async () => {
		const {run, file, plan} = await makePlanned('--overwrite');
		expect((await run(`import ${file} --apply ${plan}`)).code).toBe(1);
		expect(await listNames(run)).toEqual(['', '']);
	});

	it('reads no other file', async () => {
		const {run, file} = await makePlanned();
		const result = await run(`import ${file} --apply ${file} --json`);
		expect(result.code).toBe(2);
		expect(JSON.parse(result.out).problems[0]).toMatchObject({code: 'no-plan'});
	});

	it('keeps what a flag with a list said', async () => {
		const {run, file, plan} = await makePlanned('--overwrite --partial --fix trim,pad-pins --doubtful take');
		expect(JSON.parse(readFileSync(plan, 'utf8')).flags).toContain('--fix=trim,pad-pins');
		expect((await run(`import ${file} --apply ${plan}`)).code).toBe(3);
		expect(await listNames(run)).toEqual(['Ann', '']);
	});
});
