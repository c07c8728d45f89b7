import {execFileSync} from 'node:child_process';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	realpathSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import {emptySheet} from '../../source/domain/sheet.ts';
import {encodeSheet} from '../../source/store/checkpoint/encode-sheet.ts';
import {defaultDirectory} from '../../source/store/default-directory.ts';
import {makeUser, sheetOf} from '../domain/make-sheet.ts';
import {bad, done, good, makeFolder, modeOf, open, refuse, snapshot} from './store-folder.ts';

const ann = makeUser(1, {lastName: 'Archer', pbxSipPassword: 'correct-horse'});
const addAnn = {...emptyChange('Add Ann'), added: [ann]};

/** Runs a script in a process of its own, in the root of the project. */
function run(script: string, environment: NodeJS.ProcessEnv): string {
	return execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
		cwd: new URL('../..', import.meta.url).pathname,
		env: {...process.env, ...environment},
		encoding: 'utf8',
	});
}

describe('a store that does not exist', () => {
	test('is an empty sheet, and nothing is made before the first commit', async () => {
		const folder = makeFolder();
		const directory = path.join(folder, 'deep', 'store');
		const {store, sheet} = await open(directory);
		expect(sheet).toEqual(emptySheet);
		expect(store.read()).toEqual(emptySheet);
		expect(store.file).toBe(path.join(directory, 'users.json'));
		await done(store.commit(emptyChange('Nothing'), sheet));
		expect(snapshot(folder)).toEqual([]);
		await done(store.commit(addAnn, sheet));
		expect(existsSync(store.file)).toBe(true);
	});

	test('opened read-only is an empty sheet, and nothing is ever made', async () => {
		const folder = makeFolder();
		const {sheet} = await open(path.join(folder, 'store'), true);
		expect(sheet).toEqual(emptySheet);
		expect(snapshot(folder)).toEqual([]);
	});
});

describe('the default folder', () => {
	test.each(['', 'elsewhere'])('is conf’s own, with $XDG_CONFIG_HOME %j', (name) => {
		const home = makeFolder();
		const output = run(
			`
			const {default: Conf} = await import('conf');
			const {defaultDirectory} = await import('./source/store/default-directory.ts');
			const ours = defaultDirectory();
			const conf = new Conf({projectName: 'usersheet', projectSuffix: '', configName: 'users'});
			process.stdout.write(JSON.stringify([ours, conf.path]));
		`,
			{HOME: home, XDG_CONFIG_HOME: name === '' ? '' : path.join(home, name)},
		);
		const [ours, conf] = JSON.parse(output);
		expect(path.join(ours, 'users.json')).toBe(conf);
		expect(ours.startsWith(home)).toBe(true);
	});

	test('exists on other systems too', () => {
		expect(defaultDirectory('darwin', {})).toMatch(/Library[/\\]Preferences[/\\]usersheet$/);
		expect(defaultDirectory('win32', {APPDATA: 'C:'})).toMatch(/^C:[/\\]usersheet[/\\]Config$/);
		expect(defaultDirectory('win32', {})).toMatch(/AppData[/\\]Roaming[/\\]usersheet[/\\]Config$/);
	});
});

describe.skipIf(process.platform === 'win32')('modes', () => {
	test('are 0700 and 0600, whatever the umask', () => {
		const folder = makeFolder();
		// A worker may not set its umask, a process may.
		run(
			`
			const {openStore} = await import('./source/store/open-store.ts');
			for (const umask of ['000', '022', '077', '277']) {
				process.umask(umask);
				const directory = ${JSON.stringify(folder)} + '/' + umask + '/deep';
				const {store, sheet} = await openStore({directory, readOnly: false});
				const answer = await store.commit(${JSON.stringify(addAnn)}, sheet);
				if ('error' in answer) throw new Error(answer.error.message);
			}
		`,
			{},
		);
		for (const umask of ['000', '022', '077', '277']) {
			const directory = path.join(folder, umask, 'deep');
			const modes = [directory, path.join(directory, 'users.json')].map(modeOf);
			expect({umask, modes}).toEqual({umask, modes: ['700', '600']});
		}
	});

	test('of a folder that exists are left alone, of a file are made 0600 by the next commit', async () => {
		const folder = makeFolder();
		chmodSync(folder, 0o755);
		const file = path.join(folder, 'users.json');
		writeFileSync(file, encodeSheet(emptySheet), {mode: 0o644});
		const {store, sheet} = await open(folder);
		expect(modeOf(file)).toBe('644');
		await done(store.commit(addAnn, sheet));
		expect([modeOf(folder), modeOf(file)]).toEqual(['755', '600']);
	});
});

describe('read-only', () => {
	test('shows what others write, writes nothing and says why', async () => {
		const folder = makeFolder();
		const writer = await open(folder);
		await done(writer.store.commit(addAnn, writer.sheet));
		const reader = await open(folder, true);
		const before = snapshot(folder);
		for (const change of [addAnn, emptyChange('Nothing')]) {
			expect(bad(await reader.store.commit(change, reader.sheet))).toEqual({
				kind: 'read-only',
				file: path.join(folder, 'users.json'),
				message: expect.stringContaining('opened with --read-only'),
			});
		}
		expect(snapshot(folder)).toEqual(before);
		const written = await done(writer.store.commit({...emptyChange('Delete'), removed: [ann]}, reader.sheet));
		expect(good(reader.store.read())).toEqual(written.sheet);
	});

	test('needs no lock', async () => {
		const folder = makeFolder();
		writeFileSync(path.join(folder, 'users.json'), encodeSheet(sheetOf(ann)));
		mkdirSync(path.join(folder, 'users.json.lock'));
		const before = snapshot(folder);
		expect((await open(folder, true)).sheet).toEqual(sheetOf(ann));
		expect(snapshot(folder)).toEqual(before);
	});
});

describe('links', () => {
	test('to the file and to the folder stay links, and what they lead to is written', async () => {
		const folder = makeFolder();
		for (const name of ['real', 'elsewhere']) mkdirSync(path.join(folder, name));
		symlinkSync('real', path.join(folder, 'link'));
		symlinkSync(path.join('..', 'elsewhere', 'site.data'), path.join(folder, 'real', 'users.json'));
		const target = path.join(folder, 'elsewhere', 'site.data');
		writeFileSync(target, encodeSheet(emptySheet));
		const {store, sheet} = await open(path.join(folder, 'link'));
		await done(store.commit(addAnn, sheet));
		expect(realpathSync(store.file)).toBe(realpathSync(target));
		expect((await open(path.join(folder, 'real'))).sheet.users).toEqual([ann]);
		expect(snapshot(path.join(folder, 'elsewhere'))).toMatchObject([
			{name: 'site.data'},
			{name: 'site.data.journal.jsonl'},
		]);
	});

	test.each(['users.json', '.'])('to nothing are refused: the disk may not be mounted (%s)', async (name) => {
		const folder = makeFolder();
		const directory = path.join(folder, 'store');
		if (name !== '.') mkdirSync(directory);
		symlinkSync(path.join(folder, 'mnt', 'nothing'), path.join(directory, name === '.' ? '' : name));
		const error = await refuse(directory);
		expect(error).toMatchObject({
			kind: 'unreadable',
			message: expect.stringContaining('is a link to something that does not exist'),
		});
	});

	test('in a circle are refused', async () => {
		const folder = makeFolder();
		symlinkSync('users.json', path.join(folder, 'users.json'));
		expect(await refuse(folder)).toMatchObject({
			kind: 'unreadable',
			message: expect.stringContaining('its links lead in a circle'),
		});
	});
});

describe('what is no store', () => {
	test.skipIf(process.platform === 'win32')(
		'is refused: a pipe in its place, which would never end',
		async () => {
			const folder = makeFolder();
			execFileSync('mkfifo', [path.join(folder, 'users.json')]);
			expect(await refuse(folder)).toMatchObject({
				kind: 'unreadable',
				message: expect.stringContaining('it is no ordinary file'),
			});
		},
	);

	test('is refused: a file in place of its folder', async () => {
		const file = path.join(makeFolder(), 'file');
		writeFileSync(file, '');
		expect((await refuse(file)).kind).toBe('unreadable');
		expect((await refuse(path.join(file, 'deeper'))).message).toContain('a file instead of a folder');
	});

	test('with control characters in its name is named safely', async () => {
		const directory = path.join(makeFolder(), '\u001b[31m');
		mkdirSync(directory);
		writeFileSync(path.join(directory, 'users.json'), '');
		const error = await refuse(directory);
		expect(error.message).toContain('␛[31m');
		expect(error.message).not.toContain('\u001b');
	});
});

test('a store that is moved away while it is open is told, and no new one is begun', async () => {
	const folder = makeFolder();
	const directory = path.join(folder, 'store');
	const {store, sheet} = await open(directory);
	const {sheet: written} = await done(store.commit(addAnn, sheet));
	renameSync(directory, path.join(folder, 'away'));
	const removal = {...emptyChange('Delete'), removed: [ann]};
	expect(bad(await store.commit(removal, written))).toMatchObject({
		kind: 'unreadable',
		message: expect.stringContaining('was there a moment ago and is gone'),
	});
	expect(bad(store.read()).kind).toBe('unreadable');
	expect(existsSync(directory)).toBe(false);
	renameSync(path.join(folder, 'away'), directory);
	expect((await done(store.commit(removal, written))).sheet.users).toEqual([]);
	rmSync(directory, {recursive: true});
});
