import type {Arranging, RowId, TableState} from './table-state.ts';

/** The list with the rows that were worked out, and its cursor where the person looks for it. */
export function placeRows<State extends TableState>(
	state: State,
	{filter, sort, typedOver}: Arranging,
	rows: readonly RowId[],
): State {
	const arranged = {...state, filter, sort, rows, arranging: undefined, anchor: undefined};
	if (typedOver !== undefined) return endBlankFilter(placeHit(arranged, typedOver));
	const {unfiltered} = state;
	if (filter !== '' || unfiltered === undefined) return followCursor(arranged, state);
	const isMoved = state.rows[state.cursor.row] !== unfiltered.hit;
	const all = {...arranged, unfiltered: undefined};
	return isMoved ? followCursor(all, state) : backTo(all, unfiltered.before);
}

/** Rows that match what was typed, with the cursor on the one nearest to where it was before. */
function placeHit<State extends TableState>(state: State, start: TableState): State {
	const before = start.unfiltered?.before ?? start;
	const hit = findNearest(before.rows, start.rows[start.cursor.row], state.rows);
	const found = {...state, unfiltered: {before, hit}};
	if (state.filter.trim() === '' && start === before) return backTo(found, before);
	const row = hit === undefined ? 0 : Math.max(0, state.rows.indexOf(hit));
	return {...found, top: 0, cursor: {...state.cursor, row}};
}

/** A filter of nothing is none, once it is no longer typed. */
export function endBlankFilter<State extends TableState>(state: State): State {
	if (state.filterEditor !== undefined || state.filter.trim() !== '') return state;
	return {...state, filter: '', unfiltered: undefined};
}

/** The cursor on the row it was on before the rows changed, or as near as can be. */
export function followCursor<State extends TableState>(state: State, before: TableState): State {
	const id = before.rows[before.cursor.row];
	const found =
		id === undefined || state.rows[before.cursor.row] === id ? before.cursor.row : state.rows.indexOf(id);
	const row = found < 0 ? before.cursor.row : found;
	return {...state, cursor: {...state.cursor, row: Math.max(0, Math.min(row, state.rows.length - 1))}};
}

/** The cursor on the row that it was on before, on the same line of the screen. */
export function backTo<State extends TableState>(state: State, before: TableState): State {
	const back = followCursor({...state, cursor: {...state.cursor, row: before.cursor.row}}, before);
	return {...back, top: Math.max(0, before.top + back.cursor.row - before.cursor.row)};
}

/** Rows away within which each row is looked for among the hits: where there are many, one is near, and a set of them takes far longer to make. */
const closeBy = 16;

/** The one of the hits that is the fewest rows away from a row, downwards where two are; undefined when none of them is there. */
function findNearest(
	rows: readonly RowId[],
	from: RowId | undefined,
	hits: readonly RowId[],
): RowId | undefined {
	if (hits.length === 0) return undefined;
	const start = from === undefined ? 0 : Math.max(0, rows.indexOf(from));
	let isHit = (row: RowId) => hits.includes(row);
	for (let distance = 0; distance < rows.length; distance += 1) {
		if (distance === closeBy) {
			const known = new Set(hits);
			isHit = (row) => known.has(row);
		}
		const [below, above] = [rows[start + distance], rows[start - distance]];
		if (below !== undefined && isHit(below)) return below;
		if (above !== undefined && isHit(above)) return above;
	}
	return undefined;
}
