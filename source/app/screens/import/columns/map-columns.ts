import {isSameUse} from '../../../../csv/columns/same-use.ts';
import type {ColumnChoice, HeaderMatch, Mapping} from '../../../../csv/import-plan.ts';
import type {ImportSource} from '../../../../csv/import-source.ts';
import {mapColumns} from '../../../../csv/match-headers.ts';

/** The file with its columns for what a person has chosen. */
export function withMapping(source: ImportSource, mapping: Mapping, isRecalled = false): ImportSource {
	return {...source, mapping, isRecalled, table: mapColumns(source.table, mapping)};
}

/** The choices with another one: a column that was chosen for the same before is ignored. */
export function chooseFor(mapping: Mapping, index: number, choice: ColumnChoice): Mapping {
	const others = Object.entries(mapping).map(([position, other]) =>
		Number(position) !== index && usesOf(choice).some((use) => usesOf(other).includes(use))
			? ([position, {use: 'ignored'}] as const)
			: ([position, other] as const),
	);
	return {...Object.fromEntries(others), [index]: choice};
}

/** The choices with all suggestions accepted. */
export function acceptSuggestions(mapping: Mapping, {columns}: HeaderMatch): Mapping {
	return columns.reduce(
		(chosen, {index, ...column}) =>
			column.use === 'ignored' && column.suggested !== undefined
				? chooseFor(chosen, index, {use: 'field', key: column.suggested})
				: chosen,
		mapping,
	);
}

function usesOf(choice: ColumnChoice): readonly string[] {
	switch (choice.use) {
		case 'id':
			return ['id'];
		case 'field':
		case 'mark':
			return [choice.key];
		case 'split':
			return ['firstName', 'lastName'];
		case 'ignored':
			return [];
	}
}

/** Positions of the columns that a person should decide on: suggestions, two for one field, and full names that go nowhere. */
export function findUndecided({columns, problems}: HeaderMatch): ReadonlySet<number> {
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
