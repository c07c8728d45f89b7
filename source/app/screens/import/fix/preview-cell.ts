import {withPart} from '../../../../csv/columns/split-name.ts';
import {type CellFix, isFixable} from '../../../../csv/fixes.ts';
import type {ImportPlan, JudgedRow} from '../../../../csv/import-plan.ts';
import {type ImportColumn, readCell, readIdCell} from '../../../../csv/read-cells.ts';
import {isMasked, type StoredField} from '../../../../domain/field.ts';
import type {Problem} from '../../../../domain/problem.ts';
import type {RowId} from '../../../table/table-state.ts';
import type {FileColumns} from '../preview-kinds.ts';
import {lineOf, type PreviewTab, problemOf, rowOnLine} from '../preview-tabs.ts';

/** A cell of the file that can be put right. */
export type PreviewCell = {
	readonly judged: JudgedRow;
	readonly position: number;
	/** CSV header of its field. */
	readonly header: string;
	/** Undefined for the ID. */
	readonly field: StoredField | undefined;
	readonly column?: ImportColumn;
	/** As it is judged now. */
	readonly value: string;
};

/** The cell at a row and a column of a tab; of what is about no cell, a sentence that says what can be done. */
export function cellAt(
	plan: ImportPlan,
	file: FileColumns,
	tab: PreviewTab,
	id: RowId,
	key: string,
): PreviewCell | string {
	const problem = problemOf(plan, tab, id)?.problem;
	const judged = rowOnLine(plan, lineOf(id));
	if (judged === undefined) return 'This is about the whole file: no cell of it can be edited.';
	if (!isFixable(judged.read))
		return 'It is not known where the cells of this row end: leave it out, or correct the file.';
	const header = problem === undefined ? headerOf(file, judged, key) : problem.column;
	if (header === undefined)
		return problem === undefined
			? 'Choose a cell of the file: this column only tells about the row.'
			: 'This is about the whole row: leave it out, or correct the file.';
	return cellUnder(file, judged, header) ?? 'The file has no such column.';
}

/** The field of a column of rows; where that only tells about them, what is wrong with the row. */
function headerOf({byKey}: FileColumns, {problems}: JudgedRow, key: string): string | undefined {
	if (key === 'id') return 'ID';
	const column = byKey.get(key);
	if (column !== undefined) return column.field.header;
	return key === 'why' ? problems.find(({column: header}) => header !== undefined)?.column : undefined;
}

/** The cell of a row by the header of its field; undefined where the file has none. */
export function cellUnder(
	{byHeader, idColumn}: FileColumns,
	judged: JudgedRow,
	header: string,
): PreviewCell | undefined {
	if (header === 'ID')
		return idColumn === undefined
			? undefined
			: {judged, position: idColumn, header, field: undefined, value: readIdCell(judged.row, idColumn)};
	const column = byHeader.get(header);
	if (column === undefined) return undefined;
	const {index: position, field} = column;
	return {judged, position, header, field, column, value: readCell(judged.row, column)};
}

/** The cell with another value, for the fixes; of a full name, with another part. */
export function fixCell(
	{judged, position, column}: Pick<PreviewCell, 'judged' | 'position' | 'column'>,
	value: string,
): CellFix {
	const whole = column === undefined ? value : withPart(judged.row.cells[position] ?? '', column, value);
	return {row: judged.read, position, value: whole};
}

/** Whether a value may not be seen before it is asked for. */
export function isHidden({field}: PreviewCell): boolean {
	return field !== undefined && isMasked(field);
}

/** The problems of a row that a line of a tab tells: the one, or all of them. */
export function problemsAt(
	plan: ImportPlan,
	tab: PreviewTab,
	id: RowId,
): {readonly judged: JudgedRow; readonly problems: readonly Problem[]} | undefined {
	const judged = rowOnLine(plan, lineOf(id));
	if (judged === undefined) return undefined;
	const found = problemOf(plan, tab, id);
	return {judged, problems: found === undefined ? judged.problems : [found.problem]};
}
