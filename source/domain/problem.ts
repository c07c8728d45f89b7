import {visibleText} from '../terminal/text/visible-text.ts';

/** `error` rejects, `warning` asks for a look, `notice` only tells. */
export type Severity = 'error' | 'warning' | 'notice';

/** What is wrong with one value, before anybody knows where the value stood. */
export type Finding = {
	/** Kebab-case name of the rule, stable for scripts. */
	readonly code: string;
	/** Cause, in one sentence for an administrator: never again the column or the value that is shown with it (rules.md 3.17). */
	readonly message: string;
	/** The cause in at most 30 terminal cells, for a column of a table: "Not an e-mail address". */
	readonly short: string;
	/** What to do, where there is one thing to do: a sentence. */
	readonly fix?: string;
	/** The value that would be right, where the fix is one: to be put in without reading the sentence. Never a secret or a PIN. */
	readonly fixed?: string;
};

/** A finding with its place: the one shape in which import, form, grid and command line report. */
export type Problem = Finding & {
	readonly severity: Severity;
	/** Line of the file as an editor counts it, from 1. */
	readonly line?: number;
	/** The user's ID as the file or the sheet has it. */
	readonly id?: string;
	/** Who it is about, by the name before any change: "Ann Archer". */
	readonly who?: string;
	/** CSV header of the field. */
	readonly column?: string;
	/** The offending value; secrets and PINs masked. */
	readonly value?: string;
};

/**
 * A problem as one line of text with its place, who and value: `Line 14, Ann Archer, Email address "ann@": Not an e-mail address.`
 * Control characters in values and headers come out as visible symbols.
 */
export function formatProblem(problem: Problem): string {
	return formatPlaced(problem, longestQuoted);
}

/** The same, with as much of the value as reports repeat. */
export function formatWholeProblem(problem: Problem): string {
	return formatPlaced(problem, longestReported);
}

/** Characters of a value or a name that a report repeats: more than any field may have. */
const longestReported = 1000;

/** A value, ID or name as reports repeat it, on screen and for scripts: what is longer than any field may be is cut with a mark. */
export function cutReported(text: string): string {
	if (text.length <= longestReported) return text;
	// Half of a character that takes two units is none.
	return `${text.slice(0, longestReported - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function formatPlaced(problem: Problem, longest: number): string {
	const {line, id, who, column, value} = problem;
	const place = [
		...(line === undefined ? [] : [`Line ${line}`]),
		...(line === undefined && id ? [`ID ${cutReported(id)}`] : []),
		...(who === undefined ? [] : [cutReported(who)]),
		...(column === undefined ? [] : [value ? `${column} ${quoteUpTo(value, longest)}` : column]),
	].join(', ');
	return visibleText(`${place === '' ? '' : `${place}: `}${formatFinding(problem)}`);
}

/** The message and the fix, without the place. */
export function formatFinding(finding: Finding): string {
	return finding.fix === undefined ? finding.message : `${finding.message} ${finding.fix}`;
}

/** The same, with the column where it is another one than the one that a person looks at. */
export function formatBeside(problem: Problem, lookedAt?: string): string {
	const isThere = problem.column === undefined || problem.column === lookedAt;
	return isThere ? formatFinding(problem) : `${problem.column}: ${formatFinding(problem)}`;
}

/** Characters of a value that a message repeats. */
const longestQuoted = 60;

/** A value in quotation marks, as messages name it; long ones are cut with a mark. */
export function quote(value: string): string {
	return quoteUpTo(value, longestQuoted);
}

function quoteUpTo(value: string, longest: number): string {
	// The text may have millions of characters: only as many are looked at as may be shown.
	const characters = [...value.slice(0, 2 * longest + 2)];
	return `"${characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : value}"`;
}

/** The fix of a finding that one value puts right. */
export function writeInstead(value: string): {readonly fix: string; readonly fixed: string} {
	return {fix: `Write ${quote(value)}.`, fixed: value};
}

/** "1 user", "2 users", "12,345 users". */
export function count(amount: number, one: string, many = `${one}s`): string {
	return `${amount.toLocaleString('en-US')} ${amount === 1 ? one : many}`;
}
