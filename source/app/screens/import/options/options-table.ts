import {type Model, putScreen} from '../../../model.ts';
import type {Size} from '../../../size.ts';
import type {Table, TableKind} from '../../../table/table.ts';
import {cursorRow, type TableState} from '../../../table/table-state.ts';
import type {ImportState} from '../import-state.ts';
import type {ImportOption} from './import-option.ts';
import {importOptions, listOptions} from './import-options.ts';

/** Steps, file, counts, answer and keys; and the lines that say more of the option under the cursor. */
const linesAround = 5;
const mostDetail = 6;
/** Of the longest label. */
const labelWidth = 22;

const optionsKind: TableKind<ImportOption, ImportState> = {
	noun: {one: 'option', many: 'options'},
	numbered: 'row',
	valueOf: (option, key, state) => (key === 'label' ? option.label : option.value(state)),
	cellOf: (option, key, state) => ({
		text: key === 'label' ? option.label : option.value(state),
		...(option.isOpen?.(state) === true ? {tone: 'warning'} : {}),
	}),
	nameOf: ({label}) => label,
};

/** The options as a list: the label, and what is chosen. */
export function optionsTable(state: ImportState, model: Model): Table<ImportOption, ImportState> {
	const {size} = model;
	const places = listOptions(state);
	return {
		kind: optionsKind,
		context: state,
		state: withOptions(state.optionsTable, places),
		columns: [
			{key: 'label', header: '', width: labelWidth},
			{key: 'value', header: '', width: valueWidth(size)},
		],
		size: {columns: size.columns, rows: Math.min(places.length, optionLines(size))},
		cursor: 'row',
		hasProblem: (option) => option.isOpen?.(state) === true,
		emptyText: 'There is nothing to choose.',
		rowCount: places.length,
		rowIds: () => places,
		rowOf: (place) => importOptions[place],
		keep: (optionsTable) => putScreen(model, {...state, optionsTable}),
	};
}

/** The option under the cursor. */
export function currentOption(state: ImportState): ImportOption | undefined {
	return importOptions[cursorRow(withOptions(state.optionsTable, listOptions(state))) ?? -1];
}

/** The list with these options; the cursor stays on its option where that is still there. */
function withOptions(table: TableState, rows: readonly number[]): TableState {
	const at = rows.indexOf(cursorRow(table) ?? -1);
	const row = at < 0 ? Math.min(Math.max(0, table.cursor.row), rows.length - 1) : at;
	return {...table, rows, cursor: {...table.cursor, row}};
}

/** Terminal cells for what is chosen. */
export function valueWidth({columns}: Size): number {
	return Math.max(8, columns - labelWidth - 3);
}

/** How many options are seen at a time. */
function optionLines({rows}: Size): number {
	return Math.max(2, rows - linesAround - mostDetail);
}

/** How many lines there are below so many options. */
export function optionDetailLines({rows}: Size, options: number): number {
	return Math.max(1, rows - linesAround - options);
}
