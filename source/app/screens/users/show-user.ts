import type {FieldKey} from '../../../domain/field.ts';
import {gridFields} from '../../../domain/field-lists.ts';
import type {Size} from '../../size.ts';
import {keepCursorInView} from './grid-layout.ts';
import type {GridState} from './users-state.ts';

/** The cursor on a user, and on one of the fields if it is given, scrolled into view. */
export function showUser(grid: GridState, size: Size, id: number, key?: FieldKey): GridState {
	const row = grid.rows.indexOf(id);
	if (row < 0) return grid;
	const column = key === undefined ? grid.cursor.column : gridFields.findIndex((field) => field.key === key);
	return keepCursorInView({...grid, cursor: {row, column}}, size);
}
