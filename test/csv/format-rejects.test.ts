import {describe, expect, test} from 'vitest';
import {formatRejects} from '../../source/csv/format-rejects.ts';
import {findImportMark} from '../../source/csv/import-mark.ts';
import {countsOf, listProblems, parseTable, planLines} from './plan-csv.ts';

function rejectsOf(lines: readonly string[]): string {
	return formatRejects(parseTable(lines.join('\n')), planLines(lines).rejected, '0123456789abcdef');
}

describe('the rejected rows as a file to correct', () => {
	test('original columns and cells, with Line and Errors behind them', () => {
		const text = rejectsOf([
			'Room,Last name,Email address,PBX SIP password',
			"'=1,Archer,ann@example.com,pw",
			'=2, Baker ,ben@,  s3cret',
			'3,,,',
		]);
		expect(text).toBe(
			'\ufeffRoom,Last name,Email address,PBX SIP password,Line,Errors,Import\r\n' +
				'=2," Baker ",ben@,"  s3cret",3,Email address: Not an e-mail address.,0123456789ab\r\n' +
				'3,,,,4,Last name: Required. Email address: Required.,0123456789ab\r\n',
		);
	});

	test('the delimiter is that of the original', () => {
		const text = rejectsOf(['Last name;Email address', 'Lang, Jr.;ann@']);
		expect(text.split('\r\n')[0]).toBe('\ufeffLast name;Email address;Line;Errors;Import');
		expect(parseTable(text).rows[0]?.cells[0]).toBe('Lang, Jr.');
	});

	test('a later import recognises and ignores Line and Errors, and replaces them in its own rejects', () => {
		const first = rejectsOf(['Last name,Email address', 'Archer,ann@', 'Baker,ben@']);
		const corrected = first.replace('ann@', 'ann@example.com').trimEnd().split('\r\n');
		const plan = planLines(corrected);
		expect(countsOf(plan)).toEqual([1, 0, 0, 1, 0]);
		expect(listProblems(plan).slice(0, 3)).toEqual([
			'file notice ignored-column Line',
			'file notice ignored-column Errors',
			'file notice ignored-column Import',
		]);
		expect(rejectsOf(corrected).split('\r\n').slice(0, 2)).toEqual([
			'\ufeffLast name,Email address,Line,Errors,Import',
			'Baker,ben@,3,Email address: Not an e-mail address.,0123456789ab',
		]);
	});

	test.each([
		['too many cells', 'Lang, Jr.,ann@example.com', 'too-many-cells'],
		['too few cells', 'Lang ann@example.com', 'too-few-cells'],
		['a broken quote', 'Lang,"ann@example.com', 'unclosed-quote'],
		['a quote inside', '"The "A" team",ann@example.com', 'stray-quote'],
	])('%s: imported as it is, the row is rejected again', (_name, row, code) => {
		const lines = ['Last name,Email address', row, 'Baker,b@example.com', 'Cox,'];
		expect(planLines(lines).rejected[0]?.problems.map((problem) => problem.code)).toEqual([code]);
		const again = planLines(rejectsOf(lines).split('\r\n'));
		expect(countsOf(again)).toEqual([0, 0, 0, 2, 0]);
		expect(again.rejected[0]?.problems.map((problem) => problem.code)).toEqual(['too-many-cells']);
	});

	test('control characters in a fix are symbols in Errors', () => {
		const text = rejectsOf(['Last name,MBG SIP user name', 'Archer,"a \u001b[31mb"']);
		expect(parseTable(text).rows[0]?.cells[3]).toContain('Write "a␛[31mb".');
	});

	test('too few cells are filled up, where the writer of the file leaves out blank ones', () => {
		const text = rejectsOf([
			'Last name,Email address,PIN,Number',
			'Archer,ann@',
			'Baker,b@example.com,1',
			'',
		]);
		expect(parseTable(text).rows.map(({cells}) => cells.length)).toEqual([7, 7]);
	});

	test('a later import knows by the column Import which file the rows are from', () => {
		const text = rejectsOf(['Last name,Email address', 'Archer,ann@', 'Baker,ben@']);
		expect(findImportMark(parseTable(text))).toBe('0123456789ab');
		expect(findImportMark(parseTable(text.replace(',0123456789ab', ',"00 23456789ab"')))).toBeUndefined();
		expect(findImportMark(parseTable(text.replace('0123456789ab', 'ffffffffffff')))).toBeUndefined();
		expect(findImportMark(parseTable('Last name,Email address\nArcher,ann@'))).toBeUndefined();
	});
});
