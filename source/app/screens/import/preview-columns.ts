import type {Column} from '../../table/table.ts';
import {gutterWidth} from '../../table/table-layout.ts';
import type {FileColumns} from './preview-kinds.ts';
import {listsProblems, type PreviewTab} from './preview-tabs.ts';

/** The longest short form of a problem (rules.md 3.17). */
const reasonWidth = 30;
/** Below this many columns the line under the cursor only says which column it is. */
const roomy = 72;

/** The columns of a tab of the preview in this room, and a file whose last row is on this line. */
export function previewColumns(
	tab: PreviewTab,
	lastLine: number,
	columns: number,
	file: FileColumns,
): readonly Column[] {
	const line: Column = {
		key: 'line',
		header: 'Line',
		width: Math.max(4, String(lastLine).length),
		align: 'right',
	};
	return listsProblems(tab) ? problemColumns(line, columns) : rowColumns(tab, line, file);
}

/** The line of a problem is filled. Its value is always there, as it can be edited. */
function problemColumns(line: Column, columns: number): readonly Column[] {
	const isRoomy = columns >= roomy;
	// One cell between columns.
	const room = columns - gutterWidth - line.width - (isRoomy ? 4 : 3);
	const reason = Math.max(8, Math.min(reasonWidth, room - 16));
	const rest = room - reason;
	const column = isRoomy ? Math.min(33, Math.max(14, Math.floor(rest * 0.34))) : 0;
	const who = Math.min(26, Math.floor(rest * (isRoomy ? 0.28 : 0.4)));
	return [
		line,
		{key: 'who', header: 'Who', width: who},
		...(isRoomy ? [{key: 'column', header: 'Column', width: column}] : []),
		{key: 'value', header: 'Value', width: rest - who - column},
		{key: 'reason', header: 'Why', width: reason},
	];
}

/** Cells of the arrow between two values, and of the sign before a wrong one. */
const besideValue = 5;

/** The rows as they would be: what the tab says already has no column. */
function rowColumns(tab: PreviewTab, line: Column, {columns, idColumn}: FileColumns): readonly Column[] {
	const isMixed = tab === 'all' || tab === 'out';
	return [
		...(isMixed ? [{key: 'what', header: 'What', width: 8, frozen: true}] : []),
		{...line, frozen: true},
		{key: 'who', header: 'Who', width: 24, frozen: true},
		...(idColumn === undefined
			? []
			: [{key: 'id', header: 'ID', width: 6, align: 'right', isOptional: true} as const]),
		...columns.map(({key, field}) => ({
			key,
			header: field.short ?? field.header,
			name: field.header,
			width: 2 * field.width + besideValue,
			isOptional: true,
		})),
		{key: 'why', header: 'Why', width: 2 * reasonWidth, isOptional: true},
	];
}
