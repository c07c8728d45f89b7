import {describe, expect, test} from 'vitest';
import {exportChunks, formatExport, formatTemplate} from '../../source/csv/format-export.ts';
import {defaultProfile} from '../../source/domain/profile.ts';
import {makeUsers} from '../helpers/make-users.ts';
import {makeUser, parseTable} from './plan-csv.ts';

const profiles = [{...defaultProfile, mbgSipHost: 'mbg.example.com'}];
const full = makeUser(1, {
	firstName: 'Ann',
	directoryNumber: '2001',
	pbxSipPassword: 'secret-a',
	mbgSipPassword: 'secret-b',
	servicePassword: 'secret-c',
	voicemailPin: 'secret-d',
	deploymentPin: '0427',
});

/** Cells of the first row, by header. */
function cellsOf(text: string, ...names: readonly string[]) {
	const {headers, rows} = parseTable(text);
	return names.map((name) => rows[0]?.cells[headers.indexOf(name)]);
}

describe('rules.md 3.18', () => {
	test('UTF-8 with BOM, comma, CRLF, header always', () => {
		const header =
			'\ufeffID,Profile,First name,Last name,Directory Number,Email address,PBX SIP Host,PBX SIP user name/Device number,' +
			'MBG SIP user name,MiCollab Client Service host,MiCollab Client Service user name,Voicemail number,Deployment PIN\r\n';
		expect(formatExport([], profiles, {exact: false})).toBe(header);
		expect(formatExport([full], profiles, {exact: false})).toBe(
			`${header}1,Default,Ann,Archer1,2001,user1@example.com,,,,,,,0427\r\n`,
		);
	});

	test('rules.md 2.6: the four secrets, and what comes from the profile, are absent', () => {
		const text = formatExport([full], profiles, {exact: false});
		expect(text).not.toMatch(/secret|password|Voicemail PIN|MBG SIP host|mbg\.example/);
	});

	test('a value that a spreadsheet would run gets a leading quote, but not with exact', () => {
		const users = [
			makeUser(1, {lastName: '=HYPERLINK("x")', directoryNumber: '+4930123', firstName: '-1+1'}),
		];
		const names = ['First name', 'Last name', 'Directory Number'];
		const guarded = formatExport(users, profiles, {exact: false});
		expect(cellsOf(guarded, ...names)).toEqual(["'-1+1", `'=HYPERLINK("x")`, '+4930123']);
		const exact = formatExport(users, profiles, {exact: true});
		expect(cellsOf(exact, ...names)).toEqual(['-1+1', '=HYPERLINK("x")', '+4930123']);
	});

	test('what must be quoted is quoted', () => {
		const lastName = 'The "A", team;\r\nB';
		const text = formatExport([makeUser(1, {lastName})], profiles, {exact: false});
		expect(text).toContain('"The ""A"", team;\r\nB"');
		expect(cellsOf(text, 'Last name')).toEqual([lastName]);
	});

	test('many users come in pieces', () => {
		const users = makeUsers(1200);
		const chunks = [...exportChunks(users, profiles, {exact: false})];
		expect(chunks).toHaveLength(4);
		expect(chunks.join('')).toBe(formatExport(users, profiles, {exact: false}));
		expect(parseTable(chunks.join('')).rows).toHaveLength(1200);
	});
});

test('rules.md 2.1: the template has the columns of the form, secrets too, and no ID', () => {
	expect(formatTemplate()).toBe(
		'\ufeffProfile,First name,Last name,Directory Number,Email address,PBX SIP Host,PBX SIP user name/Device number,' +
			'PBX SIP password,MBG SIP user name,MBG SIP password,MiCollab Client Service host,' +
			'MiCollab Client Service user name,MiCollab Client Service password,Deployment PIN,' +
			'Deployment link,Authentication code\r\n',
	);
	expect(parseTable(formatTemplate()).rows).toEqual([]);
});
