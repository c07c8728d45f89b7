import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {emptyChange, updateOf} from '../../source/domain/change.ts';
import {openStore} from '../../source/store/open-store.ts';
import {makeStore} from './run-cli.ts';

const three =
	'First name,Last name,Email address\nAnn,Archer,a@x.org\nBob,Baker,b@x.org\nCy,Carter,c@x.org\n';

describe('delete', () => {
	it('deletes and says whom; IDs are not given again', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: three});
		expect(await run('delete --id 3 1')).toEqual({
			code: 0,
			out: '2 users deleted:\n1 Ann Archer\n3 Cy Carter\n',
			err: '',
		});
		expect((await run('add --last-name Dent --email d@x.org')).out).toBe('4\n');
	});

	it('deletes nobody where one ID is unknown or none', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: three});
		const unknown = await run('delete --id 1 7 8');
		expect(unknown).toMatchObject({code: 2, out: ''});
		expect(unknown.err).toContain('There is no user with the ID 7, 8. Nothing was changed');
		expect(await run('delete --id 1.5')).toMatchObject({code: 2});
		expect(await run('delete')).toMatchObject({code: 2, err: expect.stringContaining('--id')});
		expect(JSON.parse((await run('list --json')).out)).toHaveLength(3);
	});

	it('says how many were deployed and are to be withdrawn', async () => {
		const {run, folder} = makeStore();
		await run('import -', {stdin: three});
		const opened = await openStore({directory: join(folder, 'store'), readOnly: false});
		if ('error' in opened) throw new Error(opened.error.message);
		const {store, sheet} = opened;
		const updated = sheet.users
			.slice(0, 2)
			.map((user) => updateOf(user, {...user, deployedOn: '2026-11-26T12:00:00.000Z'}));
		await store.commit({...emptyChange('Deploy'), updated}, sheet);
		await store.close();
		const {code, err} = await run('delete --all');
		expect({code, err}).toEqual({code: 0, err: '2 users are deployed, and are then to be withdrawn.\n'});
	});

	it('is refused with --read-only', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: three});
		expect(await run('delete --id 1 --read-only')).toMatchObject({code: 4, out: ''});
	});
});
