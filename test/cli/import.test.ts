import {existsSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makeStore} from './run-cli.ts';

const header = 'First name,Last name,Email address';
const valid = `${header}\nAnn,Archer,ann@example.com\nBob,Baker,bob@example.com\n`;
const mixed = `${header}\nAnn,Archer,ann@example.com\nBob,,bob@\n`;

describe('exit codes of import', () => {
	it('0: all rows went in', async () => {
		const {run} = makeStore();
		const result = await run('import -', {stdin: valid});
		expect(result).toMatchObject({code: 0, err: ''});
		expect(result.out).toMatch(/^standard input: 2 rows \(UTF-8, comma\)\n2 created, 0 updated/);
		expect(result.out).toMatch(/\nImported\.\n$/);
		expect(await users(run)).toHaveLength(2);
	});

	it('1: an invalid row, so that nothing goes in; every problem is reported', async () => {
		const {run} = makeStore();
		const result = await run('import -', {stdin: mixed});
		expect(result.code).toBe(1);
		expect(result.out).toContain('1 to create, 0 to update, 0 unchanged, 1 rejected');
		expect(result.out).toContain('  Line 3, Bob, Last name: Required.\n');
		expect(result.out).toContain('  Line 3, Bob, Email address "bob@": Not an e-mail address.\n');
		expect(result.err).toBe(
			'Nothing was imported.\n1 row is invalid. Correct the file, or leave such rows out with --partial.\n',
		);
		expect(await users(run)).toHaveLength(0);
	});

	it('1: every row is invalid, partial import or not', async () => {
		const {run} = makeStore();
		const result = await run('import - --partial', {stdin: `${header}\nBob,,bob@\n`});
		expect(result.code).toBe(1);
		expect(result.err).toMatch(/^Nothing was imported\.\nEvery row is invalid\./);
	});

	it('1: an open decision on blank columns', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: valid});
		const blank = 'ID,First name\n1,\n2,\n';
		const open = await run('import - --overwrite', {stdin: blank});
		expect(open.code).toBe(1);
		expect(open.out).toContain('Blank cells would clear 2 stored values.\n  First name: 2 values\n');
		expect(open.err).toBe(
			'Nothing was imported.\nBlank cells would clear 2 stored values. Decide with --blank-columns keep or --blank-columns clear.\n',
		);
		const kept = await run('import - --overwrite --blank-columns keep', {stdin: blank});
		expect(kept).toMatchObject({code: 0, err: ''});
		expect((await users(run)).map(({firstName}) => firstName)).toEqual(['Ann', 'Bob']);
		const cleared = await run('import - --overwrite --blank-columns clear', {stdin: blank});
		expect(cleared.code).toBe(0);
		expect((await users(run)).map(({firstName}) => firstName)).toEqual(['', '']);
	});

	it('1: an open decision on doubtful cells, with an example by line', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: valid});
		const damaged = 'ID,Last name\n1,Archér\n2,BÃ¤ker\n';
		const open = await run('import - --overwrite', {stdin: damaged});
		expect(open.code).toBe(1);
		expect(open.out).toContain('1 doubtful cell');
		expect(open.out).toContain('For example: Line 3, Bob Baker, Last name "BÃ¤ker": ');
		expect(open.err).toContain('Decide with --doubtful fix, --doubtful keep or --doubtful take.\n');
		const fixed = await run('import - --overwrite --doubtful fix', {stdin: damaged});
		expect(fixed).toMatchObject({code: 0, err: ''});
		expect((await users(run)).map(({lastName}) => lastName)).toEqual(['Archér', 'Bäker']);
	});

	it.each([
		['nowhere.csv', '', '"nowhere.csv" cannot be read: there is no such file or folder.\n'],
		['/', '', '"/" cannot be read: it is a folder.\n'],
		['-', '', 'The file has no content.'],
		['-', 'a,b\n1,2\n', 'There is no header'],
		['-', '%PDF-1.7\n\0\0', 'not a CSV file'],
	])('2: a file that cannot be used: %s %j', async (file, stdin, message) => {
		const {run} = makeStore();
		const result = await run(['import', file], {stdin});
		expect(result).toMatchObject({code: 2, out: ''});
		expect(result.err).toContain(message);
		expect(result.err).toMatch(/\nNothing was imported from .*\.\n$/);
	});

	it('2: overwrite without an ID column', async () => {
		const {run} = makeStore();
		const result = await run('import - --overwrite', {stdin: valid});
		expect(result.code).toBe(2);
		expect(result.err).toContain('ID: The file has no such column');
	});

	it('3: part was imported', async () => {
		const {run} = makeStore();
		const result = await run('import - --partial', {stdin: mixed});
		expect(result.code).toBe(3);
		expect(result.out).toContain('1 created, 0 updated, 0 unchanged, 1 rejected');
		expect(await users(run)).toHaveLength(1);
	});

	it('4: a damaged store, which is left as it is', async () => {
		const {run, folder} = makeStore();
		await run('import -', {stdin: valid});
		const file = join(folder, 'store', 'users.json');
		writeFileSync(file, '{"users": [');
		const result = await run('import -', {stdin: valid});
		expect(result).toMatchObject({code: 4, out: ''});
		expect(result.err).toContain(`${file} is damaged`);
		expect(readFileSync(file, 'utf8')).toBe('{"users": [');
	});

	it('4: --read-only, with the reason', async () => {
		const {run} = makeStore();
		const result = await run('import - --read-only', {stdin: valid});
		expect(result.code).toBe(4);
		expect(result.err).toContain('--read-only');
	});

	it.each([
		['', valid, 0],
		['', mixed, 1],
		['', 'a,b\n', 2],
		['--partial', mixed, 3],
	])('a dry run %s has the code of the real run and writes nothing', async (flags, stdin, code) => {
		const {run, folder} = makeStore();
		const result = await run(`import - --dry-run ${flags}`.trim(), {stdin});
		expect(result.code).toBe(code);
		expect(existsSync(join(folder, 'store'))).toBe(false);
	});
});

describe('the profile of an import', () => {
	const withProfile = 'Last name,Email address,Profile\nArcher,ann@example.com,remote\n';

	it('is the only one there is', async () => {
		const {run} = makeStore();
		const result = await run('import -', {stdin: withProfile});
		expect(result.code).toBe(0);
		expect(result.out).toContain('The profile "Default" is chosen for the whole file.');
		expect(await users(run)).toMatchObject([{profile: 'Default'}]);
	});

	it('must be chosen where there are several', async () => {
		const {run} = makeStore();
		await run('profile add Remote');
		const open = await run('import -', {stdin: valid});
		expect(open.code).toBe(2);
		expect(open.err).toContain('Which profile? There is "Default", "Remote". Choose one with --profile NAME');
		expect(await run('import - --profile-from-csv', {stdin: withProfile})).toMatchObject({code: 0});
		expect(await run('import - --profile remote --duplicates create', {stdin: valid})).toMatchObject({
			code: 0,
		});
		expect(await users(run)).toMatchObject([{profile: 'Remote'}, {profile: 'Remote'}, {profile: 'Remote'}]);
	});

	it('must exist, and not be chosen twice', async () => {
		const {run} = makeStore();
		const unknown = await run('import - --profile Defalt', {stdin: valid});
		expect(unknown.code).toBe(2);
		expect(unknown.err).toContain('Profile "Defalt": There is no such profile. Did you mean "Default"?');
		expect(await run('import - --profile Default --profile-from-csv', {stdin: valid})).toMatchObject({
			code: 2,
		});
	});
});

describe('import --json', () => {
	it('prints one object', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: valid});
		const stdin =
			'ID;Last name;Email address;First name;Deployment PIN;Language\r\n1;Archer;ann@example.com;;1234;de\r\n2;;bob@example.com;Bob;12;\r\n7;Eve;eve@example.com;;;\r\n';
		const result = await run('import - --overwrite --partial --blank-columns clear --json', {stdin});
		expect(result).toMatchObject({code: 3, err: ''});
		const report = JSON.parse(result.out);
		expect(report).toMatchObject({
			file: '-',
			encoding: 'utf-8',
			delimiter: ';',
			rows: 3,
			created: 0,
			updated: 1,
			unchanged: 0,
			rejected: 2,
			committed: true,
			cleared: {'First name': 1},
			decisions: {blankColumns: {chosen: 'clear', count: 1, by: {'First name': 1}}, duplicates: {count: 0}},
			ignoredColumns: ['Language'],
			differences: [],
		});
		expect(report.problems).toContainEqual({
			line: 3,
			id: '2',
			who: 'Bob Baker',
			column: 'Deployment PIN',
			value: '••••',
			severity: 'error',
			code: 'pin-length',
			short: '4 to 20 digits are needed',
			message: expect.stringContaining('4 to 20 digits'),
			fixed: null,
		});
		expect(result.out).not.toContain('1234');
	});

	it('is valid JSON when the file, the flags or the store are of no use', async () => {
		const {run, folder} = makeStore();
		const missing = await run('import nowhere.csv --json');
		expect(missing).toMatchObject({code: 2, err: ''});
		expect(JSON.parse(missing.out)).toEqual({
			file: 'nowhere.csv',
			encoding: null,
			delimiter: null,
			rows: 0,
			created: 0,
			updated: 0,
			unchanged: 0,
			rejected: 0,
			skipped: 0,
			fixed: [],
			importedBefore: null,
			rejectsOf: null,
			olderValues: null,
			missing: null,
			movedProfiles: 0,
			committed: false,
			cleared: {},
			changedColumns: {},
			decisions: {
				blankColumns: {
					flag: '--blank-columns',
					choices: ['keep', 'clear'],
					chosen: 'undecided',
					count: 0,
					by: {},
				},
				duplicates: expect.objectContaining({flag: '--duplicates'}),
				unknownRows: expect.objectContaining({flag: '--unknown-rows', choices: ['skip', 'create']}),
				otherPerson: expect.objectContaining({flag: '--other-person', choices: ['skip', 'take']}),
				doubtful: expect.objectContaining({flag: '--doubtful', choices: ['fix', 'keep', 'take']}),
			},
			columns: [],
			ignoredColumns: [],
			differences: [],
			problems: [
				{
					line: null,
					id: null,
					who: null,
					column: null,
					value: null,
					severity: 'error',
					code: 'file-not-found',
					short: 'The file cannot be read',
					message: '"nowhere.csv" cannot be read: there is no such file or folder.',
					fixed: null,
				},
			],
		});
		await run('profile add Remote');
		const open = await run('import - --json', {stdin: valid});
		expect(JSON.parse(open.out)).toMatchObject({rows: 2, problems: [{code: 'profile-choice'}]});
		writeFileSync(join(folder, 'store', 'users.json'), 'x');
		const damaged = await run('import - --json', {stdin: valid});
		expect(damaged).toMatchObject({code: 4, err: ''});
		expect(JSON.parse(damaged.out)).toMatchObject({rows: 2, problems: [{code: 'store-damaged'}]});
	});

	it('escapes what a terminal could act on, and keeps the value exact', async () => {
		const {run} = makeStore();
		const value = '\u001b[31m\u009b\u202eann\u{e0001}';
		const result = await run('import - --json', {stdin: `Last name,Email address\nA,${value}\n`});
		expect(result.out).toMatch(/^[\n\u0020-\u007e]*$/);
		expect(JSON.parse(result.out).problems[0].value).toBe(value);
	});
});

describe('import --rejects', () => {
	it('writes the rejected rows, with their errors, on a dry run too', async () => {
		const {run, folder} = makeStore();
		const rejects = join(folder, 'rejects.csv');
		const result = await run(['import', '-', '--partial', '--dry-run', '--rejects', rejects], {stdin: mixed});
		expect(result.code).toBe(3);
		expect(result.out).toContain(`The rejected rows are in ${rejects}`);
		expect(readFileSync(rejects, 'utf8')).toMatch(
			/^\ufeffFirst name,Last name,Email address,Line,Errors,Import\r\nBob,,bob@,3,.*Required.*,[0-9a-f]{12}\r\n$/,
		);
	});

	it('does not overwrite a file without --force, and then imports nothing', async () => {
		const {run, folder} = makeStore();
		const rejects = join(folder, 'rejects.csv');
		writeFileSync(rejects, 'precious');
		const argv = ['import', '-', '--partial', '--rejects', rejects];
		const refused = await run(argv, {stdin: mixed});
		expect(refused.code).toBe(2);
		expect(refused.err).toContain('exists already');
		expect(readFileSync(rejects, 'utf8')).toBe('precious');
		expect(await users(run)).toHaveLength(0);
		expect(await run([...argv, '--force'], {stdin: mixed})).toMatchObject({code: 3});
		expect(readFileSync(rejects, 'utf8')).toContain('Bob');
	});

	it('replaces neither the imported file nor the sheet, and on a dry run nothing at all', async () => {
		const {run, folder} = makeStore();
		const [file, other] = [join(folder, 'in.csv'), join(folder, 'other.csv')];
		writeFileSync(file, mixed);
		writeFileSync(other, 'precious');
		symlinkSync(file, join(folder, 'link.csv'));
		const importing = (rejects: string, ...flags: readonly string[]) =>
			run(['import', file, '--partial', '--force', '--rejects', join(folder, rejects), ...flags]);
		for (const name of ['in.csv', './in.csv', 'link.csv']) {
			const refused = await importing(name);
			expect(refused.code).toBe(2);
			expect(refused.err).toContain('the file that is imported. Choose another name');
		}
		expect((await importing('store/users.json')).err).toContain('keeps the sheet in');
		const dry = await importing('other.csv', '--dry-run');
		expect(dry).toMatchObject({code: 2, err: expect.stringContaining('a dry run replaces nothing')});
		expect([readFileSync(file, 'utf8'), readFileSync(other, 'utf8')]).toEqual([mixed, 'precious']);
		expect(await users(run)).toHaveLength(0);
		expect(await importing('other.csv')).toMatchObject({code: 3});
		expect(readFileSync(other, 'utf8')).toContain('Bob');
	});

	it('leaves no file where nothing is rejected, or the store refuses', async () => {
		const {run, folder} = makeStore();
		const rejects = join(folder, 'rejects.csv');
		await run(['import', '-', '--rejects', rejects], {stdin: valid});
		await run(['import', '-', '--partial', '--duplicates', 'create', '--read-only', '--rejects', rejects], {
			stdin: mixed,
		});
		expect(existsSync(rejects)).toBe(false);
	});
});

it('export followed by import changes nothing, and says so', async () => {
	const {run} = makeStore();
	await run('import -', {stdin: valid});
	const {out} = await run('export');
	const again = await run('import - --overwrite --profile-from-csv', {stdin: out});
	expect(again.code).toBe(0);
	expect(again.out).toContain('0 to create, 0 to update, 2 unchanged, 0 rejected');
	expect(again.out).toContain('Nothing to import: the sheet has all of this already.');
	const twice = await run('import - --duplicates skip --json', {stdin: valid});
	expect(twice.code).toBe(0);
	expect(JSON.parse(twice.out)).toMatchObject({created: 0, skipped: 2, committed: false});
});

async function users(run: ReturnType<typeof makeStore>['run']): Promise<readonly Record<string, unknown>[]> {
	return JSON.parse((await run('list --json')).out);
}

describe('values that are too long for a report', () => {
	it('are cut in --json, and cells over the limit are in no output', async () => {
		const {run} = makeStore();
		const long = 'x'.repeat(2000);
		const [name, secret] = [`Ann${long}`, 'geheim'.repeat(20_000)];
		const stdin = `${header}\n${name},Archer,${long}@\nBob,${secret},bob@example.com\n`;
		const {out, err, code} = await run('import - --json', {stdin});
		expect(code).toBe(1);
		const {problems, rejected} = JSON.parse(out);
		expect(rejected).toBe(2);
		const cut = `${name.slice(0, 999)}…`;
		expect(problems).toMatchObject([
			{line: 2, code: 'too-long', column: 'First name', who: cut, value: cut},
			{line: 2, code: 'too-long', column: 'Email address', value: `${long.slice(0, 999)}…`},
			{line: 3, code: 'cell-too-long', value: null},
		]);
		expect(out + err).not.toContain('geheim');
		const text = await run('import -', {stdin});
		expect(text.out + text.err).not.toContain('geheim');
		expect(text.out.length).toBeLessThan(5000);
	});
});

describe('rows that were rejected and come back', () => {
	it('are known as those of their first import, in text, JSON and history', async () => {
		const {run, folder} = makeStore();
		const rejects = join(folder, 'north-rejects.csv');
		const stdin = 'Last name,Email address\nArcher,ann@example.com\nBaker,ben@\n';
		await run(['import', '-', '--partial', '--rejects', rejects], {stdin});
		writeFileSync(rejects, readFileSync(rejects, 'utf8').replace('ben@', 'ben@example.com'));
		const dry = await run(['import', rejects, '--dry-run']);
		expect(dry.out).toMatch(/Rows that were rejected of "standard input": change 1, .* by /);
		const again = await run(['import', rejects, '--json']);
		expect(JSON.parse(again.out)).toMatchObject({
			created: 1,
			rejectsOf: {revision: 1, fileName: 'standard input', undone: false},
		});
		expect(JSON.parse((await run('history --json')).out)).toMatchObject([
			{revision: 2, from: 'import', rejectsOf: 1},
			{revision: 1, rejectsOf: null},
		]);
	});
});
