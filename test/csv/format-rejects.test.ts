import {describe, expect, test} from 'vitest';
import {formatRejects} from '../../source/csv/format-rejects.ts';
import {countsOf, listProblems, parseTable, planLines} from './plan-csv.ts';

function rejectsOf(lines: readonly string[]): string {
	return formatRejects(parseTable(lines.join('\n')), planLines(lines).rejected);
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
			'\ufeffRoom,Last name,Email address,PBX SIP password,Line,Errors\r\n' +
				'=2," Baker ",ben@,"  s3cret",3,Email address: Not an e-mail address.\r\n' +
				'3,,,,4,Last name: Required. Email address: Required.\r\n',
		);
	});

	test('the delimiter is that of the original', () => {
		const text = rejectsOf(['Last name;Email address', 'Lang, Jr.;ann@']);
		expect(text.split('\r\n')[0]).toBe('\ufeffLast name;Email address;Line;Errors');
		expect(parseTable(text).rows[0]?.cells[0]).toBe('Lang, Jr.');
	});

	test('a later import recognises and ignores Line and Errors, and replaces them in its own rejects', () => {
		const first = rejectsOf(['Last name,Email address', 'Archer,ann@', 'Baker,ben@']);
		const corrected = first.replace('ann@', 'ann@example.com').trimEnd().split('\r\n');
		const plan = planLines(corrected);
		expect(countsOf(plan)).toEqual([1, 0, 0, 1, 0]);
		expect(listProblems(plan).slice(0, 2)).toEqual([
			'file notice ignored-column Line',
			'file notice ignored-column Errors',
		]);
		expect(rejectsOf(corrected).split('\r\n').slice(0, 2)).toEqual([
			'\ufeffLast name,Email address,Line,Errors',
			'Baker,ben@,3,Email address: Not an e-mail address.',
		]);
	});

	test.each([
		['too many cells', 'Lang, Jr.,ann@example.com', 'too-many-cells'],
		['a broken quote', 'The,"A" team@example.com', 'email-address'],
	])('%s: imported as it is, the row is rejected again', (_name, row, code) => {
		const text = rejectsOf(['Last name,Email address', row, 'Baker,b@example.com']);
		const again = planLines(text.trimEnd().split('\r\n'));
		expect(again.rejected[0]?.problems.map((problem) => problem.code)).toContain(code);
	});

	test('control characters in a fix are symbols in Errors', () => {
		const text = rejectsOf(['Last name,MBG SIP user name', 'Archer,"a \u001b[31mb"']);
		expect(parseTable(text).rows[0]?.cells[3]).toContain('Write "a␛[31mb".');
	});

	test('too few cells are filled up', () => {
		expect(parseTable(rejectsOf(['Last name,Email address,PIN', 'Archer'])).rows[0]?.cells).toHaveLength(5);
	});
});
