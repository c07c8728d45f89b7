import {isSameUse} from '../../../../csv/columns/same-use.ts';
import type {HeaderMatch, Mapping} from '../../../../csv/import-plan.ts';
import type {ImportSource} from '../../../../csv/import-source.ts';
import {mapColumns} from '../../../../csv/match-headers.ts';

/** The file with its columns for what a person has chosen. */
export function withMapping(source: ImportSource, mapping: Mapping, isRecalled = false): ImportSource {
	return {...source, mapping, isRecalled, table: mapColumns(source.table, mapping)};
}

/** Positions of the columns that a person should decide on: suggestions, two for one field, and full names that go nowhere. */
export function findUndecided(match: HeaderMatch): ReadonlySet<number> {
	const known = undecided.get(match);
	if (known !== undefined) return known;
	const found = lookForUndecided(match);
	undecided.set(match, found);
	return found;
}

/** Every frame asks. */
const undecided = new WeakMap<HeaderMatch, ReadonlySet<number>>();

function lookForUndecided({columns, problems}: HeaderMatch): ReadonlySet<number> {
	const lost = new Set(
		problems
			.filter(({severity, code}) => severity === 'warning' && code === 'ignored-column')
			.map(({column}) => column),
	);
	const open = columns.filter(
		(column) =>
			(column.use === 'ignored' && column.suggested !== undefined) ||
			(column.way === 'known' && lost.has(column.header)) ||
			columns.some((other) => other !== column && isSameUse(other, column)),
	);
	return new Set(open.map(({index}) => index));
}
