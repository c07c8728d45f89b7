import {isMasked, maskValue} from '../../domain/field.ts';
import {type Problem, quote, writeInstead} from '../../domain/problem.ts';
import type {FileMistakes} from '../encoding/survey-letters.ts';
import type {Decisions} from '../import-decisions.ts';
import {type DoubtfulCell, loginKeys, numberKeys} from './doubt.ts';
import {findLetterDoubt} from './find-letter-doubt.ts';
import {findNumberDoubt} from './find-number-doubt.ts';
import {absent, findWordDoubt} from './find-word-doubt.ts';

/** A doubtful cell of a row, and what is stored of it by what was decided. */
export type SettledDoubt = {
	/** CSV header of its field. */
	readonly column: string;
	readonly problem: Problem;
	readonly likely: string | undefined;
	readonly settled: string;
	/** Whether the cell is stored as it is. */
	readonly isTaken: boolean;
	/** Whether there is something to decide: it would overwrite a value, or something else is likelier. */
	readonly isOpen: boolean;
};

/** What is doubtful about a cell (rules.md 4.5 and 4.6), and what is stored of it (rules.md 4.7); undefined for nearly all cells. */
export function settleDoubt(
	cell: DoubtfulCell,
	mistakes: FileMistakes,
	decision: Decisions['doubtful'],
): SettledDoubt | undefined {
	if (cell.stored === '' && isHarmless(cell)) return undefined;
	const doubt = findLetterDoubt(cell, mistakes) ?? findWordDoubt(cell) ?? findNumberDoubt(cell);
	if (doubt === undefined) return undefined;
	const {finding, likely} = doubt;
	const {field, value, stored} = cell;
	const column = field.header;
	const kept = stored === '' ? value : stored;
	const settled = {undecided: value, take: value, keep: kept, fix: likely ?? kept}[decision];
	const isTaken = settled === value;
	const isOpen = stored !== '' || (likely !== undefined && likely !== value);
	const shown = isMasked(field) ? maskValue(value) : value;
	const what = isMasked(field) ? '' : settled;
	const problem = isTaken
		? ({severity: 'warning', ...finding, column, value: shown} as const)
		: noticeSettled({...finding, column, value: shown}, what, settled === stored);
	return {column, problem, likely, settled, isTaken, isOpen};
}

const shortNumber = /^\d{1,15}$/;
const userName = /^[a-z][\w.@-]*$/;
const plainText = /^(?!Err:)[ -"$%'->@-~]*$/;

/** Whether there is nothing to doubt at first sight: nearly all cells are so, and looking closer takes ten times as long. */
function isHarmless({field, raw}: DoubtfulCell): boolean {
	if (numberKeys.has(field.key)) return shortNumber.test(raw);
	if (absent.test(raw)) return false;
	return loginKeys.has(field.key) ? shortNumber.test(raw) || userName.test(raw) : plainText.test(raw);
}

/** The doubt about the ID of a row that updates a user, if it is written as a decimal number: an error unless that is put right. */
export function settleId(id: number, written: string, decision: Decisions['doubtful']): SettledDoubt[] {
	if (!/[.,]/.test(written) || Number(written.replace(',', '.')) !== id) return [];
	const likely = String(id);
	const finding = {
		code: 'id-as-decimal',
		message: `It is the ID ${likely}, written as a decimal number.`,
		short: 'ID as a decimal number',
		column: 'ID',
		value: written,
	};
	const isTaken = decision !== 'fix';
	const problem: Problem = isTaken
		? {severity: 'error', ...finding, ...writeInstead(likely)}
		: noticeSettled(finding, likely, false);
	return [{column: 'ID', problem, likely, settled: isTaken ? written : likely, isTaken, isOpen: true}];
}

/** What is said of a cell in whose place another value is stored; '' is one that must not be shown. */
function noticeSettled(finding: Omit<Problem, 'severity'>, settled: string, isKept: boolean): Problem {
	const {fixed: _, ...rest} = finding;
	const what = settled === '' ? `The ${isKept ? 'stored' : 'likely'} value` : quote(settled);
	return {severity: 'notice', ...rest, fix: `${what} ${isKept ? 'stays' : 'is taken'}.`};
}
