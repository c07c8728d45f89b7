import fc from 'fast-check';
import {describe, expect, it, test} from 'vitest';
import {sampleValues} from '../../../source/csv/columns/sample-values.ts';
import type {ColumnMatch, CsvRow, Mapping} from '../../../source/csv/import-plan.ts';
import {matchHeaders} from '../../../source/csv/match-headers.ts';
import {isMasked} from '../../../source/domain/field.ts';
import {csvFields, storedField} from '../../../source/domain/field-lists.ts';

/** One column of a file, with its values. */
function match(header: string, values: readonly string[], mapping: Mapping = {}): ColumnMatch {
	const [column] = matchHeaders([header], mapping, rowsOf(values)).columns;
	if (column === undefined) throw new Error('No column');
	return column;
}

function rowsOf(values: readonly string[]): readonly CsvRow[] {
	return values.map((value, index) => ({line: index + 2, cells: [value]}));
}

function toldOf(column: ColumnMatch): string {
	if (column.use === 'field') return `${column.way} ${column.key}`;
	if (column.use === 'id') return `${column.way} id`;
	if (column.use === 'mark') return `${column.way} ${column.key}`;
	return column.suggested === undefined ? column.way : `${column.way} ${column.suggested}?`;
}

const emails = ['ann@example.com', 'ben@example.com', ''];
const names = ['Archer', 'Baker', 'van Houten'];
const numbers = ['2001', '2002', '2003'];
const pins = ['4711', '0815', '2468'];

describe('rules.md 4.14: headers × values', () => {
	test.each<[header: string, values: readonly string[], told: string]>([
		['Email address', emails, 'exact email'],
		['email_ADDRESS', emails, 'exact email'],
		['Email address [Required]', emails, 'exact email'],
		['Mail', emails, 'alias email'],
		['E-Mail-Adresse', emails, 'foreign email'],
		['Geraetenummer', numbers, 'foreign pbxSipUser'],
		['Gerätenummer', numbers, 'foreign pbxSipUser'],
		['Pr?nom', names, 'damaged firstName'],
		['ID', numbers, 'exact id'],
		['PIN', pins, 'alias deploymentPin'],
		// Nearly: only what looks like it.
		['Emial address', emails, 'near email?'],
		['Emial address', names, 'unknown'],
		['Emial address', [], 'unknown'],
		['Emial address', ['', ' '], 'unknown'],
		['Emial address', ['ann@example.com', 'none', 'none'], 'unknown'],
		['Emial address', ['ann@example.com', 'ben@example.com', 'none'], 'near email?'],
		['E-Mail-Adreße', emails, 'near email?'],
		['Email address (work)', emails, 'near email?'],
		['Nachnamen', names, 'near lastName?'],
		['Nachnamen', numbers, 'unknown'],
		['Last nam', names, 'near lastName?'],
		['Lastt name', emails, 'unknown'],
		['Directory Numbr', numbers, 'near directoryNumber?'],
		['Directory Numbr', names, 'unknown'],
		['Voicemail num', numbers, 'near voicemailNumber?'],
		['Servicehost', ['micollab.example.com'], 'unknown'],
		['Profle', ['Default', 'Site 2'], 'near profile?'],
		// A part of a longer name is no likeness: a number of a room is none of a user.
		['Room number', numbers, 'unknown'],
		['Phone number', numbers, 'unknown'],
		['Manager email', emails, 'unknown'],
		// Never onto what must not be wrong.
		['PBX SIP pasword', ['Sip-2001-x7'], 'unknown'],
		['Deployment PIM', pins, 'unknown'],
		['Deploymnt PIN', pins, 'unknown'],
		['PIN (old)', pins, 'unknown'],
		['Voicemail PINs', pins, 'unknown'],
		['MBG passwort', ['x'], 'unknown'],
		['ID (old)', numbers, 'unknown'],
		['IDs', numbers, 'unknown'],
		// Recognised and left out.
		['Name', names, 'known'],
		['PBX Number', numbers, 'known'],
		['Nam', names, 'unknown'],
		['Cost centre', numbers, 'unknown'],
		['', names, 'unknown'],
	])('%s with %j: %s', (header, values, told) => {
		expect(toldOf(match(header, values))).toBe(told);
	});

	it('says why, and how many values fit', () => {
		expect(match('Emial address', [...emails, 'none']).reason).toBe(
			'It is nearly a name of "Email address" (2 letters different), and 2 of 3 values have an @.',
		);
		expect(match('Email address (work)', ['a@b.de']).reason).toBe(
			'It is "Email address" but for what is in brackets, and 1 of 1 value has an @.',
		);
	});

	it('suggests no field that has a column, and warns of what it does not take', () => {
		const headers = ['Email', 'Emial address'];
		const rows = [{line: 2, cells: ['a@b.de', 'c@d.de']}];
		expect(matchHeaders(headers, {}, rows).columns.map(toldOf)).toEqual(['alias email', 'unknown']);
		const {problems} = matchHeaders(['Emial address'], {}, [{line: 2, cells: ['c@d.de']}]);
		expect(problems).toMatchObject([{severity: 'warning', code: 'near-column', column: 'Emial address'}]);
	});

	const letters = 'abcdefghijklmnopqrstuvwxyz -_()';

	it('never goes or leads onto a secret, a PIN or the ID by likeness, whatever letters are other ones', () => {
		const labels = csvFields.flatMap(({header, aliases, foreign}) => [header, ...aliases, ...foreign]);
		const edit = fc.record({at: fc.nat(60), letter: fc.constantFrom(...letters), cut: fc.boolean()});
		fc.assert(
			fc.property(
				fc.constantFrom(...labels),
				fc.array(edit, {minLength: 1, maxLength: 4}),
				fc.array(fc.oneof(fc.constantFrom(...emails, ...pins, ...names), fc.string()), {maxLength: 6}),
				(label, edits, values) => {
					const header = edits.reduce(
						(text, {at, letter, cut}) =>
							text.slice(0, at % text.length) + letter + text.slice((at % text.length) + (cut ? 1 : 0)),
						label,
					);
					const column = match(header, values);
					if (column.use === 'ignored' && column.suggested !== undefined)
						expect(isMasked(storedField(column.suggested))).toBe(false);
					// What is used has one of its own names, whatever the values are.
					if (column.use !== 'ignored') expect(toldOf(match(header, []))).toBe(toldOf(column));
					if (column.use !== 'ignored') expect(column.way).not.toBe('near');
				},
			),
			{numRuns: 2000},
		);
	});
});

describe('rules.md 4.14: by hand', () => {
	const headers = ['Cognome', 'Mail', 'Posta', 'Emial address'];
	const rows = [{line: 2, cells: ['Rossi', 'a@b.de', 'c@d.de', 'e@f.de']}];
	const told = (mapping: Mapping, own = headers) => matchHeaders(own, mapping, rows).columns.map(toldOf);

	it('goes before names, and leaves out what was for the same field by its name', () => {
		expect(told({0: {use: 'field', key: 'lastName'}})[0]).toBe('hand lastName');
		expect(told({2: {use: 'field', key: 'email'}})).toEqual(['unknown', 'hand', 'hand email', 'unknown']);
		expect(told({1: {use: 'ignored'}})).toEqual(['unknown', 'hand', 'unknown', 'near email?']);
	});

	it('keeps the reason of a suggestion that was accepted', () => {
		expect(told({1: {use: 'ignored'}, 3: {use: 'field', key: 'email'}})[3]).toBe('near email');
	});

	it('takes a secret, a PIN or the ID only so', () => {
		expect(told({0: {use: 'field', key: 'deploymentPin'}})[0]).toBe('hand deploymentPin');
		expect(told({0: {use: 'id'}})[0]).toBe('hand id');
	});

	it('settles two columns for one field', () => {
		const twice = ['Number', 'Directory Number'];
		expect(matchHeaders(twice).problems[0]).toMatchObject({severity: 'error', code: 'duplicate-column'});
		const chosen = matchHeaders(twice, {1: {use: 'field', key: 'directoryNumber'}});
		expect(chosen.columns.map(toldOf)).toEqual(['hand', 'hand directoryNumber']);
		expect(chosen.problems).toMatchObject([{severity: 'notice', column: 'Number'}]);
		const ignored = matchHeaders(twice, {0: {use: 'ignored'}});
		expect(ignored.columns.map(toldOf)).toEqual(['hand', 'exact directoryNumber']);
	});

	it('splits a column in two at the position that the file has', () => {
		const {columns, problems} = matchHeaders(['Name', 'Mail'], {0: {use: 'split', order: 'last-first'}});
		expect(columns.map((column) => [column.index, toldOf(column)])).toEqual([
			[0, 'hand lastName'],
			[0, 'hand firstName'],
			[1, 'alias email'],
		]);
		expect(problems).toEqual([]);
		const both = matchHeaders(['Name', 'Last name'], {0: {use: 'split', order: 'first-last'}});
		expect(both.columns.map(toldOf)).toEqual(['hand firstName', 'hand lastName', 'hand']);
	});
});

describe('three values of a column', () => {
	const samples = (header: string, values: readonly string[], mapping: Mapping = {}) =>
		sampleValues(match(header, values, mapping), rowsOf(values));

	test.each<[header: string, values: readonly string[], shown: readonly string[]]>([
		['Email', ['a@b.de', '', ' c@d.de ', 'e@f.de', 'g@h.de'], ['a@b.de', 'c@d.de', 'e@f.de']],
		['PIN', ['4711', '0815'], ['••••', '••••']],
		['MBG password', ['x7'], ['••••']],
		['AuthPassword', ['x7'], ['••••']],
		['Kennwort', ['Sommer'], ['••••']],
		['Türcode', ['4711'], ['••••']],
		['Cognome', ['Rossi', 'De Luca'], ['Rossi', 'De Luca']],
		['Posta', ['a@b.de'], ['a@b.de']],
		['Zugang', ['4711', 'Xy7!kk'], ['digits', 'other text']],
	])('%s: %j are shown as %j', (header, values, shown) => {
		expect(samples(header, values)).toEqual(shown);
	});

	it('are masked where a person has chosen a PIN for the column', () => {
		expect(samples('Cognome', ['Rossi'], {0: {use: 'field', key: 'deploymentPin'}})).toEqual(['••••']);
	});
});

describe('rules.md 4.2: files of other programs are named', () => {
	test.each([
		['Number,FirstName,LastName,EmailAddress,AuthID,AuthPassword', '3CX'],
		['FIRST NAME,LAST NAME,NAME,EMAIL,ROLE', 'CloudLink'],
		['First Name,Last Name,Login ID', 'bulk user provisioning'],
		[
			'Name [displayName] Required,User name [userPrincipalName] Required,First name [givenName]',
			'Microsoft',
		],
		['dn,givenName,sn,mail', 'directory'],
	])('%s is of %s', (headers, name) => {
		const [problem] = matchHeaders(headers.split(',')).problems;
		expect(problem).toMatchObject({severity: 'notice', code: 'known-file'});
		expect(problem?.message).toMatch(new RegExp(`^This looks like .*${name}`));
		expect(problem?.short.length).toBeLessThanOrEqual(30);
	});

	it('says nothing of others', () => {
		const headers = ['ID', 'Profile', 'First name', 'Last name', 'Email address'];
		expect(matchHeaders(headers).problems).toEqual([]);
	});
});
