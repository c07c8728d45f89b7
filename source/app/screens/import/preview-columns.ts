import type {Column} from '../../table/table.ts';
import {gutterWidth} from '../../table/table-layout.ts';
import type {PreviewTab} from './preview-tabs.ts';

/** The longest short form of a problem (rules.md 3.17). */
const reasonWidth = 30;
/** Below this many columns a value or an ID is shown in the line under the cursor only. */
const roomy = 72;

/** The columns of a tab of the preview for a terminal of this width, and a file whose last row is on this line. */
export function previewColumns(tab: PreviewTab, lastLine: number, columns: number): readonly Column[] {
	const line: Column = {
		key: 'line',
		header: 'Line',
		width: Math.max(4, String(lastLine).length),
		align: 'right',
	};
	return columns < roomy
		? layOut(tab, line, columns).filter(({key}) => key !== 'value' && key !== 'id')
		: layOut(tab, line, columns);
}

function layOut(tab: PreviewTab, line: Column, columns: number): readonly Column[] {
	const isRoomy = columns >= roomy;
	// One cell between columns.
	const room = columns - gutterWidth - line.width - (isRoomy ? 4 : 3);
	if (tab !== 'accepted') {
		const reason = Math.max(8, Math.min(reasonWidth, room - 16));
		const rest = room - reason;
		const column = Math.min(33, isRoomy ? Math.max(14, Math.floor(rest * 0.34)) : Math.ceil(rest / 2));
		const who = Math.min(26, isRoomy ? Math.floor(rest * 0.28) : rest - column);
		return [
			line,
			{key: 'who', header: 'Who', width: who},
			{key: 'column', header: 'Column', width: column},
			{key: 'value', header: 'Value', width: rest - who - column},
			{key: 'reason', header: 'Reason', width: reason},
		];
	}
	const [action, id] = [9, 6];
	const rest = room - 1 - action - (isRoomy ? id : 0);
	const name = Math.min(26, Math.floor(rest * 0.28));
	const column = Math.min(33, Math.max(isRoomy ? 14 : 0, Math.floor(rest * 0.28)));
	return [
		line,
		{key: 'action', header: 'What', width: action},
		{key: 'id', header: 'ID', width: id, align: 'right'},
		{key: 'who', header: 'Who', width: name},
		{key: 'column', header: 'Column', width: column, isOptional: true},
		{key: 'change', header: 'Before → after', width: Math.max(8, rest - name - column)},
	];
}
