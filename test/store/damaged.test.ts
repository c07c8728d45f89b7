import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {updateChange} from '../../source/domain/change.ts';
import {origins} from '../../source/domain/origin.ts';
import {decodeSheet} from '../../source/store/checkpoint/decode-sheet.ts';
import {encodeSheet} from '../../source/store/checkpoint/encode-sheet.ts';
import {formatVersion} from '../../source/store/checkpoint/migrations.ts';
import {makeUser, sheetOf} from '../domain/make-sheet.ts';
import {bad, makeFolder, open, refuse, snapshot} from './store-folder.ts';

const secret = 'correct-horse';
const ann = makeUser(1, {lastName: 'Archer', pbxSipPassword: secret, deploymentPin: '805017'});
const ben = makeUser(2, {lastName: 'Baker', servicePassword: secret});
const sheet = sheetOf(ann, ben);
const text = encodeSheet(sheet);
const damage = (from: string, to: string) => text.replace(from, to);

const cases: readonly (readonly [name: string, content: string | Buffer, reason: string])[] = [
	['an empty file', '', 'it is empty'],
	['a blank file', '\n\n', 'it is empty'],
	[
		'a binary file',
		Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff]),
		'from line 1, column 1 on it is not JSON',
	],
	['a cut-off file', text.slice(0, -30), 'from line 3, column 66 on it is not JSON'],
	['zeros at the end', `${text}\0\0\0`, 'from line 5, column 1 on it is not JSON'],
	['a comma too many', damage('"},', '"},,'), 'from line 2, column 126 on it is not JSON'],
	[
		'bytes that are no UTF-8',
		Buffer.from(damage('Archer', 'ÿ'), 'latin1'),
		'line 2 holds bytes that are not UTF-8 text',
	],
	['another JSON', '[]', 'it does not say the version of its format'],
	['null', 'null', 'it does not say the version of its format'],
	['no version', damage(`"version":${formatVersion},`, ''), 'it does not say the version of its format'],
	[
		'an odd version',
		damage(`"version":${formatVersion}`, '"version":1.5'),
		'it does not say the version of its format',
	],
	['no users', `{"version":${formatVersion}}`, '"revision" of the sheet is missing (and 4 more)'],
	[
		'users that are no list',
		text.replace(/"users":.*/s, '"users":{}}'),
		'"users" of the sheet is not a list',
	],
	['a user that is none', damage('{"id":2', '5,{"id":2'), 'the user number 2 in the file is not a record'],
	[
		'a name of the wrong type',
		damage('"Archer"', '5'),
		'Last name of the user with ID 1 (number 1 in the file) is not text',
	],
	[
		'a password of the wrong type',
		damage(`"${secret}"`, `["${secret}"]`),
		'PBX SIP password of the user with ID 1 (number 1 in the file) is not text',
	],
	['an ID that is text', damage('"id":2', '"id":"2"'), 'ID of the user number 2 in the file is not a number'],
	['an ID of 0', damage('"id":1', '"id":0'), 'ID of the user with ID 0 (number 1 in the file) is too small'],
	['an odd ID', damage('"id":1', '"id":1.5'), 'ID of the user number 1 in the file is not a whole number'],
	['no ID', damage('"id":2,', ''), 'ID of the user number 2 in the file is missing'],
	[
		'an unknown origin',
		damage('manual', 'moon'),
		`Origin of the user with ID 1 (number 1 in the file) is none of ${origins.join(', ')}`,
	],
	[
		'an unknown field',
		damage('"lastName"', '"lastname"'),
		'the user with ID 1 (number 1 in the file) has something that usersheet does not know: "lastname"',
	],
	[
		'an unknown part',
		damage('"users"', '"more":[],"users"'),
		'the sheet has something that usersheet does not know: "more"',
	],
	[
		'a profile of the wrong type',
		damage('"remoteMbg":false', '"remoteMbg":"no"'),
		'"remoteMbg" of the profile number 1 in the file is neither true nor false',
	],
	['no profiles', text.replace(/"profiles":\[.*?\]/, '"profiles":[]'), '"profiles" of the sheet is empty'],
	['a setting that is missing', damage('"standAlone":false,', ''), '"standAlone" of the sheet is missing'],
	['two users with one ID', damage('"id":2', '"id":1'), 'two users have the ID 1'],
	[
		'users out of order',
		damage('"id":1', '"id":4').replace('"nextId":3', '"nextId":9'),
		'the user with ID 2 comes after the user with ID 4',
	],
	[
		'an ID that is given again',
		damage('"nextId":3', '"nextId":2'),
		'the next ID to be given is 2, but there is a user with ID 2',
	],
	[
		'two profiles with one name',
		damage(
			'"profiles":[',
			'"profiles":[{"name":" DEFAULT","mbgSipHost":"","mbgWebrtcSipHost":"","remoteMbg":false,"centralEmail":""},',
		),
		'two profiles have the name "Default"',
	],
];

describe('a damaged store', () => {
	test.each(cases)('%s: is refused with the reason and left as it is', async (_, content, reason) => {
		const folder = makeFolder();
		const file = path.join(folder, 'users.json');
		writeFileSync(file, content, {mode: 0o640});
		const before = snapshot(folder);
		for (const readOnly of [false, true]) {
			const error = await refuse(folder, readOnly);
			expect(error).toEqual({
				kind: 'damaged',
				file,
				message: expect.stringContaining(`${file} is damaged: ${reason}. "usersheet doctor" says`),
			});
		}
		expect(snapshot(folder)).toEqual(before);
	});

	test('is refused by a commit too, and left as it is', async () => {
		const folder = makeFolder();
		const file = path.join(folder, 'users.json');
		writeFileSync(file, text);
		const {store} = await open(folder);
		writeFileSync(file, text.slice(0, -30));
		const error = bad(await store.commit(updateChange('Edit', ann, {...ann, lastName: 'Abel'}), sheet));
		expect(error.kind).toBe('damaged');
		expect(readFileSync(file, 'utf8')).toBe(text.slice(0, -30));
		expect(bad(store.read()).kind).toBe('damaged');
	});

	test('from a newer usersheet is told apart', async () => {
		const folder = makeFolder();
		const file = path.join(folder, 'users.json');
		writeFileSync(file, `{"version":${formatVersion + 1},"tables":[]}`);
		const before = snapshot(folder);
		expect(await refuse(folder)).toEqual({
			kind: 'newer',
			file,
			message: `${file} was written by a newer usersheet: its format is ${formatVersion + 1}, and this one knows formats up to ${formatVersion}. Install the newer version. The file is left as it is.`,
		});
		expect(snapshot(folder)).toEqual(before);
	});

	test('that is a folder is left as it is', async () => {
		const folder = makeFolder();
		mkdirSync(path.join(folder, 'users.json'));
		const error = await refuse(folder);
		expect(error).toMatchObject({
			kind: 'unreadable',
			message: expect.stringContaining('it is a folder'),
		});
		expect(snapshot(folder)).toMatchObject([{name: 'users.json'}]);
	});

	test('never shows a secret, wherever it is broken', () => {
		const breaks = fc.record({
			at: fc.nat({max: text.length}),
			drop: fc.nat({max: 20}),
			put: fc.oneof(fc.constantFrom('', '"', ',', '{', '\\', '1', 'null'), fc.string({maxLength: 3})),
		});
		fc.assert(
			fc.property(breaks, ({at, drop, put}) => {
				const decoded = decodeSheet(text.slice(0, at) + put + text.slice(at + drop));
				if ('kind' in decoded) expect(decoded.reason).not.toMatch(/correct|horse|805017|Archer/);
			}),
			{numRuns: 2000},
		);
	});
});
