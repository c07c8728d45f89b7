import {describe, expect, test} from 'vitest';
import {matchHeaders} from '../../source/csv/match-headers.ts';
import {csvFields as fields} from '../../source/domain/field-lists.ts';

describe('rules.md 1: labels', () => {
	test.each(
		fields.flatMap((field) =>
			[field.header, ...field.aliases, ...field.foreign].map((label) => [label, field] as const),
		),
	)('%s', (label, field) => {
		const [column] = matchHeaders([label]).columns;
		const use = {
			id: {use: 'id'},
			stored: {use: 'field', key: field.key},
			mark: {use: 'mark', key: field.key},
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
		['Last name*', 'field'],
		['* Last name', 'field'],
		['Last name [Required]', 'field'],
		['Last name (required)', 'field'],
		['[required] Last name', 'field'],
		['Nachname (Pflichtfeld)', 'field'],
		['PIN (optional)', 'field'],
		['First name (text)', 'field'],
		['Directory Number [digits]', 'field'],
		['PIN (4-20 digits)', 'field'],
		['Nachname* (max. 50 Zeichen)', 'field'],
		['Email address (2)', 'ignored'],
		['Directory Number (old)', 'ignored'],
		['First name [givenName]', 'field'],
		['Last name [surname] Required', 'field'],
		['Last name\u200b', 'field'],
		['Last\u00adname', 'field'],
		['Prenom', 'field'],
		['Pre\u0301nom', 'field'],
		['PRÉNOM', 'field'],
		['Correo electronico', 'field'],
	])('rules.md 4: %j is the same in other case, spaces, hyphens', (header, use) => {
		expect(matchHeaders([header]).columns[0]?.use).toBe(use);
	});
});

describe('rules.md 4.5: headers with letters that were read wrongly', () => {
	test.each([
		['PrÃ©nom', 'firstName'],
		['PRÃ‰NOM', 'firstName'],
		['PrŽnom', 'firstName'],
		['Pr\u201anom', 'firstName'],
		['Pr\ufffdnom', 'firstName'],
		['Pr?nom', 'firstName'],
		['Ger\u201etenummer', 'pbxSipUser'],
		['GerŠtenummer', 'pbxSipUser'],
		['NumÃ©ro', 'directoryNumber'],
		['N\ufffdmero interno', 'directoryNumber'],
		['Correo electr?nico', 'email'],
	])('%s is %s, which is told', (header, key) => {
		const {columns, problems} = matchHeaders([header, 'Nom']);
		expect(columns[0]).toMatchObject({use: 'field', key});
		expect(problems).toMatchObject([{severity: 'notice', code: 'misread-header', column: header}]);
		for (const {short} of problems) expect(short.length).toBeLessThanOrEqual(30);
	});

	test.each(['Prénom', 'PIN?', 'Prnom', 'P?', 'Größe', '?', 'Numéro de série'])('%s is not', (header) => {
		expect(matchHeaders([header]).problems.map(({code}) => code)).not.toContain('misread-header');
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
		['E-Mail-Adreße', 'Email address'],
		['Nachnamen', 'Last name'],
		['Last nam', 'Last name'],
		['Phone number', 'Directory Number'],
		['Voicemail num', 'Voicemail number'],
	])('%s is not taken for the like field %s, but it is named', (header, nearest) => {
		const {columns, problems} = matchHeaders([header]);
		expect(columns[0]?.use).toBe('ignored');
		expect(problems).toMatchObject([{severity: 'notice', code: 'unknown-column', column: header}]);
		expect(problems[0]?.message).toContain(`Did you mean "${nearest}"?`);
	});

	test.each([
		['Number [telephoneNumber]', 'a number of another kind in brackets'],
		['Email (Name)', 'two fields'],
		['PIN required', 'yes or no'],
		['Nombre de usuario', 'a user name'],
		['Poste', 'an extension, or a job'],
		['x'.repeat(1_000_000), 'a million letters'],
	])('%.30s is nobody’s: %s', (header) => {
		expect(matchHeaders([header]).columns[0]?.use).toBe('ignored');
	});

	test.each(['PBX Number', 'PBX name', 'PBX', 'PBX No.', 'PBX Numbers', 'Main PBX Number'])(
		'%s is never the directory number, and it is said why',
		(header) => {
			const {columns, problems} = matchHeaders([header, 'Number']);
			expect(columns.map(({use}) => use)).toEqual(['ignored', 'field']);
			expect(problems).toMatchObject([{severity: 'notice', column: header}]);
			expect(problems[0]?.message).toContain('which PBX');
		},
	);

	test.each([
		'NAME',
		'Name',
		'Display name',
		'Full name',
		'Name [displayName]',
		'Anzeigename',
		'Nom complet',
	])('%s is not split by guess: a warning where first or last name have no column', (header) => {
		const alone = matchHeaders([header, 'Email']).problems;
		expect(alone).toMatchObject([{severity: 'warning', code: 'ignored-column', column: header}]);
		expect(alone[0]?.fix).toContain('"First name" and "Last name"');
		expect(matchHeaders([header, 'Vorname']).problems[0]).toMatchObject({
			severity: 'warning',
			fix: expect.not.stringContaining('First'),
		});
		expect(matchHeaders([header, 'Nom', 'Prénom']).problems[0]?.severity).toBe('notice');
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

describe('rules.md 4.2: files of sibling tools', () => {
	test.each([
		['CloudLink', 'FIRST NAME,LAST NAME,NAME,EMAIL,ROLE', 'firstName,lastName,ignored,email,ignored'],
		[
			'3CX',
			'Number,FirstName,LastName,EmailAddress,AuthID,AuthPassword',
			'directoryNumber,firstName,lastName,email,ignored,ignored',
		],
		['bulk user provisioning', 'First Name,Last Name,Login ID', 'firstName,lastName,serviceUser'],
		['Microsoft', 'Name [displayName] Required,First name [givenName]', 'ignored,firstName'],
	])('%s', (_name, headers, keys) => {
		const {columns} = matchHeaders(headers.split(','));
		expect(columns.map((column) => ('key' in column ? column.key : column.use)).join()).toBe(keys);
	});

	test('the SIP login of 3CX is left out, and it is said why', () => {
		const {problems} = matchHeaders(['AuthID', 'AuthPassword']);
		expect(problems.map(({code, message}) => [code, /3CX/.test(message)])).toEqual([
			['ignored-column', true],
			['ignored-column', true],
		]);
	});
});
