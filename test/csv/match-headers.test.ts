import {describe, expect, test} from 'vitest';
import {matchHeaders} from '../../source/csv/match-headers.ts';
import {fields} from '../../source/domain/field-table.ts';

describe('rules.md 1: labels', () => {
	test.each(
		fields.flatMap((field) => [field.header, ...field.aliases].map((label) => [label, field] as const)),
	)('%s', (label, field) => {
		const [column] = matchHeaders([label]).columns;
		const use = {
			id: {use: 'id'},
			stored: {use: 'field', key: field.key},
			derived: {use: 'ignored'},
			ignored: {use: 'ignored'},
		};
		expect(column).toMatchObject({index: 0, header: label, ...use[field.role]});
	});

	test.each([
		['\ufeffID', 'id'],
		['"ID"', 'id'],
		[' id ', 'id'],
		['LAST NAME', 'field'],
		['last\u00a0name', 'field'],
		['Last-Name', 'field'],
		['last_name', 'field'],
		['Last\nname', 'field'],
		['PBX SIP user name / Device number', 'field'],
		['E-Mail-Address', 'field'],
	])('rules.md 4: %j is the same in other case, spaces, hyphens', (header, use) => {
		expect(matchHeaders([header]).columns[0]?.use).toBe(use);
	});
});

describe('columns that are left out', () => {
	test('old columns, hosts of the profile, and those of a rejects file: a notice with the reason', () => {
		const headers = ['Language', 'MiCollab Client Service port', 'MBG SIP host', 'Line', 'Errors'];
		const {columns, problems} = matchHeaders(['Last name', ...headers]);
		expect(columns.slice(1).every((column) => column.use === 'ignored')).toBe(true);
		expect(problems.map(({severity, code, column}) => [severity, code, column])).toEqual(
			headers.map((header) => ['notice', 'ignored-column', header]),
		);
		expect(problems[2]?.message).toContain('Comes from the profile');
	});

	test.each([
		['Emial address', 'Email address'],
		['E-Mail-Adresse', 'Email address'],
		['Last nam', 'Last name'],
		['Phone number', 'Directory Number'],
		['Voicemail num', 'Voicemail number'],
	])('%s is not taken for the like field %s, but it is named', (header, nearest) => {
		const {columns, problems} = matchHeaders([header]);
		expect(columns[0]?.use).toBe('ignored');
		expect(problems).toMatchObject([{severity: 'notice', code: 'unknown-column', column: header}]);
		expect(problems[0]?.message).toContain(`Did you mean "${nearest}"?`);
	});

	test('a Cyrillic look-alike does not match', () => {
		expect(matchHeaders(['\u0415mail']).columns[0]?.use).toBe('ignored');
	});

	test('nothing is suggested for what is like nothing', () => {
		expect(matchHeaders(['Cost centre']).problems[0]?.message).not.toContain('Did you mean');
	});

	test('an empty header is silent here', () => {
		expect(matchHeaders(['Last name', '', ' ']).problems).toEqual([]);
	});
});

test('two columns for one field are an error that names both', () => {
	const {problems} = matchHeaders(['Number', 'Last name', 'Directory Number']);
	expect(problems).toMatchObject([{severity: 'error', code: 'duplicate-column', column: 'Directory Number'}]);
	expect(problems[0]?.message).toContain('"Number" (column 1) and "Directory Number" (column 3)');
});

test('what is ignored anyway may come twice', () => {
	expect(
		matchHeaders(['Line', 'Line', 'Room', 'Room']).problems.every(({severity}) => severity === 'notice'),
	).toBe(true);
});
