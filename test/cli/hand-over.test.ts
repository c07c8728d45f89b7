import {describe, expect, it} from 'vitest';
import {makeStore} from './run-cli.ts';

const users = `First name,Last name,Email address,Number,PBX SIP user name,MBG SIP user name,Login ID,PIN
Ann,Archer,ann@example.com,2001,2001,ann-2001,ann.archer,480913
Bob,Baker,bob@example.com,,,,bob.baker,
`;

async function open() {
	const {run} = makeStore();
	await run('import -', {stdin: users});
	await run('set --id 1 --secrets-stdin', {stdin: 'pbxSipPassword=device-word\nservicePassword=own-word\n'});
	const list = async () => JSON.parse((await run('list --json --show-pins')).out);
	return {run, list};
}

const carla = '--first-name Carla --last-name Costa --email carla@example.com';

describe('usersheet hand-over', () => {
	it('makes a new user with number and device, and deletes the old one, as one change', async () => {
		const {run, list} = await open();
		const result = await run(`hand-over 1 --delete ${carla} --deployment-pin 731904`);
		expect(result).toMatchObject({code: 0, out: '3\n'});
		expect(result.err).toBe('Hand over 2001 from Ann Archer to Carla Costa: done.\n');
		const [bob, made] = await list();
		expect(bob).toMatchObject({id: 2});
		expect(made).toMatchObject({
			id: 3,
			origin: 'manual',
			lastName: 'Costa',
			directoryNumber: '2001',
			pbxSipUser: '2001',
			mbgSipUser: 'ann-2001',
			serviceUser: '',
			deploymentPin: '731904',
			secrets: {pbxSipPassword: true, servicePassword: false},
		});
		await run('undo 3');
		expect(await list()).toMatchObject([{id: 1, directoryNumber: '2001', deploymentPin: '480913'}, {id: 2}]);
	});

	it('keeps the old user without the number, where it is told to', async () => {
		const {run, list} = await open();
		expect(await run(`hand-over 1 --keep ${carla}`)).toMatchObject({code: 0, out: '3\n'});
		const [ann, , made] = await list();
		expect(ann).toMatchObject({
			directoryNumber: '',
			pbxSipUser: '',
			serviceUser: 'ann.archer',
			deploymentPin: '480913',
		});
		expect(made).toMatchObject({directoryNumber: '2001', deploymentPin: ''});
	});

	it('writes nothing on a dry run, and shows no secret', async () => {
		const {run, list} = await open();
		const before = await list();
		const result = await run(`hand-over 1 --delete ${carla} --dry-run`);
		expect(result.code).toBe(0);
		expect(result.out).toContain('Dry run');
		expect(result.out + result.err).not.toMatch(/device-word|own-word|480913/);
		expect(await list()).toEqual(before);
	});

	it.each([
		[`hand-over 1 ${carla}`, 2, 'Give --delete or --keep.'],
		[`hand-over 1 --delete --keep ${carla}`, 2, 'cannot be used with option'],
		[`hand-over 9 --delete ${carla}`, 2, 'There is no user with the ID 9.'],
		[`hand-over 1-2 --delete ${carla}`, 2, 'give one ID'],
		[`hand-over 2 --delete ${carla}`, 1, 'This user has no number.'],
		['hand-over 1 --delete --last-name Costa', 1, 'Email address: Required.'],
	])('%s has exit code %i', async (words, code, message) => {
		const {run, list} = await open();
		const before = await list();
		const result = await run(words);
		expect(result).toMatchObject({code, out: ''});
		expect(result.err).toContain(message);
		expect(await list()).toEqual(before);
	});
});
