import {describe, expect, it} from 'vitest';
import {draftOf} from '../../source/app/loop/draft-of.ts';
import {topScreen} from '../../source/app/model.ts';
import {currentOption} from '../../source/app/screens/import/options/options-table.ts';
import {parseCsv} from '../../source/csv/parse.ts';
import {defaultProfile} from '../../source/domain/profile.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import {finishWork} from '../../source/domain/work.ts';
import {goToOption} from '../helpers/go-to.ts';
import {type ImportSession, openImportSession} from '../helpers/import-session.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {userOf} from '../helpers/slow-store.ts';

const files = {
	'new.csv': 'Last name,Email address\nArcher,ann@example.com\nBaker,ben@example.com\n',
	'news.csv': 'Last name,Email address\nCosta,carla@example.com\n',
	'mixed.csv': 'Last name,Email address\nArcher,ann@example.com\nBaker,ben@\n',
	'broken.csv': 'nothing,of,use\n1,2,3\n',
	'blank.csv': 'ID,Voicemail number\n1,\n2,\n',
	'pins.csv': 'ID,Deployment PIN\n1,4711\n2,4712\n',
	'profiles.csv': 'Profile,Last name,Email address\nRemote,Archer,ann@example.com\n',
};
const remote = {...defaultProfile, name: 'Remote'};
const twoProfiles: Sheet = {...makeSheet(0), profiles: [defaultProfile, remote]};
const remoteUsers = {
	users: makeSheet(2).users.map((user) => ({...user, profile: 'Remote'})),
	nextId: 3,
};
const withVoicemail: Sheet = {
	...makeSheet(2),
	users: makeSheet(2).users.map((user) => ({...user, voicemailNumber: `9${user.id}`})),
};
const open = (sheet = makeSheet(0)) => openImportSession(sheet, files);

describe('choosing a file', () => {
	it('completes a path as far as all agree', () => {
		const session = open();
		session.press('f5', 'n');
		session.answer();
		session.press('tab');
		session.answer();
		expect(session.wizard().file.field.text).toBe('new');
		session.press('.', 'tab');
		session.answer();
		session.press('tab');
		expect(session.wizard().file.field.text).toBe('new.csv');
	});

	it('completes a path whose list is still to come, and lets later keys wait for it', () => {
		const session = open();
		session.press('f5', 'n', 'tab', '.', 'c');
		expect(session.wizard().file.field.text).toBe('n');
		session.answer();
		expect(session.wizard().file.field.text).toBe('new.c');
	});

	it('keeps no draft of lines that were pasted, as they are in no file', () => {
		const session = open();
		session.press('f5');
		session.answer();
		session.send({type: 'input/paste', text: files['new.csv']});
		const asked = session.effects.at(-1);
		expect(asked).toMatchObject({type: 'file/take', name: 'pasted'});
		const table = finishWork(parseCsv(files['new.csv'], 'utf-8'));
		if ('refused' in table) throw new Error(table.refused.message);
		const read = {path: 'pasted', hash: 'ab', reading: {}, importedBefore: undefined, rejectsOf: undefined};
		session.send({type: 'import/file-read', ...read, table});
		expect(session.wizard().step).toBe('options');
		expect(draftOf(session.model())).toBeUndefined();
	});

	it('takes the one that is chosen from the list', () => {
		const session = open();
		session.press('f5');
		session.answer();
		session.press('down', 'down', 'up', 'enter');
		expect(session.effects.at(-1)).toEqual({type: 'file/read', path: Object.keys(files)[0]});
	});

	it('asks for a name, and for a file instead of a folder', () => {
		const session = open();
		session.press('f5', 'enter');
		expect(session.model().notice?.text).toContain('Type the name of a CSV file');
		session.press('/tmp/', 'enter');
		expect(session.model().notice?.text).toContain('That is a folder');
		expect(session.effects.every((effect) => effect.type === 'file/list')).toBe(true);
	});

	it('goes into a folder that is chosen', () => {
		const session = open();
		session.press('f5');
		session.send({
			type: 'import/files-listed',
			path: '',
			files: [{path: 'samples', isFolder: true, size: 0}],
		});
		session.press('down', 'enter');
		expect(session.wizard().file.field.text).toBe('samples/');
		expect(session.effects.at(-1)).toEqual({type: 'file/list', path: 'samples/'});
	});

	it('ignores a list for what has been typed over since', () => {
		const session = open();
		session.press('f5', 'n', 'x');
		session.send({
			type: 'import/files-listed',
			path: 'n',
			files: [{path: 'new.csv', isFolder: false, size: 1}],
		});
		expect(session.wizard().file.listed).toEqual([]);
	});

	it.each([
		['gone.csv', 'file-not-found'],
		['broken.csv', 'no-header'],
	])('stays at the file with the reason when it cannot be used: %s', (name, code) => {
		const session = open();
		session.read(name);
		expect(session.wizard()).toMatchObject({step: 'file', refusal: {code}});
		expect(session.wizard().progress).toBeUndefined();
		session.press('x');
		expect(session.wizard().refusal).toBeUndefined();
	});

	it('stops reading on Esc, and leaves on the next', () => {
		const session = open();
		session.press('f5', ...'new.csv', 'enter', 'escape');
		expect(session.effects.at(-1)).toEqual({type: 'import/cancel'});
		expect(session.wizard().progress).toBeUndefined();
		session.press('escape');
		expect(session.model().screens).toEqual([]);
	});

	it('keeps what is typed while the file is read for the screen that comes', () => {
		const session = open();
		session.press('f5', ...'new.csv', 'enter', 'down', 'down', 'space', 'enter');
		session.answer();
		expect(session.wizard().options.partial).toBe(true);
		expect(session.wizard().step).toBe('preview');
	});
});

describe('the options', () => {
	it('believe a Profile column where there is a choice, and else take the one profile', () => {
		const one = open();
		one.read('profiles.csv');
		expect(one.wizard().options.profile).toEqual({from: 'keep', name: 'Default'});
		const two = open(twoProfiles);
		two.read('profiles.csv');
		expect(two.wizard().options.profile).toEqual({from: 'csv'});
		expect(two.wizard().plan?.created[0]?.user.profile).toBe('Remote');
	});

	it('are planned anew at each change, and refuse what cannot be', () => {
		const session = open(makeSheet(2));
		session.read('new.csv');
		session.press(goToOption('overwrite'), 'space');
		session.answer();
		expect(session.wizard().refusal?.code).toBe('no-id-column');
		session.press('enter');
		expect(session.wizard().step).toBe('options');
		expect(session.model().notice?.text).toContain('ID: The file has no such column');
		session.press('left');
		session.answer();
		expect(session.wizard().refusal).toBeUndefined();
	});

	it('choose the profile from a list', () => {
		const session = open(twoProfiles);
		session.read('new.csv');
		expect(session.wizard().options.profile).toEqual({from: 'keep', name: 'Default'});
		session.press(goToOption('profile'), 'space', 'down', 'enter');
		session.answer();
		expect(session.wizard().plan?.created[0]?.user.profile).toBe('Remote');
	});

	it('move nobody when overwrite is turned on after a profile was chosen for new users (rules.md 3.5)', () => {
		const session = open({...twoProfiles, ...remoteUsers});
		session.read('pins.csv');
		session.press(goToOption('profile'), 'space', 'down', 'enter', goToOption('overwrite'), 'space');
		session.answer();
		expect(session.wizard()).toMatchObject({options: {profile: {from: 'keep'}}, plan: {moved: 0}});
		session.press('enter', 'enter', 'y');
		expect(session.stored().users.map(({profile, deploymentPin}) => [profile, deploymentPin])).toEqual([
			['Remote', '4711'],
			['Remote', '4712'],
		]);
	});

	it('say before anything is written how many users a chosen profile moves', () => {
		const session = open({...twoProfiles, ...remoteUsers});
		session.read('pins.csv');
		session.press(goToOption('overwrite'), 'space', goToOption('profile'), 'space');
		session.answer();
		const asked = topScreen(session.model());
		const labels = asked?.name === 'choice' ? asked.items.map(({label}) => label) : [];
		expect(labels).toEqual(['Keep', 'From CSV', 'Default', 'Remote']);
		session.press('down', 'down', 'enter');
		session.answer();
		session.press('enter', 'enter');
		const question = topScreen(session.model());
		expect(question).toMatchObject({name: 'confirm'});
		expect(question?.name === 'confirm' && question.details[0]).toMatch(
			/^2 users move to the profile "Default"/,
		);
		session.press('y');
		expect(session.stored().users.map(({profile}) => profile)).toEqual(['Default', 'Default']);
	});

	it('survive going back and reading another file (nothing is chosen twice)', () => {
		const session = open();
		session.read('mixed.csv');
		session.press(goToOption('partial'), 'space');
		session.answer();
		session.press('enter', 'escape', 'escape');
		expect(session.wizard()).toMatchObject({step: 'file', options: {partial: true}});
		session.press('ctrl+u', ...'new.csv', 'enter');
		session.answer();
		expect(session.wizard()).toMatchObject({step: 'options', options: {partial: true}});
		expect(currentOption(session.wizard())?.key).toBe('partial');
	});
});

describe('the decision about blank columns (rules.md 3.10)', () => {
	const decide = (...keys: readonly string[]) => {
		const session = open(withVoicemail);
		session.read('blank.csv');
		session.press(goToOption('overwrite'), 'space', goToOption('blankColumns'));
		session.answer();
		session.press(...keys);
		session.answer();
		session.press('enter', 'enter');
		return session;
	};

	it('is open at first, and nothing is written without it', () => {
		const session = decide();
		expect(session.wizard().plan?.open).toEqual(['blankColumns']);
		expect([...(session.wizard().plan?.concerned.blankColumns ?? [])]).toEqual([['Voicemail number', 2]]);
		expect(session.stored().users).toEqual(withVoicemail.users);
	});

	it('is asked about before anything is written, the first choice one key away', () => {
		const session = decide();
		const asked = topScreen(session.model());
		expect(asked?.name === 'choice' && asked.items.map(({label}) => label)).toEqual(['keep', 'clear']);
		session.press('enter');
		session.answer();
		expect(session.wizard()).toMatchObject({step: 'preview', options: {blankColumns: 'keep'}});
		session.press('escape');
		expect(session.wizard().step).toBe('options');
	});

	it('clears, and says how many before', () => {
		const session = decide('left');
		const asked = topScreen(session.model());
		expect(asked?.name === 'confirm' && asked.details).toContain('Blank cells clear 2 stored values.');
		session.press('y');
		expect(session.stored().users.map((user) => user.voicemailNumber)).toEqual(['', '']);
	});

	it('or leaves alone: then nothing is left to import', () => {
		const session = decide('space');
		expect(session.wizard().options.blankColumns).toBe('keep');
		expect(session.model().notice?.text).toBe('There is nothing to import.');
	});
});

describe('preview and commit', () => {
	it('refuses to confirm while a row is rejected and partial import is off (rules.md 2.2)', () => {
		const session = open();
		session.read('mixed.csv');
		session.press('enter', 'enter');
		expect(session.model().notice?.text).toMatch(/^1 row is rejected, and partial import is off/);
		expect(session.wizard()).toMatchObject({step: 'preview', tab: 'rejected'});
		session.press('escape', goToOption('partial'), 'space');
		session.answer();
		session.press('enter', 'enter', 'y');
		expect(session.stored().users.map((user) => user.lastName)).toEqual(['Archer']);
		expect(session.wizard().step).toBe('result');
	});

	it('is one change, and one undo (rules.md 3.13)', () => {
		const sheet = makeSheet(1);
		const session = open(sheet);
		session.read('new.csv');
		session.press('enter', 'enter', 'y');
		expect(session.effects.filter((effect) => effect.type === 'store/commit').length).toBe(1);
		expect(session.stored().users.map((user) => user.id)).toEqual([1, 2, 3]);
		session.press('ctrl+z');
		expect(session.stored().users).toEqual(sheet.users);
		expect(session.model().screens).toEqual([]);
		session.press('ctrl+y');
		expect(userOf(session.stored(), 3).lastName).toBe('Baker');
	});

	const rows = (session: ImportSession) => {
		const {create, update, all} = session.wizard().tables;
		return {
			create: create.table.cursor.row,
			update: update.table.cursor.row,
			all: all.table.cursor.row,
		};
	};

	it('moves in each tab by itself, and stays inside', () => {
		const session = open();
		session.read('new.csv');
		session.press('enter', 'down', 'down', 'down', 'tab', 'down', 'shift+tab');
		expect(rows(session)).toEqual({create: 1, update: 0, all: 0});
		session.press('ctrl+home', 'ctrl+end', 'pagedown', 'pageup');
		expect(rows(session).create).toBe(0);
	});

	it('checks the rows again when the sheet has changed since, also after the question', () => {
		const session = open(makeSheet(1));
		session.read('new.csv');
		session.press('enter', 'enter');
		session.send({type: 'settings/set-stand-alone', on: true});
		session.press('y');
		expect(session.wizard().step).toBe('preview');
		expect(session.model().notice?.text).toContain('checked again');
		expect(session.stored().users.length).toBe(1);
		session.answer();
		session.press('escape', 'enter', 'enter');
		expect(session.model().notice?.text).toContain('2 rows are rejected');
	});

	it('names the rejects file after the file', () => {
		const session = open();
		session.read('mixed.csv');
		session.press('enter', 'w');
		expect(topScreen(session.model())).toMatchObject({name: 'export', field: {text: 'mixed-rejects.csv'}});
		session.press('enter');
		expect(session.effects.at(-1)).toMatchObject({
			type: 'file/write',
			path: 'mixed-rejects.csv',
			replace: false,
		});
	});
});
