import {describe, expect, it} from 'vitest';
import {makeStore} from './run-cli.ts';

const three = [
	'First name,Last name,Email address,Deployment PIN,MBG SIP password',
	'Ann,Archer,ann@example.com,739158,tiger',
	'Zoë,Müller,zoe@example.com,,',
	'Cy,Carter,ann@example.com,1234,',
].join('\n');

async function withThree() {
	const {run} = makeStore();
	await run('import - --duplicates create', {stdin: three});
	const names = async (...flags: readonly string[]) => {
		const {out} = await run(['list', '--json', '--columns', 'last', ...flags]);
		return JSON.parse(out).map(({lastName}: {lastName: string}) => lastName);
	};
	return {run, names};
}

describe('--where', () => {
	it.each([
		['mueller', ['Müller']],
		['pin:weak', ['Carter']],
		['problem:email', ['Archer', 'Carter']],
		['mail:ann -cy', ['Archer']],
		['origin:csv id:2-', ['Müller', 'Carter']],
		['tiger', []],
	])('lists the users that %s finds', async (filter, expected) => {
		const {names} = await withThree();
		expect(await names('--where', filter)).toEqual(expected);
	});

	it('knows from the history when users were changed', async () => {
		const {run, names} = await withThree();
		await run('set --id 3 --first-name Cyril');
		expect(await names('--where', 'changed:today')).toEqual(['Archer', 'Müller', 'Carter']);
		expect(await names('--where', 'changed:2020')).toEqual([]);
	});

	it('exports what it finds, and nothing but the columns that are asked for', async () => {
		const {run} = await withThree();
		expect((await run(['export', '--where', 'ann', '--columns', 'id,pin,Last name,mail,id'])).out).toBe(
			'\ufeffID,Deployment PIN,Last name,Email address\r\n1,739158,Archer,ann@example.com\r\n3,1234,Carter,ann@example.com\r\n',
		);
		expect((await run('export --id 1,3 --columns id,pin --no-pins')).out).toBe('\ufeffID\r\n1\r\n3\r\n');
		expect((await run('export --no-pins')).out).not.toContain('PIN');
		expect(await run('export --columns mbgSipPassword')).toMatchObject({code: 2, out: ''});
	});

	it('limits the problems that are listed', async () => {
		const {run} = await withThree();
		const {out} = await run('list --problems --where archer');
		expect(out.trimEnd().split('\n')).toHaveLength(1);
	});

	it('deletes what it finds, after a dry run', async () => {
		const {run, names} = await withThree();
		expect(await run('delete --where -müller --dry-run')).toEqual({
			code: 0,
			out: '2 users would be deleted:\n  1 Ann Archer\n  3 Cy Carter\nDry run: nothing was written. The same command without --dry-run does it.\n',
			err: '',
		});
		expect(await names()).toEqual(['Archer', 'Müller', 'Carter']);
		expect(JSON.parse((await run('delete --where -müller --json')).out)).toEqual({
			dryRun: false,
			committed: true,
			revision: 2,
			users: 2,
			updated: [],
			removed: [
				{id: 1, name: 'Ann Archer'},
				{id: 3, name: 'Cy Carter'},
			],
			problems: [],
		});
		expect(await names()).toEqual(['Müller']);
	});

	it('gives PINs to whom it finds, after a dry run that shows none', async () => {
		const {run} = await withThree();
		const dry = await run('set-pin --where pin:none --generate --dry-run');
		expect(dry.out).toContain('2 Zoë Müller, Deployment PIN: empty → "••••"');
		expect(
			JSON.parse((await run('set-pin --where pin:none --generate --dry-run --json')).out),
		).not.toHaveProperty('pins');
		const {out} = await run('set-pin --where pin:none --generate --json');
		expect(JSON.parse(out)).toMatchObject({
			committed: true,
			updated: [{id: 2, fields: {deploymentPin: {before: '', after: '••••'}}}],
			pins: [{id: 2, name: 'Zoë Müller', pin: '481920'}],
		});
	});

	it.each(['list', 'export', 'delete', 'set-pin --generate'])(
		'is explained where %s cannot follow it',
		async (command) => {
			const {run} = await withThree();
			const result = await run([...command.split(' '), '--where', 'ann pin:739158']);
			expect(result).toEqual({
				code: 2,
				out: '',
				err: '--where: At character 5: "pin:" takes one of none, set, weak after the colon.\n',
			});
		},
	);
});

describe('list --columns', () => {
	it('shows those columns in their order, empty ones too', async () => {
		const {run} = await withThree();
		expect((await run('list --columns last,pbxSipHost,id')).out.split('\n')[0]).toBe(
			'Last name  PBX SIP Host  ID',
		);
		expect((await run('list --no-pins')).out).not.toContain('PIN');
	});

	it('never has a secret in JSON, and a PIN only with --show-pins', async () => {
		const {run} = await withThree();
		const columns = '--columns id,pin,mbgSipPassword';
		expect(JSON.parse((await run(`list --json --id 1 ${columns}`)).out)).toEqual([
			{id: 1, deploymentPin: true, mbgSipPassword: true},
		]);
		expect(JSON.parse((await run(`list --json --id 1 --show-pins ${columns}`)).out)).toEqual([
			{id: 1, deploymentPin: '739158', mbgSipPassword: true},
		]);
	});

	it('suggests the nearest name', async () => {
		const {run} = await withThree();
		const result = await run('list --columns id,numbr');
		expect(result.code).toBe(2);
		expect(result.err).toContain('There is no column "numbr". Did you mean "number"?');
		expect(await run('list --no-pins --show-pins')).toMatchObject({code: 2});
	});
});
