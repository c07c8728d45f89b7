import {describe, expect, it} from 'vitest';
import {updateOf} from '../../source/domain/change.ts';
import {plainSeal} from '../../source/store/seal/seal.ts';
import {createStore} from '../../source/store/store.ts';
import {makeStore} from './run-cli.ts';

const three = [
	'First name,Last name,Email address,Directory Number,Deployment PIN,MiCollab Client Service user name',
	'Ann,Archer,ann@example.com,7,0042,ann',
	'Bob,Baker,bob@example.com,8,,bob',
	'Cy,Carter,cy@example.com,,,',
].join('\n');

async function withThree() {
	const made = makeStore();
	await made.run('profile add Remote --remote-mbg on');
	await made.run('import - --profile Default', {stdin: three});
	const column = async (key: string) =>
		JSON.parse((await made.run('list --json --show-pins --read-only')).out).map(
			(user: Readonly<Record<string, unknown>>) => user[key],
		);
	return {...made, column};
}

describe('set', () => {
	it('gives users values as one change, which one undo takes back', async () => {
		const {run, column} = await withThree();
		const result = await run('set --id 1-2 --profile remote --service-host mcs.example.com');
		expect(result).toEqual({
			code: 0,
			out: 'Profile, MiCollab Client Service host of 2 users set.\n',
			err: '',
		});
		expect(await column('profile')).toEqual(['Remote', 'Remote', 'Default']);
		expect((await run('history --limit 1')).out).toContain(
			'Set Profile, MiCollab Client Service host of 2 users',
		);
		await run('undo 3');
		expect(await column('profile')).toEqual(['Default', 'Default', 'Default']);
		expect(await column('serviceHost')).toEqual(['', '', '']);
	});

	it('shows on a dry run what differs, and writes nothing', async () => {
		const {run, column} = await withThree();
		const result = await run([
			'set',
			'--where',
			'number:',
			'--first-name',
			'',
			'--profile',
			'Remote',
			'--dry-run',
		]);
		expect(result).toEqual({
			code: 0,
			out: [
				'1 user would be changed:',
				'  3 Cy Carter, Profile: "Default" → "Remote"',
				'  3 Cy Carter, First name: "Cy" → empty',
				'Dry run: nothing was written. The same command without --dry-run does it.',
				'',
			].join('\n'),
			err: '',
		});
		expect(await column('firstName')).toEqual(['Ann', 'Bob', 'Cy']);
	});

	it('tells a script all of it, with what deserves a look', async () => {
		const {run} = await withThree();
		const {out, err, code} = await run('set --all --email all@example.com --service-user sam --json');
		expect({err, code}).toEqual({err: '', code: 0});
		const report = JSON.parse(out);
		expect(report).toMatchObject({dryRun: false, committed: true, users: 3, readOnly: 0, removed: []});
		expect(report.updated[0]).toEqual({
			id: 1,
			fields: {
				email: {before: 'ann@example.com', after: 'all@example.com'},
				serviceUser: {before: 'ann', after: 'sam'},
			},
		});
		const codes = report.problems.map(({id, code: rule}: {id: string; code: string}) => `${id} ${rule}`);
		expect(codes).toContain('1 shared-email');
		expect(codes).toContain('1 service-user-changed');
		expect(codes).not.toContain('3 service-user-changed');
	});

	it('takes passwords and the PIN from standard input, and repeats neither', async () => {
		const {run, column} = await withThree();
		const stdin = 'deploymentPin=739158\nMBG SIP password=tiger \n';
		const dry = await run('set --all --secrets-stdin --dry-run', {stdin});
		expect(dry.out).toContain('1 Ann Archer, Deployment PIN: "••••" → "••••"');
		const result = await run('set --all --secrets-stdin --json', {stdin});
		expect(dry.out + dry.err + result.out + result.err).not.toMatch(/739158|tiger/);
		expect(await column('deploymentPin')).toEqual(['739158', '739158', '739158']);
		expect((await run('list --where mbgSipPassword:none')).out).toBe('');
	});

	it('leaves cells of synchronised users alone, and counts them', async () => {
		const {run, folder, column} = await withThree();
		const store = createStore(`${folder}/store/users.json`, false, plainSeal);
		const sheet = store.read();
		if ('error' in sheet) throw new Error(sheet.error.message);
		const [ann] = sheet.users;
		if (ann === undefined) throw new Error('Nobody is there.');
		const change = {
			label: 'Sync',
			added: [],
			updated: [updateOf(ann, {...ann, origin: 'mbg'})],
			removed: [],
		};
		await store.commit(change, sheet);
		await store.close();
		const result = await run('set --all --last-name Same --profile Remote');
		expect(result.err).toContain('1 value left alone');
		expect(result.out).toBe('Profile, Last name of 3 users set.\n');
		expect(await column('lastName')).toEqual(['Archer', 'Same', 'Same']);
	});

	it.each([
		['--all --email nobody', 1, 'Email address "nobody"'],
		['--all --profile Remot', 1, 'Did you mean "Remote"?'],
		['--all --last-name ', 1, 'Required.'],
		['--email a@example.com', 2, 'For which users?'],
		['--all', 2, 'Which value?'],
		[
			'--where mial:x --email a@example.com',
			2,
			'--where: At character 1: There is no field "mial". Did you mean "email"?',
		],
		['--where  --email a@example.com', 2, 'For which users?'],
		['--id 1 --all --email a@example.com', 2, 'cannot be used with option'],
		['--all --pbx-sip-password tiger', 2, "unknown option '--pbx-sip-password'"],
		['--where xyzzy --profile Remote', 0, 'The filter finds none of 3 users.'],
		['--id 3 --first-name Cy', 0, 'Nothing to set: they have this already.'],
	])('%s has exit code %i', async (flags, code, message) => {
		const {run, column} = await withThree();
		const result = await run(`set ${flags}`);
		expect(result).toMatchObject({code, out: ''});
		expect(result.err).toContain(message);
		expect(result.err.trimEnd().split('\n').length).toBeLessThan(4);
		expect(await column('email')).toEqual(['ann@example.com', 'bob@example.com', 'cy@example.com']);
	});
});
