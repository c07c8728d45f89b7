import {writeBlock} from '../../csv/write-block.ts';
import {count} from '../../domain/problem.ts';
import {type Model, withNotice} from '../model.ts';
import type {Step} from '../step.ts';
import {rangeOf} from './range.ts';
import {scopeOf} from './scope.ts';
import type {Column, Table} from './table.ts';
import type {RowId} from './table-state.ts';

/** More values than that take a file: a clipboard holds them badly, and they would hold up the keys. */
const mostCopied = 50_000;

/** Wider than any value is shown: nothing is cut. */
const unlimited = 1_000_000;

/** Copies the cells of the range, or the marked rows, or what is under the cursor. */
export function copyScope(model: Model, table: Table): Step {
	const {by, rows, columns} = scopeOf(table);
	const isCell = by === 'range' || (by === 'row' && table.cursor === 'cell');
	return copyRows(model, table, rows, isCell ? columns : table.columns);
}

/**
 * Copies cells, to be pasted in usersheet and, as far as the terminal can do that, elsewhere. What is hidden on the screen is not
 * copied, and that is said, as well as when PINs are among what is (rules.md 3.19).
 */
export function copyRows(
	model: Model,
	table: Table,
	ids: readonly RowId[],
	columns: readonly Column[],
): Step {
	const {kind, context, rowOf} = table;
	const refuse = (text: string): Step => [withNotice(model, text, 'bad'), []];
	if (ids.length * columns.length > mostCopied)
		return refuse(`At most ${mostCopied.toLocaleString('en-US')} values can be copied at once.`);
	const secrecies = columns.map(({key}) => kind.secrecyOf?.(key, context));
	const named = (secrecy: 'hidden' | 'shown') =>
		columns.filter((_, place) => secrecies[place] === secrecy).map(({name, header}) => name ?? header);
	const [hidden, shown] = [named('hidden'), named('shown')];
	if (ids.length === 0) return refuse(table.emptyText);
	if (hidden.length === columns.length) return refuse(`${hidden.join(', ')}: what is hidden is not copied.`);
	const rows = ids.flatMap((id) => {
		const row = rowOf(id);
		if (row === undefined) return [];
		return [
			columns.map(({key}, place) => {
				if (secrecies[place] === 'hidden') return undefined;
				return kind.cellOf?.(row, key, context, unlimited).text ?? kind.valueOf(row, key, context);
			}),
		];
	});
	const text = writeBlock(rows.map((cells) => cells.filter((value) => value !== undefined)));
	const said = [
		`Copied ${count(rows.length, kind.noun.one, kind.noun.many)} × ${count(columns.length - hidden.length, 'column')}.`,
		...(hidden.length === 0 ? [] : [`Without ${hidden.join(', ')}, which is hidden.`]),
		...(shown.length === 0 ? [] : ['PINs are among them, and stay on the clipboard.']),
	];
	const copied = withNotice({...model, clipboard: {rows, cut: undefined}}, said.join(' '), 'good');
	return [copied, [{type: 'clipboard/copy', text}]];
}

/** Whether several cells or rows are chosen: then what copies elsewhere cancels does so here. */
export function isChosen(table: Table | undefined): boolean {
	return table !== undefined && (table.state.marks.size > 0 || rangeOf(table) !== undefined);
}
