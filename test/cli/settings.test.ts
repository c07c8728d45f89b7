import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {describeAuthor} from '../../source/domain/describe-entry.ts';
import {defaultSettings} from '../../source/domain/sheet.ts';
import {currentAuthor} from '../../source/store/author/current-author.ts';
import {makeStore} from './run-cli.ts';

const rest = `History, days kept: 365
History, changes kept: 10,000
Dated copies, number kept: 10
Dated copies, made before a change of more users than: 100
Mail, way out: outbox
Mail, outbox folder: "outbox" beside the store
Mail server: none
Mail server, port: 587
Mail server, encryption: starttls
Mail server, login: none
Mail, sender: none
Mail, who helps: none
Your name in the history: ${describeAuthor(currentAuthor({}))}
`;

describe('settings', () => {
	it('shows and sets, and tells whom the setting concerns', async () => {
		const {run} = makeStore();
		await run('add --last-name A --email a@x.org');
		const off = {code: 0, out: `Stand-alone deployment: off\n${rest}`, err: ''};
		expect(await run('settings')).toEqual(off);
		const on = await run('settings --stand-alone on');
		expect(on).toMatchObject({code: 0, out: `Stand-alone deployment: on\n${rest}`});
		expect(on.err).toBe(
			'1 user lacks at least one of PBX SIP Host, PBX SIP user name/Device number, PBX SIP password, which a stand-alone deployment needs.\n',
		);
		expect(await run('add --last-name B --email b@x.org')).toMatchObject({code: 1});
		expect(JSON.parse((await run('settings --json')).out)).toMatchObject({standAlone: true});
		expect(await run('settings --stand-alone off')).toEqual(off);
		expect(await run('settings --stand-alone off --read-only')).toMatchObject({code: 0});
		expect(await run('settings --stand-alone on --read-only')).toMatchObject({code: 4, out: ''});
		expect(await run('settings --stand-alone perhaps')).toMatchObject({code: 2});
	});

	it('sets what is kept, several at once, as one change of the history that can be undone', async () => {
		const {run} = makeStore();
		const set = await run(
			'settings --history-days 30 --history-entries 500 --backups 3 --backup-above 0 --json',
		);
		expect(JSON.parse(set.out)).toEqual({
			standAlone: false,
			history: {days: 30, entries: 500},
			backup: {keep: 3, above: 0},
			mail: defaultSettings.mail,
		});
		expect((await run('settings')).out).toContain('History, days kept: 30\n');
		const entries = JSON.parse((await run('history --json')).out);
		expect(entries).toHaveLength(1);
		expect(entries[0].label).toContain('History, days kept: 30, History, changes kept: 500');
		expect(await run('undo 1')).toMatchObject({code: 0});
		expect((await run('settings')).out).toBe(`Stand-alone deployment: off\n${rest}`);
	});

	it('keeps the name of whoever runs it, in the account and not in the store', async () => {
		const {run, folder} = makeStore();
		const env = {XDG_CONFIG_HOME: join(folder, 'config'), SUDO_USER: 'ann'};
		const named = 'Your name in the history: Ann Archer (ann)\n';
		const set = await run(['settings', '--my-name', ' Ann Archer '], {env});
		expect(set).toEqual({code: 0, out: named, err: ''});
		expect(existsSync(join(folder, 'store'))).toBe(false);
		expect((await run('settings', {env})).out.endsWith(named)).toBe(true);
		expect(await run(['settings', '--my-name', 'x'.repeat(81)], {env})).toMatchObject({code: 2});
		expect(await run(['settings', '--my-name', 'Ben', '--read-only'], {env})).toMatchObject({code: 4});
		expect((await run(['settings', '--my-name', ''], {env})).out).toBe('Your name in the history: ann\n');
		const both = await run(['settings', '--my-name', 'Ann', '--backups', '3'], {env});
		expect(both.out).toContain('Dated copies, number kept: 3\n');
		expect(both.out).toContain('history: Ann (ann)\n');
	});

	it('writes nothing when all is so already', async () => {
		const {run} = makeStore();
		expect(await run('settings --backups 10 --history-days 365')).toMatchObject({code: 0});
		expect((await run('history --json')).out).toBe('[]\n');
	});

	it('keeps as many dated copies as it says, and makes one before a change of more users than it says', async () => {
		const {run} = makeStore();
		await run('settings --backups 2 --backup-above 1');
		await run('add --last-name A --email a@x.org');
		await run('add --last-name B --email b@x.org');
		const copies = async () =>
			JSON.parse((await run('doctor --json')).out).files.filter(
				({role}: {readonly role: string}) => role === 'backup',
			).length;
		expect(await copies()).toBe(0);
		await run('set-pin --pin 8050 --all');
		expect(await copies()).toBe(1);
		for (let times = 0; times < 3; times += 1) await run('backup');
		expect(await copies()).toBe(2);
	});

	it.each([
		['--history-days', '-1'],
		['--history-days', '36501'],
		['--history-days', '1.5'],
		['--history-entries', '1000001'],
		['--backups', '0'],
		['--backups', 'many'],
		['--backup-above', ''],
		['--mail-port', '70000'],
	])('refuses %s %s with the range', async (flag, value) => {
		const result = await makeStore().run(['settings', flag, value]);
		expect(result.code).toBe(2);
		expect(result.err).toMatch(/It is a number from [01] to [\d,]+\./);
	});

	it('sets how mails go out, and takes no password', async () => {
		const {run} = makeStore();
		const set = await run([
			...['settings', '--mail-way', 'smtp', '--mail-host', 'mail.example.com', '--mail-security', 'tls'],
			...['--mail-port', '465', '--mail-login', 'it', '--mail-sender', 'it@example.com', '--json'],
		]);
		expect(JSON.parse(set.out).mail).toMatchObject({
			...{way: 'smtp', host: 'mail.example.com', port: 465, security: 'tls', login: 'it'},
			sender: 'it@example.com',
		});
		expect(JSON.parse((await run(['settings', '--mail-host', '', '--json'])).out).mail).toMatchObject({
			host: '',
		});
		for (const wrong of [
			['--mail-way', 'pigeon'],
			['--mail-host', 'a b'],
			['--mail-sender', 'it@'],
			['--mail-password', 'secret'],
		])
			expect(await run(['settings', ...wrong])).toMatchObject({code: 2, out: ''});
	});

	it('keeps the settings of the screen for the account, beside the store', async () => {
		const {run, folder} = makeStore();
		const env = {XDG_CONFIG_HOME: join(folder, 'config')};
		const shown = await run('settings --screen', {env});
		expect(shown).toMatchObject({code: 0, err: ''});
		expect(shown.out).toContain('mouse: off\n');
		expect(await run('settings --screen mouse=on', {env})).toMatchObject({code: 0});
		expect(await run('settings --screen colors=light', {env})).toMatchObject({code: 0});
		expect(JSON.parse((await run('settings --screen --json', {env})).out)).toEqual({
			...{mouse: 'on', panel: 'off', colors: 'light', ascii: 'off', wide: 'off', linear: 'off'},
		});
		expect(await run('settings --screen mouse=loud', {env})).toMatchObject({code: 2, out: ''});
		expect(await run('settings --screen mouse', {env})).toMatchObject({code: 2, out: ''});
		expect(await run('settings --screen mouse=off --read-only', {env})).toMatchObject({code: 4});
	});
});
