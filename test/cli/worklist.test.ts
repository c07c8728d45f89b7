import {describe, expect, it} from 'vitest';
import {formatLocalDate} from '../../source/domain/local-time.ts';
import {makeStore} from './run-cli.ts';

/** Two users who can be deployed, and one without a link. */
async function makeUsers() {
	const {run} = makeStore();
	const file = [
		'Last name,Email address,MiCollab Client Service user name,Deployment link',
		'Archer,ann@example.com,archera,https://r.example/ann',
		'Baker,ben@example.com,bakerb,https://r.example/ben',
		'Carter,cy@example.com,carterc,',
		'',
	].join('\n');
	await run('import -', {stdin: file});
	return run;
}

describe('mark', () => {
	it('says of users what has happened to them, as one change that undo takes back', async () => {
		const run = await makeUsers();
		const dry = await run('mark deployed --all --dry-run');
		expect(dry).toMatchObject({code: 0, out: expect.stringContaining('Dry run: nothing was written.')});
		expect(await run('mark deployed --where state:to-deploy')).toMatchObject({
			code: 0,
			out: 'Marked 2 users as deployed.\n',
		});
		const states = async () =>
			JSON.parse((await run('list --json')).out).map(({state}: {readonly state: string}) => state);
		expect(await states()).toEqual(['sent', 'sent', 'no-link']);
		expect(JSON.parse((await run('mark downloaded --id 1 --json')).out)).toMatchObject({
			committed: true,
			leftAlone: 0,
			updated: [{id: 1, fields: {downloadedOn: {before: ''}}}],
		});
		expect(await states()).toEqual(['downloaded', 'sent', 'no-link']);
		await run('set --id 1 --service-user foxa');
		expect(await states()).toEqual(['reset-needed', 'sent', 'no-link']);
		const {revision} = JSON.parse((await run('mark reset-done --all --json')).out);
		expect(await states()).toEqual(['changed-since', 'sent', 'no-link']);
		await run(`undo ${revision}`);
		expect(await states()).toEqual(['reset-needed', 'sent', 'no-link']);
	});

	it('tells of those whom it says nothing new about, and shows no fingerprint', async () => {
		const run = await makeUsers();
		expect(await run('mark withdrawn --all')).toMatchObject({
			code: 0,
			err: 'Nothing was changed. 3 users are not deployed.\n',
		});
		const {out} = await run('mark deployed --all --json');
		expect(JSON.parse(out).updated[0].fields.deployedAs).toEqual({before: '', after: '••••'});
		expect(await run('mark lost --all')).toMatchObject({code: 2});
		expect(await run('mark deployed')).toMatchObject({code: 2});
	});
});

describe('worklist', () => {
	it('counts what is to do, with the filter that finds the users', async () => {
		const run = await makeUsers();
		expect(await run('worklist')).toEqual({
			code: 0,
			err: '',
			out: [
				'Users  What            Filter',
				'2      to deploy       state:to-deploy',
				'1      without a link  state:no-link',
				'',
			].join('\n'),
		});
		await run('delete --all');
		expect(await run('worklist')).toMatchObject({out: '', err: 'There is nothing to do.\n'});
	});

	it('lists users who were deleted while deployed, until they are withdrawn', async () => {
		const run = await makeUsers();
		await run('mark deployed --id 1-2');
		await run('delete --id 1-2');
		const {work, toWithdraw} = JSON.parse((await run('worklist --json')).out);
		expect(work).toContainEqual({key: 'to-withdraw', label: 'to withdraw', count: 2, filter: null});
		expect(toWithdraw).toMatchObject([{id: 1, name: 'Archer', serviceUser: 'archera'}, {id: 2}]);
		const [{deployedOn}] = JSON.parse((await run('worklist --json')).out).toWithdraw;
		const there = await run('worklist', {env: {TZ: 'Pacific/Kiritimati'}});
		expect(there.out).toContain(formatLocalDate(deployedOn, 'Pacific/Kiritimati'));
		expect(await run('worklist --withdrawn 7')).toMatchObject({code: 2});
		expect(await run('worklist --withdrawn x')).toMatchObject({code: 2});
		expect(await run('worklist --withdrawn 1-2')).toMatchObject({
			code: 0,
			out: '2 deleted users are withdrawn.\n',
		});
		expect(JSON.parse((await run('worklist --json')).out).toWithdraw).toEqual([]);
		const [entry] = JSON.parse((await run('history --json --limit 1')).out);
		expect(entry).toMatchObject({
			label: 'Mark 2 deleted users as withdrawn',
			withdrawn: {before: [{id: 1}, {id: 2}], after: []},
		});
		await run(`undo ${entry.revision}`);
		expect(JSON.parse((await run('worklist --json')).out).toWithdraw).toHaveLength(2);
	});
});
