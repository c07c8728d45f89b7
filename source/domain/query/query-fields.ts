import {equalityKey} from '../compare-text.ts';
import {formatLocalTime} from '../local-time.ts';
import {type Finding, quote} from '../problem.ts';
import {nearestNamed} from '../profile.ts';
import {isInRanges, parseIdRanges} from './id-ranges.ts';
import type {Wanted} from './parse-query.ts';
import type {QueryField, QueryWord, RowTest} from './query-table.ts';
import {compileTextTest} from './test-text.ts';
import {isInSpan, parseTimeSpan, timeWords} from './time-span.ts';

/** What every field has, whatever its values are. */
type Named = QueryWord & {readonly otherNames?: readonly string[]};

/** A value that is one of a few words. */
export type Choice<Row> = QueryWord & {readonly test: RowTest<Row>};

/** What a time is compared with. */
export type Clock = {
	/** ISO 8601. */
	readonly now: string;
	/** IANA name. */
	readonly timeZone: string;
};

/** A field that holds text. */
export function textField<Row>(
	named: Named,
	read: (row: Row) => string,
	values: readonly QueryWord[] = [],
): QueryField<Row> {
	return {
		otherNames: [],
		...named,
		values,
		compile(wanted) {
			const test = compileTextTest(wanted);
			return typeof test === 'function' ? (row) => test(read(row)) : test;
		},
	};
}

/**
 * A field that only takes some words.
 *
 * @param blank what the field without a word asks for
 */
export function choiceField<Row>(
	named: Named,
	choices: readonly Choice<Row>[],
	blank: RowTest<Row>,
): QueryField<Row> {
	return {
		otherNames: [],
		...named,
		values: choices,
		compile(wanted) {
			if (wanted.kind === 'blank') return blank;
			const key = equalityKey(wanted.text);
			const chosen = choices.find(({name}) => name === key);
			return chosen?.test ?? refuseChoice(named, choices, wanted.text);
		},
	};
}

/** The message never repeats what was typed: it may be a PIN. */
function refuseChoice(named: Named, choices: readonly QueryWord[], typed: string): Finding {
	const nearest = nearestNamed(choices, typed);
	const possible = choices.length === 0 ? 'nothing' : `one of ${choices.map(({name}) => name).join(', ')}`;
	return {
		code: 'query-value',
		message: `${quote(`${named.name}:`)} takes ${possible} after the colon.`,
		short: 'No such choice',
		...(nearest === undefined ? {} : {fix: `Did you mean ${quote(nearest.name)}?`}),
	};
}

/** A field that holds an ID; `id:` is of those who have none. */
export function idField<Row>(named: Named, read: (row: Row) => number | undefined): QueryField<Row> {
	return {
		otherNames: [],
		...named,
		values: [],
		compile(wanted) {
			if (wanted.kind === 'blank') return (row) => read(row) === undefined;
			const ranges = wanted.kind === 'pattern' ? undefined : parseIdRanges(wanted.text);
			if (ranges === undefined) return wrongNumbers;
			return (row) => isInRanges(read(row) ?? 0, ranges);
		},
	};
}

const wrongNumbers: Finding = {
	code: 'query-value',
	message: 'Numbers and ranges are possible here, like 1-50,60,90-.',
	short: 'Not a number or a range',
};

/**
 * A field that holds a time; without a word it asks for any.
 *
 * @param read ISO 8601; undefined where there is none
 */
export function timeField<Row>(
	named: Named,
	read: (row: Row) => string | undefined,
	{now, timeZone}: Clock,
): QueryField<Row> {
	return {
		otherNames: [],
		...named,
		values: timeWords,
		compile(wanted: Wanted) {
			if (wanted.kind === 'blank') return (row) => read(row) !== undefined;
			const today = formatLocalTime(now, timeZone).slice(0, '2026-11-26'.length);
			const span = wanted.kind === 'pattern' ? undefined : parseTimeSpan(wanted.text, today);
			if (span === undefined) return wrongTime;
			// Thousands of rows share the time of one change, and a zone is expensive.
			const known = new Map<string, boolean>();
			return (row) => {
				const at = read(row);
				if (at === undefined) return false;
				const answer = known.get(at) ?? isInSpan(formatLocalTime(at, timeZone), span);
				known.set(at, answer);
				return answer;
			};
		},
	};
}

const wrongTime: Finding = {
	code: 'query-value',
	message: 'A time is today, yesterday, 7d, 2026, 2026-11, 2026-11-26, or two of those with .. between.',
	short: 'Not a time',
};
