import {describe, expect, it} from 'vitest';
import {defaultProfile} from '../../source/domain/profile.ts';
import {makeStore} from './run-cli.ts';

describe('profile', () => {
	it('adds, changes, lists and removes', async () => {
		const {run} = makeStore();
		const added = await run([
			...['profile', 'add', ' Home office ', '--mbg-sip-host', 'mbg.example.com'],
			...['--mbg-webrtc-sip-host', '10.0.0.1', '--remote-mbg', 'on', '--central-email', 'it@example.com'],
		]);
		expect(added).toMatchObject({code: 0, out: 'Profile "Home office" added.\n'});
		expect(added.err).toMatch(/^MBG-WebRTC SIP host "10\.0\.0\.1": An IP address/);
		expect(JSON.parse((await run('profile list --json')).out)).toEqual([
			{...defaultProfile, users: 0, deployAgain: 0},
			{
				...defaultProfile,
				name: 'Home office',
				mbgSipHost: 'mbg.example.com',
				mbgWebrtcSipHost: '10.0.0.1',
				remoteMbg: true,
				centralEmail: 'it@example.com',
				users: 0,
				deployAgain: 0,
			},
		]);
		const changed = await run(['profile', 'set', 'home OFFICE', '--mbg-sip-host', '', '--remote-mbg', 'off']);
		expect(changed).toMatchObject({code: 0, out: 'Profile "Home office" changed.\n'});
		expect((await run('profile list')).out).toBe(
			[
				'Profile      MBG-WebRTC SIP host  Remote MBG  Central e-mail  Users',
				'Default                           off                         0',
				'Home office  10.0.0.1             off         it@example.com  0',
				'',
			].join('\n'),
		);
		expect(await run(['profile', 'remove', 'Home office'])).toMatchObject({code: 0});
		expect(JSON.parse((await run('profile list --json')).out)).toHaveLength(1);
	});

	it.each([
		[['add', 'default'], 1, 'There is a profile "Default" already.'],
		[['add', ' '], 1, 'A profile needs a name.'],
		[['add', 'X', '--mbg-sip-host', 'a b'], 1, 'MBG SIP host "a b": Neither'],
		[['add', 'X', '--central-email', 'a@'], 1, 'Central e-mail "a@": Not an e-mail address.'],
		[['add', 'X', '--remote-mbg', 'maybe'], 2, 'Allowed choices are on, off'],
		[['add'], 2, "missing required argument 'name'"],
		[['set', 'Default'], 2, 'Nothing to set'],
		[['set', 'Defalt', '--remote-mbg', 'on'], 2, 'Did you mean "Default"?'],
		[['remove', 'Defalt'], 2, 'Did you mean "Default"?'],
		[['remove', 'Default', '--replace-with', 'Default'], 1, '"Default" is the only profile'],
		[['remove', 'Default', '--replace-with', 'Defalt'], 2, 'Did you mean "Default"?'],
		[['rename', 'Defalt', 'X'], 2, 'Did you mean "Default"?'],
		[['rename', 'Default', ' Default '], 1, 'is called "Default" already'],
		[['rename', 'Default', ' '], 1, 'A profile needs a name.'],
		[['rename', 'Default'], 2, "missing required argument 'name'"],
		[['remove', 'Default'], 1, '"Default" is the only profile'],
		[['renmove', 'Default'], 2, '(Did you mean remove?)'],
		[[], 2, 'Usage: usersheet profile'],
	])('%j has exit code %i', async (argv, code, message) => {
		const {run} = makeStore();
		const result = await run(['profile', ...argv]);
		expect(result).toMatchObject({code, out: ''});
		expect(result.err).toContain(message);
		expect(JSON.parse((await run('profile list --json')).out)).toHaveLength(1);
	});

	it('keeps a profile that users have', async () => {
		const {run} = makeStore();
		await run('profile add Remote');
		await run('add --last-name A --email a@x.org --profile Remote');
		const refused = await run('profile remove remote');
		expect(refused).toMatchObject({code: 1, out: ''});
		expect(refused.err).toContain('--replace-with');
		await run('delete --id 1');
		expect(await run('profile remove remote')).toMatchObject({code: 0});
	});

	it('gives a profile another name, and its users follow', async () => {
		const {run} = makeStore();
		await run('profile add Remote --mbg-sip-host a.example.com');
		await run('add --last-name A --email a@x.org --profile Remote');
		const dry = await run('profile rename remote Home --dry-run');
		expect(dry).toMatchObject({code: 0, err: ''});
		expect(dry.out).toMatch(/^Profile "Remote" renamed to "Home"; 1 user follows\.\nDry run/);
		expect(JSON.parse((await run('profile list --json')).out)[1]).toMatchObject({name: 'Remote'});
		expect(await run('profile rename remote Home')).toEqual({
			code: 0,
			out: 'Profile "Remote" renamed to "Home"; 1 user follows.\n',
			err: '',
		});
		expect(JSON.parse((await run('profile list --json')).out)[1]).toMatchObject({
			name: 'Home',
			mbgSipHost: 'a.example.com',
			users: 1,
		});
		await run('undo 3');
		expect(JSON.parse((await run('profile list --json')).out)[1]).toMatchObject({name: 'Remote', users: 1});
	});

	it('says who must be deployed again as the replacement has other hosts', async () => {
		const {run} = makeStore();
		await run('profile add Remote --mbg-sip-host mbg.example.com');
		await run('add --last-name A --email a@x.org --profile Remote');
		await run('mark deployed --where profile:Remote');
		const removed = await run('profile remove Remote --replace-with default');
		expect(removed).toMatchObject({code: 0, err: '1 is deployed, and must be deployed again.\n'});
	});

	it('removes a profile and gives its users another one', async () => {
		const {run} = makeStore();
		await run('profile add Remote');
		await run('add --last-name A --email a@x.org --profile Remote');
		const removed = await run('profile remove Remote --replace-with default');
		expect(removed).toEqual({code: 0, out: 'Profile "Remote" removed; 1 user has "Default" now.\n', err: ''});
		expect(JSON.parse((await run('profile list --json')).out)).toMatchObject([{name: 'Default', users: 1}]);
	});

	it('tells whose numbers a remote MBG cannot sync', async () => {
		const {run} = makeStore();
		await run('add --last-name A --email a@x.org --directory-number 1#001');
		const result = await run('profile set Default --remote-mbg on');
		expect(result.code).toBe(0);
		expect(result.err).toMatch(/^1 user has this profile\.\n1 has a # in the directory number/);
	});

	it('is refused with --read-only', async () => {
		const {run} = makeStore();
		expect(await run('--read-only profile add X')).toMatchObject({code: 4, out: ''});
	});
});
