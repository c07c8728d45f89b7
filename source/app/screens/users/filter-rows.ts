import type {Model} from '../../model.ts';
import {textField} from '../../text-field-state.ts';
import {inView} from './grid-layout.ts';
import {arrangeRows, followCursor, type GridState} from './users-state.ts';

/** Opens the line in which the filter is typed. */
export function openFilter(model: Model): Model {
	const {grid} = model;
	return {...model, grid: {...grid, filterEditor: {field: textField(grid.filter), before: grid}}};
}

/** Shows the users that match what is being typed, with the cursor on the one nearest to where it was before. */
export function applyFilter(model: Model, filter: string): Model {
	const {grid, sheet} = model;
	const start = grid.filterEditor?.before ?? grid;
	const before = start.unfiltered?.before ?? start;
	const rows = arrangeRows(sheet, filter, grid.sort);
	const hit = findNearest(before.rows, start.rows[start.cursor.row], rows);
	const found = {...grid, filter, rows, unfiltered: {before, hit}};
	if (filter.trim() === '' && start === before) return inView({...model, grid: backTo(found, before)});
	const row = hit === undefined ? 0 : Math.max(0, rows.indexOf(hit));
	return inView({...model, grid: {...found, top: 0, cursor: {...grid.cursor, row}}});
}

/** Leaves the line, with the filter that was typed, or with the grid as it was when the line was opened. */
export function closeFilter(model: Model, keep: boolean): Model {
	const {filterEditor, unfiltered: _, ...grid} = model.grid;
	if (filterEditor === undefined) return model;
	const {before} = filterEditor;
	const {filter, unfiltered} = keep ? model.grid : before;
	const isBlank = filter.trim() === '';
	const kept = {
		...grid,
		filter: isBlank ? '' : filter,
		...(isBlank || unfiltered === undefined ? {} : {unfiltered}),
	};
	if (keep) return {...model, grid: kept};
	return inView({
		...model,
		grid: backTo({...kept, rows: arrangeRows(model.sheet, filter, grid.sort)}, before),
	});
}

/**
 * Everybody again. The cursor goes back to the row where it was before the filter, unless it was moved to another one since:
 * then it stays on that user.
 */
export function clearFilter(model: Model): Model {
	const {unfiltered, ...grid} = model.grid;
	const all = {...grid, filter: '', rows: arrangeRows(model.sheet, '', grid.sort)};
	const isMoved = unfiltered === undefined || grid.rows[grid.cursor.row] !== unfiltered.hit;
	return inView({...model, grid: isMoved ? followCursor(all, grid) : backTo(all, unfiltered.before)});
}

/** The cursor on the user that it was on before, on the same line of the screen. */
function backTo(grid: GridState, before: GridState): GridState {
	const back = followCursor({...grid, cursor: {...grid.cursor, row: before.cursor.row}}, before);
	return {...back, top: Math.max(0, before.top + back.cursor.row - before.cursor.row)};
}

/** The one of the hits that is the fewest rows away from a user, downwards where two are; undefined when none of them is there. */
function findNearest(
	rows: readonly number[],
	from: number | undefined,
	hits: readonly number[],
): number | undefined {
	if (hits.length === 0) return undefined;
	const start = from === undefined ? 0 : Math.max(0, rows.indexOf(from));
	const isHit = new Set<number | undefined>(hits);
	for (let distance = 0; distance < rows.length; distance += 1) {
		const [below, above] = [rows[start + distance], rows[start - distance]];
		if (isHit.has(below)) return below;
		if (isHit.has(above)) return above;
	}
	return undefined;
}
