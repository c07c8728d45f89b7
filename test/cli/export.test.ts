import {readFileSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {snapshot} from '../store/store-folder.ts';
import {makeStore} from './run-cli.ts';

const ann = ['add', '--last-name', '=Archer', '--email', 'ann@example.com', '--deployment-pin', '0042'];
const row = "1,Default,,'=Archer,,ann@example.com,,,,,,,0042\r\n";

describe('export', () => {
	it('writes to standard output, with PIN and guard', async () => {
		const {run} = makeStore();
		await run(ann);
		const result = await run('export');
		expect(result).toMatchObject({code: 0, err: ''});
		expect(result.out).toMatch(/^\ufeffID,Profile,First name,Last name,/);
		expect(result.out).toContain(row);
		expect((await run('export --exact')).out).toContain(row.replace("'", ''));
		expect((await run('export -')).out).toBe(result.out);
	});

	it('writes a file for its owner only, and says so on standard error', async () => {
		const {run, folder} = makeStore();
		await run(ann);
		const file = join(folder, 'users.csv');
		expect(await run(['export', file])).toEqual({code: 0, out: '', err: `1 user written to "${file}".\n`});
		expect(readFileSync(file, 'utf8')).toContain(row);
		expect(statSync(file).mode & 0o777).toBe(0o600);
	});

	it('never overwrites the files of the sheet, by whatever way they are named', async () => {
		const {run, folder} = makeStore();
		await run(ann);
		const store = join(folder, 'store');
		symlinkSync(join(store, 'users.json'), join(folder, 'link.csv'));
		const before = snapshot(store);
		const names = [
			'store/users.json',
			'store/journal.jsonl',
			'store/key.jsonl',
			'store/backups/a.json',
			'link.csv',
		];
		for (const name of names) {
			for (const command of ['export', 'template']) {
				const result = await run([command, join(folder, name), '--force']);
				expect(result).toMatchObject({code: 2, out: ''});
				expect(result.err).toContain(
					'one of the files that usersheet keeps the sheet in. Choose another name.',
				);
			}
		}
		expect(snapshot(store)).toEqual(before);
		expect(await run(['export', join(store, 'users.csv')])).toMatchObject({code: 0});
	});

	it('overwrites only with --force', async () => {
		const {run, folder} = makeStore();
		const file = join(folder, 'users.csv');
		writeFileSync(file, 'precious');
		const refused = await run(['export', file]);
		expect(refused).toMatchObject({code: 2, out: ''});
		expect(refused.err).toBe(
			`"${file}" exists already. Choose another name, or overwrite it with --force.\n`,
		);
		expect(readFileSync(file, 'utf8')).toBe('precious');
		expect(await run(['export', file, '--force'])).toMatchObject({code: 0});
		expect(readFileSync(file, 'utf8')).toContain('ID,Profile');
	});

	it('lets no value control a terminal', async () => {
		const {run} = makeStore();
		await run(['add', '--last-name', 'A\u001b[31mB', '--email', 'ann@example.com']);
		expect((await run('export')).out).toContain('A\u001b[31mB');
		const shown = await run('export', {terminal: 80});
		expect(shown.out).toMatch(/^ID,Profile,.*\n1,Default,,A␛\[31mB,.*\n$/);
	});
});

describe('template', () => {
	it('writes the columns of the form', async () => {
		const {run, folder} = makeStore();
		const {code, out} = await run('template');
		expect(code).toBe(0);
		expect(out).toMatch(
			/^\ufeffProfile,First name,Last name,.*PBX SIP password.*,Deployment PIN,Deployment link,Authentication code\r\n$/,
		);
		const file = join(folder, 'template.csv');
		expect(await run(['template', file])).toMatchObject({code: 0, out: ''});
		expect(readFileSync(file, 'utf8')).toBe(out);
		expect(await run(['template', file])).toMatchObject({code: 2});
		expect(await run(['template', file, '--force'])).toMatchObject({code: 0});
	});
});
