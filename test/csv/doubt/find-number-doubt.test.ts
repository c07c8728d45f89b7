import {describe, expect, test} from 'vitest';
import {findNumberDoubt} from '../../../source/csv/doubt/find-number-doubt.ts';
import {findWordDoubt} from '../../../source/csv/doubt/find-word-doubt.ts';
import type {FieldKey} from '../../../source/domain/field.ts';
import {storedField} from '../../../source/domain/field-lists.ts';

/** "code likely", "code" without a likely value, or undefined. */
function doubtOf(value: string, stored = '', key: FieldKey = 'directoryNumber'): string | undefined {
	const cell = {field: storedField(key), raw: value, value, stored, isMisread: false};
	const doubt = findWordDoubt(cell) ?? findNumberDoubt(cell);
	if (doubt === undefined) return undefined;
	return doubt.likely === undefined ? doubt.finding.code : `${doubt.finding.code} ${doubt.likely}`;
}

describe('rules.md 4.6: a number of a new user', () => {
	test.each([
		['2001.0', 'number-as-decimal 2001'],
		['2001,00', 'number-as-decimal 2001'],
		['0200.0', 'number-as-decimal 0200'],
		['2E+10', 'number-as-amount'],
		['1,23457E+19', 'number-as-amount'],
		['1.23E19', 'number-as-amount'],
		['98765432101234500000', 'digits-rounded'],
		['1234567890123450', 'digits-rounded'],
		['2,001', 'number-with-separators 2001'],
		['1.234.567', 'number-with-separators 1234567'],
		["2'001", 'number-with-separators 2001'],
		['2\u202f001', 'number-with-separators 2001'],
		['2-Jan', 'number-as-date'],
		['Jan-02', 'number-as-date'],
		['2-Jan-26', 'number-as-date'],
		['02. Jan', 'number-as-date'],
		['2-Mrz', 'number-as-date'],
		['2-févr', 'number-as-date'],
		['02/févr.', 'number-as-date'],
		['2-ene', 'number-as-date'],
		['2-янв', 'number-as-date'],
		['2-Şub', 'number-as-date'],
		['1月2日', 'number-as-date'],
		['02.01.2026', 'number-as-date'],
		['1.2.2026', 'number-as-date'],
		['01/02/26', 'number-as-date'],
		['2026-01-02', 'number-as-date'],
		['2026-01-02 00:00:00', 'number-as-date'],
		['#N/A', 'spreadsheet-error'],
		['#NV', 'spreadsheet-error'],
		['#NAME?', 'spreadsheet-error'],
		['#REF!', 'spreadsheet-error'],
		['#VALUE!', 'spreadsheet-error'],
		['#WERT!', 'spreadsheet-error'],
		['#DIV/0!', 'spreadsheet-error'],
		['#¿NOMBRE?', 'spreadsheet-error'],
		['#ЗНАЧ!', 'spreadsheet-error'],
		['Err:502', 'spreadsheet-error'],
		['########', 'column-too-narrow'],
		['2-des', 'number-as-date'],
		['02.01.', 'number-as-date'],
		['Fri Jan 02 2026', 'number-as-date'],
		['nan', 'word-for-nothing'],
		['NULL', 'word-for-nothing'],
		['<NA>', 'word-for-nothing'],
		['TRUE', 'number-as-truth'],
		['False', 'number-as-truth'],
		['WAHR', 'number-as-truth'],
		['VRAI', 'number-as-truth'],
	])('%s: %s', (value, doubt) => {
		expect(doubtOf(value)).toBe(doubt);
	});

	test.each([
		'2001',
		'0042',
		'45658',
		'1-2',
		'2.001',
		'20.10',
		'1234567890123456',
		'+4930123456',
		'*72#',
		'#31',
		'smithj-7328',
		'12-345',
		'13.14.2026',
		'2026-13-32',
		'Janet-02',
		'2E10',
		'e164',
		'10.1.2.3',
		'7001-7002',
		'b12-marx',
	])('%s may be one', (value) => {
		expect(doubtOf(value)).toBeUndefined();
	});
});

describe('rules.md 4.6: what comes from the stored value', () => {
	test.each([
		['2001.0', '2001', 'number-as-decimal 2001'],
		['42.0', '0042', 'number-as-decimal 0042'],
		['42', '0042', 'leading-characters-lost 0042'],
		['4930123456', '+4930123456', 'leading-characters-lost +4930123456'],
		['0042', "'0042", "leading-characters-lost '0042"],
		['42', "'0042", "leading-characters-lost '0042"],
		['98765432101234500000', '98765432101234567890', 'digits-rounded 98765432101234567890'],
		['98765432101234600000', '98765432101234567890', 'digits-rounded 98765432101234567890'],
		['98765432101234573312', '98765432101234567890', 'digits-rounded 98765432101234567890', 'deploymentPin'],
		['9.87654E+19', '98765432101234567890', 'number-as-amount 98765432101234567890'],
		['2E+10', '20000000000', 'number-as-amount 20000000000'],
		['4,93012E+12', '+4930123456789', 'number-as-amount +4930123456789'],
		['2E+10', '2001', 'number-as-amount'],
		['2,001', '2001', 'number-with-separators 2001'],
		['2.001', '2001', 'number-with-separators 2001'],
		['2-Jan', '1-2', 'number-as-date 1-2'],
		['Jan-02', '1-2', 'number-as-date 1-2'],
		['02.Jan', '2.1', 'number-as-date 2.1'],
		['2-Mrz', '3-2', 'number-as-date 3-2'],
		['2-Mrz', '4-2', 'number-as-date'],
		['2026-01-02', '1-2-26', 'number-as-date 1-2-26'],
		['2026-01-02', '1-2', 'number-as-date 1-2'],
		['45658', '1-2', 'number-as-date 1-2'],
		['45658', '2001', undefined],
		['2002', '2001', undefined],
		['0042', '42', undefined],
		['2001.0', '20010', 'number-as-decimal 2001'],
		['98765432101234567891', '98765432101234567890', undefined],
	])('%s over %s: %s', (value, stored, doubt, key = 'directoryNumber') => {
		expect(doubtOf(value, stored, key === 'deploymentPin' ? 'deploymentPin' : 'directoryNumber')).toBe(doubt);
	});
});

describe('rules.md 4.6: other fields', () => {
	test.each<readonly [FieldKey, string, string, string | undefined]>([
		['serviceUser', 'jan-02', '', undefined],
		['serviceUser', 'vero', '', undefined],
		['serviceUser', 'TRUE', '', 'number-as-truth'],
		['mbgSipUser', '2001.0', '', 'number-as-decimal 2001'],
		['mbgSipUser', '42', '0042', 'leading-characters-lost 0042'],
		['lastName', 't Hooft', "'t Hooft", "leading-characters-lost 't Hooft"],
		['pbxSipPassword', 'secret', "'secret", "leading-characters-lost 'secret"],
		['lastName', 'Hooft', "'t Hooft", undefined],
		['lastName', 'True', '', undefined],
		['lastName', 'TRUE', 'True', 'number-as-truth True'],
		['lastName', 'True', 'TRUE', undefined],
		['lastName', 'Jan-02', '', undefined],
		['firstName', '#NAME?', '', 'spreadsheet-error'],
		['lastName', 'nan', 'Archer', 'word-for-nothing'],
		['serviceUser', 'NULL', '', 'word-for-nothing'],
		['lastName', 'Null', '', undefined],
		['firstName', 'Nan', '', undefined],
		['firstName', 'Na', '', undefined],
		['lastName', 'NULL', 'NULL', undefined],
		['lastName', '########', 'Archer', 'column-too-narrow'],
		['pbxSipPassword', '2E+10', '', undefined],
		['pbxSipPassword', '2E+10', '20000000000', 'number-as-amount 20000000000'],
		['pbxSipPassword', '42', '0042', 'leading-characters-lost 0042'],
		['voicemailPin', '1234.0', '', 'number-as-decimal 1234'],
		['email', '#N/A', '', 'spreadsheet-error'],
	])('%s %s over %s', (key, value, stored, doubt) => {
		expect(doubtOf(value, stored, key)).toBe(doubt);
	});

	test('no secret and no PIN is named', () => {
		for (const key of ['pbxSipPassword', 'voicemailPin', 'deploymentPin'] as const) {
			const cell = {field: storedField(key), raw: '42', value: '42', stored: '0042', isMisread: false};
			expect(JSON.stringify(findNumberDoubt(cell)?.finding)).not.toMatch(/42/);
		}
	});
});
