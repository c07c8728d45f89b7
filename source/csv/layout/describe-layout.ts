import type {Finding, Problem} from '../../domain/problem.ts';
import {type Delimiter, delimiterNames} from '../import-plan.ts';
import {addLine, type Lines, nameLines, noLines} from '../name-lines.ts';
import {isComment, type Layout} from './detect-layout.ts';

/** Lines that are not read as they are. */
export type Passed = {
	/** Comments below the header: they are skipped. */
	readonly comments: Lines;
	/** The header again below itself, and lines drawn with dashes: they are skipped, too. */
	readonly headings: Lines;
	/** Lines in quotes as a whole: they are read without them. */
	readonly wrapped: Lines;
};

/** What there is to say of how a file is laid out, without a word of what it holds: lines above a header may be users with passwords. */
export function describeLayout(
	layout: Layout,
	declared: Delimiter | undefined,
	{comments, headings, wrapped}: Passed,
): readonly Problem[] {
	return [
		...(declared === undefined || declared === layout.delimiter
			? []
			: [describeDeclared(delimiterNames[declared], delimiterNames[layout.delimiter])]),
		...(layout.above.length === 0 ? [] : [describeAbove(layout)]),
		...describePassed(wrapped, {
			code: 'quoted-lines',
			message: 'Whole lines are in quotes, and were read as if they were not',
			short: 'Whole lines in quotes',
		}),
		...describePassed(comments, {
			code: 'comments-skipped',
			message: 'Comments among the rows, which start with # like those above the header, are skipped',
			short: 'Comments skipped',
		}),
		...describePassed(headings, {
			code: 'headings-skipped',
			message: 'Lines that are the header again, or that are drawn with dashes, are skipped',
			short: 'Header lines skipped',
		}),
	];
}

function describePassed(lines: Lines, finding: Finding): readonly Problem[] {
	if (lines.count === 0) return [];
	return [{severity: 'notice', ...finding, message: `${finding.message}: ${nameLines(lines)}.`}];
}

function describeDeclared(declared: string, used: string): Problem {
	return {
		severity: 'notice',
		code: 'wrong-separator-line',
		line: 1,
		message: `It says that a ${declared} is between the cells, but it is a ${used}. The file is read with that.`,
		short: 'Wrong separator in sep=',
	};
}

/** A title or a comment is no loss; what has several cells may be a user, so that it is a warning. */
function describeAbove({above, header}: Layout): Problem {
	const lines = noLines();
	for (const {line} of above) addLine(lines, line);
	const mayBeRow = above.some(
		(record) => !isComment(record) && record.cells.filter((cell) => cell.trim() !== '').length > 1,
	);
	return {
		severity: mayBeRow ? 'warning' : 'notice',
		code: 'above-header',
		line: header.line,
		message: `The header is here. What is above it, on ${nameLines(lines)}, is ignored.`,
		short: 'Lines above the header ignored',
	};
}
