import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makeStore} from './run-cli.ts';

const two =
	'First name,Last name,Email address,Deployment PIN\nAnn,Archer,a@example.com,4711\nBob,Baker,b@example.com,\n';

/** A store with an import, bulk PINs and a deletion. */
async function makePast(): Promise<ReturnType<typeof makeStore>> {
	const store = makeStore();
	const file = join(store.folder, 'old users.csv');
	writeFileSync(file, two);
	await store.run(['import', file]);
	await store.run('set-pin --pin 0815 --all');
	await store.run('delete --id 2');
	return store;
}

describe('history', () => {
	it('lists who changed what, newest first', async () => {
		const {run} = await makePast();
		const {code, out, err} = await run('history', {env: {TZ: 'Europe/Vienna'}});
		expect({code, err}).toEqual({code: 0, err: ''});
		const [header, ...lines] = out.trimEnd().split('\n');
		expect(header).toMatch(/^No\. +When +Who +From +Users +What$/);
		expect(
			lines.map((line) => line.replace(/^(\d) +\d{4}-\d\d-\d\d \d\d:\d\d +\S+( at \S+)? +/, '$1 ')),
		).toEqual([
			expect.stringMatching(/^3 command line +1 +Delete Bob Baker$/),
			expect.stringMatching(/^2 command line +2 +Set the PIN of 2 users$/),
			expect.stringMatching(/^1 import +2 +Import .*old users\.csv: 2 created$/),
		]);
	});

	it('takes a filter', async () => {
		const {run} = await makePast();
		const found = async (...flags: readonly string[]) => {
			const {out} = await run(['history', '--json', ...flags]);
			return JSON.parse(out).map(({revision}: {revision: number}) => revision);
		};
		expect(await found('--where', 'when:today')).toEqual([3, 2, 1]);
		expect(await found('--where', 'file:"old users" from:import')).toEqual([1]);
		expect(await found('--where', 'from:command-line', '--limit', '1')).toEqual([3]);
		const text = await run(['history', '--where', 'pin']);
		expect(text.out.trimEnd().split('\n')).toHaveLength(2);
		expect(await run('history --where xyzzy')).toMatchObject({
			code: 0,
			out: '',
			err: 'The filter finds none of 3 changes.\n',
		});
		const refused = await run('history --where from:nowhere');
		expect(refused).toMatchObject({code: 2, out: '', err: expect.stringContaining('"from:" takes one of')});
	});

	it('says on standard error that changes are missing where lines are damaged', async () => {
		const {run, folder} = await makePast();
		const journal = join(folder, 'store', 'journal.jsonl');
		const history = join(folder, 'store', 'history.jsonl');
		const [, ...lines] = readFileSync(journal, 'utf8').split('\n');
		writeFileSync(history, lines.with(0, (lines[0] ?? '').replace('Archer', 'Arches')).join('\n'));
		for (const command of ['history', 'history --json']) {
			const {code, err} = await run(command);
			expect({code, err}).toEqual({
				code: 0,
				err: expect.stringContaining(`1 line of ${history} cannot be read`),
			});
		}
	});

	it('gives JSON with every value, secrets and PINs masked', async () => {
		const {run} = await makePast();
		const {out} = await run('history --json');
		expect(out).not.toMatch(/4711|0815/);
		const entries = JSON.parse(out);
		expect(entries).toHaveLength(3);
		expect(entries[1]).toMatchObject({
			revision: 2,
			from: 'command-line',
			file: null,
			updated: [
				{id: 1, fields: {deploymentPin: {before: '••••', after: '••••'}}},
				{id: 2, fields: {deploymentPin: {before: '', after: '••••'}}},
			],
		});
		expect(entries[2]).toMatchObject({
			from: 'import',
			file: 'old users.csv',
			sha256: createHash('sha256').update(two).digest('hex'),
			rows: {unchanged: 0, skipped: 0, leftOut: 0, rejected: 0, fixedCells: 0},
			added: [{id: 1, lastName: 'Archer', deploymentPin: '••••'}, {id: 2}],
			profiles: null,
		});
	});

	it('can be limited to the newest', async () => {
		const {run} = await makePast();
		const {out, err} = await run('history --limit 1');
		expect(out.split('\n')).toHaveLength(3);
		expect(err).toBe('The newest 1 of 3 changes.\n');
		expect(JSON.parse((await run('history --json --limit 2')).out)).toHaveLength(2);
		expect((await run('history --limit 0')).code).toBe(2);
	});

	it('is empty for a new store', async () => {
		expect(await makeStore().run('history')).toEqual({
			code: 0,
			out: '',
			err: 'Nothing has been changed yet.\n',
		});
		expect((await makeStore().run('history --json')).out).toBe('[]\n');
	});
});

describe('undo', () => {
	it('takes a change back, and is in the history itself', async () => {
		const {run} = await makePast();
		expect(await run('undo 3')).toEqual({
			code: 0,
			out: 'Undone “Delete Bob Baker”: 1 user created.\n',
			err: '',
		});
		expect((await run('list')).out).toContain('Baker');
		const [newest] = JSON.parse((await run('history --json')).out);
		expect(newest).toMatchObject({from: 'undo', label: 'Undo: Delete Bob Baker'});
		expect((await run('undo 4')).out).toBe('Undone “Undo: Delete Bob Baker”: 1 user deleted.\n');
	});

	it('leaves what was changed since, and lists it without its value', async () => {
		const {run} = await makePast();
		const before = (await run('list --json --show-pins')).out;
		const dry = await run('undo 2 --dry-run');
		expect(dry).toEqual({
			code: 0,
			out: 'Would undo “Set the PIN of 2 users”: 1 user changed.\n',
			err: '1 thing is left as it is:\n2 Bob Baker: deleted since\n',
		});
		expect((await run('list --json --show-pins')).out).toBe(before);
		expect(await run('undo 2')).toMatchObject({code: 0, err: dry.err});
		expect((await run('list --json --show-pins')).out).toContain('"deploymentPin":"4711"');
	});

	it('says what follows from a service user name that changes back (rules.md 3.16)', async () => {
		const {run} = makeStore();
		await run('add --last-name Archer --email ann@example.com --service-user ann');
		const stdin = 'ID,MiCollab Client Service user name\n1,anna\n';
		const {out} = await run('import - --overwrite --profile Default', {stdin});
		expect(out).toContain('factory reset');
		const told = '1 client now needs a factory reset, then Deploy again.\n';
		expect((await run('undo 2 --dry-run')).err).toBe(told);
		expect((await run('undo 2')).err).toBe(told);
	});

	it('has exit code 1 when nothing can be undone, and says why', async () => {
		const {run} = await makePast();
		const kept = await run('undo 1');
		expect(kept).toMatchObject({code: 1, out: ''});
		expect(kept.err).toBe('Nothing can be undone.\n1 Ann Archer: changed since\n');
		await run('undo 3');
		const again = await run('undo 3');
		expect(again.code).toBe(1);
		expect(again.err).toContain('There is nothing to undo: all is as it was before “Delete Bob Baker”.');
	});

	it.each(['9', '0', 'x', '01'])('has exit code 2 for change %s, which is not there', async (n) => {
		const {run} = await makePast();
		const result = await run(`undo ${n}`);
		expect(result.code).toBe(2);
		expect(result.err).toContain(`There is no change ${n} in the history.`);
	});

	it('has exit code 4 on a read-only store, but not for a dry run', async () => {
		const {run} = await makePast();
		expect((await run('undo 3 --read-only')).code).toBe(4);
		expect((await run('undo 3 --read-only --dry-run')).code).toBe(0);
	});
});
