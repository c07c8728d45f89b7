import type {Model} from '../model.ts';
import {settleColumns} from './arrange-columns.ts';
import {chooseColumn, completeView} from './column-view.ts';
import type {Table} from './table.ts';

/** The model with the cursor on a column of the list, which is shown for that where it is hidden. */
export function goToColumn(model: Model, table: Table, key: string): Model {
	const {arranged} = table;
	const isShown = table.columns.some((column) => column.key === key);
	if (arranged === undefined || isShown) return placeOnColumn(model, table, key);
	const view = completeView(arranged.all, model.columnViews[arranged.name]);
	const columnViews = {...model.columnViews, [arranged.name]: chooseColumn(view, key, {show: 'always'})};
	return {...placeOnColumn(model, settleColumns(table, columnViews), key), columnViews};
}

function placeOnColumn(model: Model, {columns, state, keep}: Table, key: string): Model {
	const column = columns.findIndex((one) => one.key === key);
	return column < 0 ? model : keep({...state, cursor: {...state.cursor, column}, anchor: undefined});
}
