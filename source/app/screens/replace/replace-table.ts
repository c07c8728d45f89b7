import type {ReplaceLine} from '../../../domain/cells/plan-replace.ts';
import {storedField} from '../../../domain/field-lists.ts';
import {commonColumns, textQueryTable} from '../../../domain/query/text-query.ts';
import {fullName} from '../../../domain/user.ts';
import {cutDifference} from '../../../terminal/text/text-difference.ts';
import {type Model, putScreen} from '../../model.ts';
import {rowsByPlace} from '../../table/rows-by-place.ts';
import type {Column, Table, TableKind} from '../../table/table.ts';
import {gutterWidth} from '../../table/table-layout.ts';
import type {Found, ReplaceState} from './replace-state.ts';

/** Lines around the list: first line and header above; detail and keys below. */
const linesAround = 5;
/** Below this many columns what is wrong is told in the line under the cursor only. */
const roomy = 72;

/** Cells that would change, as rows. */
const linesKind: TableKind<ReplaceLine, object> = {
	noun: {one: 'value', many: 'values'},
	numbered: 'row',
	valueOf: lineText,
	cellOf(line, key, _, width) {
		const tone = line.problem === undefined ? 'plain' : isPossible(line) ? 'warning' : 'bad';
		if (key === 'note') return {text: lineText(line, key), tone};
		return {
			text: key === 'change' ? cutDifference(line.before, line.after, width) : lineText(line, key),
			...(isPossible(line) ? {} : {tone}),
		};
	},
	signOf: (line) => (isPossible(line) ? ' ' : '!'),
	nameOf: ({user}) => fullName(user),
};

/** Whether the new value breaks no rule. */
export function isPossible({problem}: ReplaceLine): boolean {
	return problem?.severity !== 'error';
}

function lineText({user, key: field, before, after, problem}: ReplaceLine, key: string): string {
	const column = storedField(field).header;
	return (
		{
			id: String(user.id),
			who: fullName(user),
			column,
			change: `${before} → ${after}`,
			note: problem?.short ?? '',
		}[key] ?? ''
	);
}

/** What may be asked about a cell that would change. */
const linesQuery = textQueryTable<ReplaceLine>([
	{...commonColumns.id, read: (line) => lineText(line, 'id')},
	{...commonColumns.who, read: (line) => lineText(line, 'who')},
	{...commonColumns.column, read: (line) => lineText(line, 'column')},
	{...commonColumns.before, read: ({before}) => before},
	{...commonColumns.after, read: ({after}) => after},
	{...commonColumns.reason, read: (line) => lineText(line, 'note')},
]);

/** The list of what would change; none before there is one. */
export function replaceTable(state: ReplaceState, model: Model): Table<ReplaceLine, object> | undefined {
	const {found} = state;
	if (found === undefined) return undefined;
	const {lines} = found.plan;
	const {columns, rows} = model.size;
	return {
		kind: linesKind,
		context: linesKind,
		state: found.table,
		columns: layOut(found, columns, state.isFile),
		size: {columns, rows: Math.max(1, rows - linesAround)},
		cursor: 'cell',
		emptyText: 'No value matches the filter.',
		...rowsByPlace(lines, () => linesQuery),
		keep: (table) => putScreen(model, {...state, found: {...found, table}}),
	};
}

function layOut({plan}: Found, columns: number, isFile: boolean): readonly Column[] {
	const hasNotes = columns >= roomy && plan.refused.length + plan.said.length > 0;
	const hasColumns = plan.lines.some(({key}) => key !== plan.lines[0]?.key);
	const [id, note, column] = [6, hasNotes ? 24 : 0, hasColumns ? 16 : 0];
	const room = columns - gutterWidth - id - note - column - 2 - Number(hasNotes) - Number(hasColumns);
	const who = Math.max(8, Math.min(24, Math.floor(room * 0.3)));
	return [
		{key: 'id', header: isFile ? 'Line' : 'ID', width: id, align: 'right'},
		{key: 'who', header: 'Who', width: who},
		...(hasColumns ? [{key: 'column', header: 'Column', width: column}] : []),
		{key: 'change', header: 'Before → after', width: Math.max(10, room - who)},
		...(hasNotes ? [{key: 'note', header: 'Note', width: note}] : []),
	];
}
