import {setCells} from '../../../../csv/fixes.ts';
import {isOnlyReplaced} from '../../../../domain/field.ts';
import {trimValue} from '../../../../domain/user.ts';
import {type Model, withNotice} from '../../../model.ts';
import type {Step} from '../../../step.ts';
import {type CursorMove, moveCursor} from '../../../table/move-cursor.ts';
import {scopeOf} from '../../../table/scope.ts';
import {cursorRow} from '../../../table/table-state.ts';
import {insertText, textField} from '../../../text-field-state.ts';
import {openProfileChoice} from '../../choice/find-choice.ts';
import type {ImportState} from '../import-state.ts';
import {replaceImport} from '../plan-rows.ts';
import {fileColumns} from '../preview-kinds.ts';
import {previewTable} from '../preview-table.ts';
import {listsProblems, rowOnLine} from '../preview-tabs.ts';
import {cellAt, cellUnder, fixCell, type PreviewCell} from './preview-cell.ts';
import {storeFixes} from './store-fixes.ts';

/** The cell under the cursor of the preview, or why there is none that can be edited. */
export function cursorCell(state: ImportState, model: Model): PreviewCell | string {
	const {plan, source, tab} = state;
	const table = previewTable(state, model);
	const id = table && cursorRow(table.state);
	if (plan === undefined || source === undefined || table === undefined)
		return 'The rows are still being checked.';
	if (id === undefined) return table.emptyText;
	const key = table.columns[table.state.cursor.column]?.key ?? '';
	return cellAt(plan, fileColumns(source.table, plan), tab, id, key);
}

/** Opens the cell under the cursor, with its value or what was typed instead. Where problems are listed, their value is typed. */
export function openRowCell(model: Model, state: ImportState, typed: string | undefined): Model {
	const cell = cursorCell(state, model);
	if (typeof cell === 'string') return withNotice(model, cell, 'bad');
	const {judged, header, field, value} = cell;
	const {line} = judged.row;
	if (field?.kind === 'profile')
		return openProfileChoice(
			model,
			{
				title: `Profile on line ${line}`,
				current: value,
				choose: (profile) => ({type: 'import/set-cell', line, header, value: profile}),
			},
			typed,
		);
	const start = field !== undefined && isOnlyReplaced(field, value) ? '' : value;
	const editor = {
		line,
		header,
		field: typed === undefined ? textField(start) : insertText(textField(''), typed),
		openedBy: typed === undefined ? 'key' : 'typing',
	} as const;
	const shown = listsProblems(state.tab) ? goToValue(model, state) : state;
	return replaceImport(model, {...shown, editor});
}

function goToValue(model: Model, state: ImportState): ImportState {
	const column = previewTable(state, model)?.columns.findIndex(({key}) => key === 'value') ?? -1;
	const list = state.tables[state.tab];
	if (column < 0) return state;
	const table = {...list.table, cursor: {...list.table.cursor, column}, anchor: undefined};
	return {...state, tables: {...state.tables, [state.tab]: {...list, table}}};
}

/** What is in the open cell is laid over the file, and the row judged with it. Where problems are listed, the next one comes up by itself. */
export function commitRowCell(model: Model, state: ImportState, move: CursorMove): Step {
	const {editor} = state;
	if (editor === undefined) return [model, []];
	const closed = closeCell(state);
	const [next, effects] = setRowCell(replaceImport(model, closed), closed, editor, editor.openedBy === 'key');
	const after = next.screens.findLast((screen) => screen.name === 'import');
	const table = after && !listsProblems(after.tab) ? previewTable(after, next) : undefined;
	return [table === undefined ? next : table.keep(moveCursor(table, move)), effects];
}

/** The wizard without an open cell. */
export function closeCell({editor: _, ...state}: ImportState): ImportState {
	return state;
}

/** One cell of the file with another value: typed, emptied, or chosen from a list. */
export function setRowCell(
	model: Model,
	state: ImportState,
	{
		line,
		header,
		...typed
	}: {
		readonly line: number;
		readonly header: string;
	} & ({readonly field: {readonly text: string}} | {readonly value: string}),
	isOpenedByKey = false,
): Step {
	const {plan, source} = state;
	const judged = plan && rowOnLine(plan, line);
	if (plan === undefined || source === undefined || judged === undefined) return [model, []];
	const cell = cellUnder(fileColumns(source.table, plan), judged, header);
	if (cell === undefined) return [model, []];
	const {field, value: before} = cell;
	const text = 'value' in typed ? typed.value : typed.field.text;
	const isUntouched = isOpenedByKey && text === '' && field !== undefined && isOnlyReplaced(field, before);
	const value = field === undefined ? text.trim() : trimValue(field, text);
	if (isUntouched || value === before) return [model, []];
	const fixes = setCells(state.fixed.fixes, [fixCell(cell, value)]);
	return storeFixes(model, state, `${value === '' ? 'Cleared' : 'Edited'} ${header} on line ${line}`, fixes);
}

/** Whether an action would be for more than the cell under the cursor. */
export function isForMany(model: Model, state: ImportState): boolean {
	const table = previewTable(state, model);
	if (table === undefined) return false;
	const {by, rows, columns} = scopeOf(table);
	return by === 'marks' || rows.length > 1 || (!listsProblems(state.tab) && columns.length > 1);
}

/** Empties the cell under the cursor. */
export function clearRowCell(model: Model, state: ImportState): Step {
	const cell = cursorCell(state, model);
	if (typeof cell === 'string') return [withNotice(model, cell, 'bad'), []];
	return setRowCell(model, state, {line: cell.judged.row.line, header: cell.header, value: ''});
}
