import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {storedFields} from '../../source/domain/field-lists.ts';
import {makeStore} from './run-cli.ts';

const ann = ['add', '--last-name', 'Archer', '--email', 'ann@example.com'];

describe('add', () => {
	it('creates a user and prints the ID', async () => {
		const {run} = makeStore();
		expect(await run([...ann, '--first-name', ' Ann ', '--directory-number', '1*001'])).toEqual({
			code: 0,
			out: '1\n',
			err: '',
		});
		expect(await run(ann)).toMatchObject({
			out: '2\n',
			err: 'Email address "ann@example.com": ID 1, Ann Archer, also has it. Give each user one of their own.\n',
		});
		const [user] = JSON.parse((await run('list --json')).out);
		expect(user).toMatchObject({
			id: 1,
			origin: 'manual',
			profile: 'Default',
			firstName: 'Ann',
			directoryNumber: '1*001',
		});
	});

	it('warns of values that others have, and creates the user all the same (rules.md 3.15)', async () => {
		const {run} = makeStore();
		await run([...ann, '--service-user', 'ann']);
		const result = await run('add --last-name B --email ANN@example.com --service-user Ann --json');
		expect(result.code).toBe(0);
		expect(JSON.parse(result.out)).toMatchObject({
			id: 2,
			problems: [
				{code: 'shared-email', severity: 'warning'},
				{code: 'shared-service-user', severity: 'warning'},
			],
		});
	});

	it('has a flag for each field that is no secret', async () => {
		const {run} = makeStore();
		const {out} = await run('add --help');
		for (const {key, kind} of storedFields) {
			const flag = `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} <`;
			expect(out.includes(flag), flag).toBe(kind !== 'secret');
		}
	});

	it('reports all problems at once, and writes nothing', async () => {
		const {run} = makeStore();
		const result = await run(['add', '--email', 'ann@', '--pbx-sip-host', 'a b', '--profile', 'Defalt']);
		expect(result).toMatchObject({code: 1, out: ''});
		expect(result.err.trimEnd().split('\n')).toEqual([
			'Profile "Defalt": There is no such profile. Did you mean "Default"?',
			expect.stringContaining('Last name'),
			'Email address "ann@": Not an e-mail address.',
			'PBX SIP Host "a b": Neither an IP address nor a host name.',
		]);
		expect((await run('list --json')).out).toBe('[]\n');
	});

	it('wants a profile where there are several, and takes its name in any case', async () => {
		const {run} = makeStore();
		await run('profile add Remote');
		expect(await run(ann)).toMatchObject({code: 1, err: expect.stringContaining('Profile: Required')});
		expect(await run([...ann, '--profile', ' remote'])).toMatchObject({code: 0});
		expect(JSON.parse((await run('list --json')).out)).toMatchObject([{profile: 'Remote'}]);
	});

	it('warns, and goes on', async () => {
		const {run} = makeStore();
		await run('profile set Default --remote-mbg on');
		const result = await run([...ann, '--directory-number', '1#001', '--json']);
		expect(result.code).toBe(0);
		expect(result.err).toContain('"1*001"');
		expect(JSON.parse(result.out)).toMatchObject({
			id: 1,
			committed: true,
			problems: [{severity: 'warning', code: 'remote-mbg-number', column: 'Directory Number'}],
		});
	});

	it('prints an object for scripts when it fails, too', async () => {
		const {run} = makeStore();
		const {code, out} = await run('add --last-name Archer --json');
		expect(code).toBe(1);
		expect(JSON.parse(out)).toMatchObject({
			id: null,
			committed: false,
			problems: [{code: 'required', column: 'Email address'}],
		});
	});
});

describe('add --secrets-stdin', () => {
	it('takes values exactly, by key, header or other label', async () => {
		const {run, folder} = makeStore();
		const stdin =
			'pbxSipPassword= a=b \r\nTeleworker SIP password=x\n\nMiCollab Client Service password=\u00e4\u00a0\nDeployment PIN= 0042\n';
		expect(await run([...ann, '--secrets-stdin'], {stdin})).toEqual({code: 0, out: '1\n', err: ''});
		const stored = readFileSync(join(folder, 'store', 'journal.jsonl'), 'utf8');
		expect(stored).toContain('" a=b "');
		expect(stored).toContain('"\u00e4\u00a0"');
		const [user] = JSON.parse((await run('list --json --show-pins')).out);
		expect(user).toMatchObject({
			deploymentPin: '0042',
			secrets: {pbxSipPassword: true, mbgSipPassword: true, servicePassword: true, voicemailPin: false},
		});
	});

	it.each([
		['hunter2', 'Line 1 of standard input is not KEY=VALUE.\n'],
		['\nhunter2=', 'Line 2 of standard input names no secret field. There is pbxSipPassword, '],
		['lastName=hunter2', 'Line 1 of standard input names no secret field.'],
		['Voicemail PIN=1\nvoicemailPin=hunter2', 'Line 2 of standard input gives voicemailPin a second time.\n'],
		[new Uint8Array([0x70, 0xff]), 'Standard input is not UTF-8 text'],
	])('refuses %j without repeating it', async (stdin, message) => {
		const {run} = makeStore();
		const result = await run([...ann, '--secrets-stdin'], {stdin});
		expect(result).toMatchObject({code: 2, out: '', err: expect.stringContaining(message)});
		expect(result.err).not.toContain('hunter2');
		expect((await run('list --json')).out).toBe('[]\n');
	});

	it('masks secrets in problems', async () => {
		const {run} = makeStore();
		const result = await run([...ann, '--secrets-stdin', '--json'], {stdin: 'deploymentPin=12x4'});
		expect(result.code).toBe(1);
		expect(result.out + result.err).not.toContain('12x4');
	});
});
