import {type Command, InvalidArgumentError} from 'commander';
import type {GridColumn} from '../domain/field.ts';
import {gridColumns} from '../domain/life-cycle/grid-columns.ts';
import {quote} from '../domain/problem.ts';
import {nearestNamed} from '../domain/profile.ts';
import {fieldNames, findNamedField} from '../domain/query/field-names.ts';

/** The flags that say which columns are written. */
export type ColumnFlags = {readonly columns?: readonly GridColumn[]; readonly pins?: boolean};

/** Adds `--columns` and `--no-pins`. */
export function addColumnFlags(command: Command): Command {
	return command
		.option(
			'--columns <columns>',
			'only these columns, in this order, like id,first,last,number',
			parseColumns,
		)
		.option('--no-pins', 'without the column of the deployment PINs');
}

/** The columns that the flags leave of those that there are. */
export function chooseColumns(
	{columns, pins = true}: ColumnFlags,
	possible: readonly GridColumn[],
): readonly GridColumn[] {
	return (columns ?? possible).filter((field) => pins || field.key !== 'deploymentPin');
}

function parseColumns(text: string): readonly GridColumn[] {
	return [...new Set(text.split(',').map((name) => findNamedField(name) ?? refuseColumn(name.trim())))];
}

function refuseColumn(name: string): never {
	const names = gridColumns.flatMap((field) => fieldNames(field).map((known) => ({name: known, field})));
	const nearest = nearestNamed(names, name);
	const [usual = ''] = nearest === undefined ? [] : fieldNames(nearest.field);
	throw new InvalidArgumentError(
		`There is no column ${quote(name)}.${usual === '' ? '' : ` Did you mean ${quote(usual)}?`}`,
	);
}
