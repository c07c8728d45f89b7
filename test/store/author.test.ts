import {mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {userInfo} from 'node:os';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {describeAuthor, nameAuthor} from '../../source/domain/describe-entry.ts';
import {currentAccountName, currentAuthor} from '../../source/store/author/current-author.ts';
import {readOwnKeys} from '../../source/store/author/own-keys.ts';
import {readOwnSetting, writeOwnSetting} from '../../source/store/author/own-setting.ts';
import {readSshKey} from '../../source/store/author/ssh-key.ts';
import {makeFolder, modeOf} from './store-folder.ts';

const {username} = userInfo();
/** Certificates of three kinds for one person, and a key without one; made by ssh-keygen. */
const keys = readFileSync(new URL('fixtures/ssh-keys.txt', import.meta.url), 'utf8')
	.trimEnd()
	.split('\n');
const plainKey = keys.at(-1)?.split(' ').slice(0, 2).join(' ') ?? '';
const fingerprint = 'FINGERPRINT';

/** What sshd tells of a login, and the keys that the account lets in. */
function login(told: string, authorized?: string): {readonly file: string; readonly home: string} {
	const home = makeFolder();
	const file = path.join(home, 'auth-info');
	writeFileSync(file, told);
	mkdirSync(path.join(home, '.ssh'));
	if (authorized !== undefined) writeFileSync(path.join(home, '.ssh', 'authorized_keys'), authorized);
	return {file, home};
}

const keyOf = (told: string, authorized?: string) => {
	const {file, home} = login(told, authorized);
	return readSshKey({SSH_USER_AUTH: file}, home);
};

describe('who made a change', () => {
	const none = {XDG_CONFIG_HOME: '/nonexistent'};
	const cases: readonly (readonly [NodeJS.ProcessEnv, object])[] = [
		[{}, {user: username}],
		[{SUDO_USER: 'ann', SUDO_UID: '1001'}, {user: 'ann'}],
		[{SUDO_UID: '1001'}, {user: 'user 1001'}],
		[{SUDO_UID: '-1; rm'}, {user: username}],
		[{SUDO_USER: ''}, {user: username}],
		[{SUDO_USER: '\u001b[31m\n'}, {user: '[31m'}],
		[{DOAS_USER: 'ben'}, {user: 'ben'}],
		[{USERSHEET_NAME: ' Ann Archer '}, {user: username, name: 'Ann Archer'}],
		[{USERSHEET_NAME: ' \n'}, {user: username}],
		[{USERSHEET_NAME: 'x'.repeat(5000)}, {user: username, name: 'x'.repeat(80)}],
		[{SSH_CONNECTION: '10.0.0.5 5022 10.0.0.1 22'}, {user: username, client: '10.0.0.5'}],
		[{SSH_USER_AUTH: '/nonexistent'}, {user: username}],
		[{SSH_USER_AUTH: '/dev/zero'}, {user: username}],
		[{SSH_USER_AUTH: '/'}, {user: username}],
	];
	test.each(cases)('%j', (environment, author) => {
		expect(currentAuthor({...none, ...environment})).toEqual(author);
	});

	test.each([
		[{user: 'ann'}, 'ann', 'ann'],
		[{user: 'ann', name: 'Ann Archer'}, 'Ann Archer (ann)', 'Ann Archer'],
		[{user: 'ann', name: 'ann'}, 'ann', 'ann'],
		[{user: 'root', key: 'ann@laptop'}, 'root (ann@laptop)', 'ann@laptop'],
		[{user: 'ann', key: 'rsa-key-2020', client: '10.0.0.5'}, 'ann (rsa-key-2020) at 10.0.0.5', 'ann'],
		[{user: 'root', key: 'k', name: 'Ann'}, 'Ann (root)', 'Ann'],
	])('%j is shown as "%s", in short "%s"', (author, long, short) => {
		expect([describeAuthor(author), nameAuthor(author)]).toEqual([long, short]);
	});
});

describe('the SSH key of a login', () => {
	test.each(keys.slice(0, -1))('is named by its certificate: %.30s', (certificate) => {
		const told = `publickey ${certificate.split(' ').slice(0, 2).join(' ')}\n`;
		expect(keyOf(told)).toEqual({id: 'ann.archer@corp', name: 'ann.archer@corp'});
		for (const length of [60, 120, 200]) expect(keyOf(`${told.slice(0, length)}\n`)?.id).toMatch(/^SHA256:/);
	});

	test.each([
		['a comment', `${plainKey} ann@laptop\n`, 'ann@laptop'],
		['one of several words', `# keys\n${plainKey}   Ann, at home \r\n`, 'Ann, at home'],
		['options before it', `from="10.0.0.*",command="a b" ${plainKey} ann\n`, 'ann'],
		['no comment', `${plainKey}\n`, fingerprint],
		['another key', `${plainKey.replace(/..$/, 'AA')} ben\n`, fingerprint],
		['a longer key', `${plainKey}AAAA ben\n`, fingerprint],
		['it switched off', `#${plainKey} ben\n`, fingerprint],
		['no file', undefined, fingerprint],
	])('is named by the list of keys: %s', (_, authorized, name) => {
		const found = keyOf(`publickey ${plainKey}\npassword\n`, authorized);
		expect(found?.id).toMatch(/^SHA256:[A-Za-z\d+/]{43}$/);
		expect(found?.name).toBe(name === fingerprint ? found?.id : name);
	});

	test.each([
		'',
		'password\n',
		'publickey\n',
		'publickey ssh-ed25519\n',
		'keyboard-interactive/pam\n',
		'\0\0',
	])('is not known from %j', (told) => {
		expect(keyOf(told)).toBeUndefined();
	});

	test('is not read through a link, nor from a huge file', () => {
		const {file, home} = login(`publickey ${plainKey}\n`);
		const link = `${file}-link`;
		symlinkSync(file, link);
		expect(readSshKey({SSH_USER_AUTH: link}, home)).toBeUndefined();
		writeFileSync(file, `publickey ${plainKey}\n${'x'.repeat(2 ** 20)}`);
		expect(readSshKey({SSH_USER_AUTH: file}, home)).toBeUndefined();
	});
});

describe('the keys of one’s own', () => {
	test('belong to the account and its key, in a file beside the names', () => {
		const {file} = login(`publickey ${plainKey}\n`);
		const environment = {XDG_CONFIG_HOME: makeFolder()};
		const accounts = [environment, {...environment, SSH_USER_AUTH: file}].map(currentAccountName);
		for (const [index, account] of accounts.entries())
			expect(writeOwnSetting('keys', account, ['sheet', 'vim'][index] ?? '', environment)).toBeUndefined();
		const keys = accounts.map((account) => readOwnSetting('keys', account, environment));
		expect(keys).toEqual(['sheet', 'vim']);
		expect(currentAuthor(environment).name).toBeUndefined();
		expect(modeOf(path.join(environment.XDG_CONFIG_HOME, 'usersheet', 'keys.json'))).toBe('600');
	});
});

describe('keys that are written down', () => {
	test.each([
		[undefined, {keys: {}}],
		['{"user.add": ["Ctrl+U"]}', {keys: {'user.add': ['Ctrl+U']}}],
		['{"user.add": "Ctrl+U"}', {problem: expect.stringContaining('not JSON')}],
		['{', {problem: expect.stringContaining('not JSON')}],
	])('are read from %j', (text, read) => {
		const environment = {XDG_CONFIG_HOME: makeFolder()};
		const folder = path.join(environment.XDG_CONFIG_HOME, 'usersheet');
		mkdirSync(folder);
		if (text !== undefined) writeFileSync(path.join(folder, 'keymap.json'), text);
		expect(readOwnKeys(environment)).toEqual({file: path.join(folder, 'keymap.json'), ...read});
	});
});

describe('a name of one’s own', () => {
	test('belongs to the account and its key, can be taken away, and gives way to the environment', () => {
		const {file} = login(`publickey ${plainKey}\n`);
		const environment = {XDG_CONFIG_HOME: makeFolder()};
		const withKey = {...environment, SSH_USER_AUTH: file};
		const behindSudo = {...environment, SUDO_USER: 'ben'};
		expect(writeOwnSetting('names', currentAccountName(environment), 'Root', environment)).toBeUndefined();
		expect(writeOwnSetting('names', currentAccountName(withKey), 'Ann', environment)).toBeUndefined();
		expect(writeOwnSetting('names', currentAccountName(behindSudo), 'Ben', environment)).toBeUndefined();
		const names = [environment, withKey, behindSudo].map((env) => currentAuthor(env).name);
		expect(names).toEqual(['Root', 'Ann', 'Ben']);
		expect(currentAuthor({...environment, USERSHEET_NAME: 'Carla'}).name).toBe('Carla');
		expect(modeOf(path.join(environment.XDG_CONFIG_HOME, 'usersheet', 'names.json'))).toBe('600');
		expect(writeOwnSetting('names', currentAccountName(environment), '', environment)).toBeUndefined();
		expect(currentAuthor(environment).name).toBeUndefined();
		expect(currentAuthor(withKey).name).toBe('Ann');
	});

	test.each(['', '[]', '{"root":5}', '\0'])('is no reason to stop where its file holds %j', (text) => {
		const environment = {XDG_CONFIG_HOME: makeFolder()};
		mkdirSync(path.join(environment.XDG_CONFIG_HOME, 'usersheet'));
		writeFileSync(path.join(environment.XDG_CONFIG_HOME, 'usersheet', 'names.json'), text);
		expect(currentAuthor(environment)).toEqual({user: username});
	});
});
