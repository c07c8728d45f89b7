import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import type {MailSettings} from '../../source/domain/sheet.ts';
import {openStore} from '../../source/store/open-store.ts';
import {startMailServer} from '../mail/mail-server.ts';
import {makeFolder, makeStore} from './run-cli.ts';

const secrets = ['Geheim-Wort-1', '482913', 'S1P-Kennwort', 'M8G-Kennwort', '771166'];
const link = 'https://redirect.example.com/d/0Kq7';
const code = 'X7-KK-99';
const credentials = [link, code];

const header =
	'First name,Last name,Email address,MiCollab Client Service password,Deployment PIN,PBX SIP password,MBG SIP password,Voicemail PIN,Deployment link,Authentication code';
const rows = [
	`Ann,Archer,ann@example.com,${secrets.join(',')},${link},${code}`,
	`Ben,Baker,ben@example.com,,,,,,${link}2,`,
	'Carla,Costa,carla@example.com,,,,,,,',
];

async function startStore() {
	const {folder, run} = makeStore();
	const file = join(makeFolder(), 'users.csv');
	writeFileSync(file, `${header}\n${rows.join('\n')}\n`);
	await run(['import', file]);
	const outbox = join(folder, 'outbox');
	return {
		folder,
		outbox,
		run,
		deploy: (flags: string) => run(['deploy', ...flags.split(' '), '--outbox', outbox]),
	};
}

async function setMail(directory: string, mail: Partial<MailSettings>): Promise<void> {
	const opened = await openStore({directory, readOnly: false});
	if ('error' in opened) throw new Error(opened.error.message);
	const {store, sheet} = opened;
	const after = {...sheet.settings, mail: {...sheet.settings.mail, ...mail}};
	await store.commit({...emptyChange('Mail'), settings: [sheet.settings, after]}, sheet);
	await store.close();
}

describe('usersheet deploy', () => {
	it('shows on a dry run what would be sent, with dots for link and code, and writes nothing', async () => {
		const {folder, run, deploy} = await startStore();
		const {code: exit, out, err} = await deploy('--all --dry-run');
		expect(exit).toBe(3);
		expect(out).toContain('2 to send, 1 without a link');
		expect(out).toContain('Authentication code: ••••');
		expect(err).toContain('ID 3, Carla Costa, Deployment link');
		for (const text of [...secrets, ...credentials]) expect(out + err).not.toContain(text);
		expect(readdirSync(folder)).toEqual(['store']);
		expect((await run('history')).out).not.toContain('Deploy');
	});

	it('writes the messages, records them as one change, and asks about a second one', async () => {
		const {outbox, run, deploy} = await startStore();
		expect(await deploy('--all')).toMatchObject({code: 3, out: '2 messages written.\n'});
		expect(readdirSync(outbox).sort()).toEqual(['0001-ann-archer.eml', '0002-ben-baker.eml']);
		expect((await run('history')).out).toContain('Deploy 2 users');
		expect((await deploy('--id 1-2')).code).toBe(1);
		expect(readdirSync(outbox)).toHaveLength(2);
		expect(await deploy('--id 1 --again')).toMatchObject({code: 0});
		expect(readdirSync(outbox)).toContain('0001-ann-archer-2.eml');
	});

	it('says on a dry run that nobody is left, and how those get one who got one', async () => {
		const {deploy} = await startStore();
		await deploy('--id 1');
		const {out} = await deploy('--id 1 --dry-run');
		expect(out).toContain('1 sent within a day.');
		expect(out).toContain('--again');
		expect(out).not.toContain('without --dry-run does it');
	});

	it('tries nothing again but what was rejected or deferred', async () => {
		const {deploy, outbox} = await startStore();
		await deploy('--id 1');
		const {code: exit, err} = await deploy('--all --retry');
		expect([exit, err]).toEqual([0, 'No message is to be sent.\n']);
		expect(readdirSync(outbox)).toHaveLength(1);
	});

	it('tells a script all of it', async () => {
		const {deploy} = await startStore();
		const {out} = await deploy('--all --json');
		expect(JSON.parse(out)).toMatchObject({
			dryRun: false,
			users: 3,
			counts: {ready: 2, noLink: 1},
			accepted: 2,
			revision: 2,
			stopped: null,
			messages: [
				{id: 1, name: 'Ann Archer', result: 'accepted', code: null},
				{id: 2, result: 'accepted'},
			],
			problems: [{id: '3', code: 'no-link'}],
		});
	});

	it('sends nothing to anybody with a wrong placeholder, and says which', async () => {
		const {deploy, run, outbox, folder} = await startStore();
		const changed = await run(['profile', 'set', 'Default', '--subject', 'For {Frist name}']);
		expect(changed.code).toBe(0);
		const {code: exit, err} = await deploy('--all');
		expect(exit).toBe(1);
		expect(err).toContain(
			'Subject "{Frist name}": There is no such placeholder. Did you mean "{First name}"?',
		);
		expect(readdirSync(folder)).toEqual(['store']);
		expect(outbox).toBe(join(folder, 'outbox'));
	});

	it('says what is missing for a mail server, and sends nothing', async () => {
		const {folder, run} = await startStore();
		await setMail(join(folder, 'store'), {way: 'smtp'});
		const {code: exit, err} = await run('deploy --id 1');
		expect(exit).toBe(2);
		expect(err).toContain('The settings have no host of the mail server.');
		expect((await run('history')).out).not.toContain('Deploy');
	});

	it('sends over a mail server, tells what it refuses, and tries that again', async () => {
		const {folder, run} = await startStore();
		const server = await startMailServer({disabledCommands: ['STARTTLS', 'AUTH']});
		onTestFinished(server.close);
		const {port} = server;
		const way = {way: 'smtp', host: '127.0.0.1', port, security: 'none', sender: 'it@example.com'} as const;
		await setMail(join(folder, 'store'), way);
		await run(['set', '--id', '2', '--email', 'no@example.com']);
		const first = await run('deploy --id 1-2');
		expect(first).toMatchObject({code: 3, out: '1 message sent, 1 rejected.\n'});
		expect(first.err).toContain('ID 2, Ben Baker: The server refuses mail for this address: 550');
		await run(['set', '--id', '2', '--email', 'ben@example.com']);
		expect(await run('deploy --all --retry')).toMatchObject({code: 0, out: '1 message sent.\n'});
		expect(server.taken).toEqual(['ann@example.com', 'ben@example.com']);
		await server.close();
		expect(await run('deploy --id 1 --again')).toMatchObject({code: 2});
	});

	it('has no password and no PIN in anything that it writes, and link and code only in the message', async () => {
		const {folder, outbox, run, deploy} = await startStore();
		const said: string[] = [];
		for (const command of ['--all', '--all --json', '--all --again', '--all --again --dry-run --json']) {
			const {out, err} = await deploy(command);
			said.push(out, err);
		}
		for (const command of ['history', 'history --json', 'list', 'list --json', 'export -']) {
			const {out, err} = await run(command);
			said.push(command === 'export -' ? out.replaceAll('482913', '') : out, err);
		}
		const messages = readdirSync(outbox).map((name) => readFileSync(join(outbox, name), 'latin1'));
		const plain = messages.map((mime) => `${mime}${mime.replaceAll(/=\r\n/g, '')}`);
		for (const secret of secrets) expect([...said, ...plain].join('\n')).not.toContain(secret);
		for (const credential of credentials) expect(said.join('\n')).not.toContain(credential);
		expect(plain[0]).toContain(link);
		expect(readdirSync(folder).sort()).toEqual(['outbox', 'store']);
		expect(readdirSync(join(folder, 'store')).filter((name) => name.startsWith('mailing'))).toEqual([]);
	});
});
