import {describe, expect, it} from 'vitest';
import {makeStore} from './run-cli.ts';

const file =
	'First name,Last name,Email address,Deployment PIN,MBG SIP password\nAnn,Archer,ann@example.com,0042,s3cret\n王小明,李,li@example.com,,\n"A\u001bB",Baker,baker@example.com,,\n';

describe('list', () => {
	it('aligns by terminal cells, masks, and leaves empty columns out', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: file});
		expect(await run('list')).toEqual({
			code: 0,
			err: '',
			out: [
				'ID  First name  Last name  Profile  Email address      MBG SIP password  Deployment PIN  Deployment state',
				'1   Ann         Archer     Default  ann@example.com    ••••              ••••            no link',
				'2   王小明      李         Default  li@example.com                                       no link',
				'3   A␛B         Baker      Default  baker@example.com                                    no link',
				'',
			].join('\n'),
		});
	});

	it('lists what is wrong with the users, as text and as JSON (rules.md 3.15)', async () => {
		const {run} = makeStore();
		expect(await run('list --problems')).toMatchObject({out: '', err: 'Nothing is wrong with any user.\n'});
		await run('add --last-name Archer --email ann@example.com --directory-number 7');
		await run('add --last-name Baker --email ben@example.com --directory-number 7');
		expect(await run('list --problems')).toEqual({
			code: 0,
			err: '',
			out: [
				'ID 1, Archer, Directory Number "7": ID 2, Baker, also has it. Give each user one of their own.',
				'ID 2, Baker, Directory Number "7": ID 1, Archer, also has it. Give each user one of their own.',
				'',
			].join('\n'),
		});
		expect(JSON.parse((await run('list --problems --json')).out)).toMatchObject([
			{id: '1', who: 'Archer', column: 'Directory Number', value: '7', code: 'shared-directory-number'},
			{id: '2'},
		]);
	});

	it('shows PINs when asked, secrets never', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: file});
		const {out} = await run('list --show-pins');
		expect(out).toContain('0042');
		expect(out).not.toContain('s3cret');
	});

	it('shows on a terminal what fits, and names the rest', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: file});
		const {out, err} = await run('list', {terminal: 60});
		expect(out.split('\n')[0]).toBe('ID  First name  Last name  Profile  Email address');
		expect(err).toBe(
			'Too wide for this terminal, and left out: MBG SIP password, Deployment PIN, Deployment state.\n',
		);
	});

	it('says that the sheet is empty', async () => {
		const {run} = makeStore();
		expect(await run('list')).toMatchObject({code: 0, out: ''});
		expect((await run('list')).err).toContain('There are no users yet');
		expect(await run('list --json')).toEqual({code: 0, out: '[]\n', err: ''});
	});
});

describe('list --json', () => {
	it('has the field keys, and booleans for the secrets', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: file});
		const {out} = await run('list --json');
		expect(JSON.parse(out)[0]).toEqual({
			id: 1,
			state: 'no-link',
			origin: 'csv',
			sourceId: '',
			deployedOn: '',
			setUpUser: '',
			downloadedOn: '',
			mailResult: '',
			mailedOn: '',
			profile: 'Default',
			firstName: 'Ann',
			lastName: 'Archer',
			directoryNumber: '',
			email: 'ann@example.com',
			pbxSipHost: '',
			pbxSipUser: '',
			mbgSipUser: '',
			serviceHost: '',
			serviceUser: '',
			voicemailNumber: '',
			secrets: {
				pbxSipPassword: false,
				mbgSipPassword: true,
				servicePassword: false,
				voicemailPin: false,
				deploymentLink: false,
				authenticationCode: false,
			},
		});
		expect(out).toContain('"A\\u001bB"');
		expect(out).toContain('王小明');
		expect(out).not.toContain('0042');
		expect(out).not.toContain('s3cret');
	});

	it('has the PIN with --show-pins', async () => {
		const {run} = makeStore();
		await run('import -', {stdin: file});
		const {out} = await run('list --json --show-pins');
		expect(JSON.parse(out)[0].deploymentPin).toBe('0042');
		expect(out).not.toContain('s3cret');
	});
});

describe('usersheet without a terminal', () => {
	it('lists the users, with a hint on standard error', async () => {
		const {run, folder} = makeStore();
		await run('import -', {stdin: file});
		const listed = await run('list');
		const plain = await run(['--store', `${folder}/store`]);
		expect(plain).toMatchObject({code: 0, out: listed.out});
		expect(plain.err).toMatch(/^The sheet needs a terminal/);
	});
});
