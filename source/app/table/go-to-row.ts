import {keyName} from '../keymap/keymap.ts';
import {type Model, withNotice} from '../model.ts';
import {placeCursor} from './move-cursor.ts';
import {withRange} from './range.ts';
import type {Table} from './table.ts';

/** The cursor on the row with this number, or where there is none on the row at this place, from 1; it says on which. */
export function goToRow(model: Model, table: Table, number: number): Model {
	const {kind, context, state} = table;
	const name = (id: number): string => {
		const row = table.rowOf(id);
		return row === undefined ? '' : kind.nameOf(row, context);
	};
	const goTo = (row: number): Model =>
		table.keep(withRange(table, placeCursor(table, row, state.cursor.column)));
	if (table.rowOf(number) !== undefined) {
		const text = `${kind.numbered} ${number}: ${name(number)}`;
		const row = state.rows.indexOf(number);
		return row < 0
			? withNotice(
					model,
					`${text}, hidden by the filter. ${keyName(model, 'table.clear')} takes it away.`,
					'bad',
				)
			: withNotice(goTo(row), `${text}.`, 'good');
	}
	const id = state.rows[number - 1];
	if (id === undefined)
		return withNotice(
			model,
			`There is neither ${article(kind.numbered)} ${kind.numbered} ${number} nor a row ${number}.`,
			'bad',
		);
	return withNotice(
		goTo(number - 1),
		`There is no ${kind.numbered} ${number}: this is row ${number}, ${name(id)} (${kind.numbered} ${id}).`,
	);
}

function article(word: string): string {
	return /^[AEIOU]/.test(word) ? 'an' : 'a';
}
