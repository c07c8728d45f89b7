import type {Column, Table} from './table.ts';
import type {TableState} from './table-state.ts';

/** Cells at the left of each row for cursor and sign. */
export const gutterWidth = 2;
/** Cells between columns. */
export const columnGap = 1;
/** Cells that a narrow terminal keeps free for a column that scrolls, and the fewest that a column which does not is left with. */
const leastScrolling = 12;
const mostScrolling = 46;
const scrollingRoom = (room: number): number =>
	Math.max(leastScrolling, Math.min(mostScrolling, Math.floor(room * 1.2) - 50));
const narrowestFrozen = 8;
/** A column with less room than this, or than it wants, is not drawn. */
const leastShown = 8;
/** The last column of a list may have more than it wants, as far as these. */
const widestLast = 20;

/** A column as drawn: where it starts and how wide it is, in cells. */
export type DrawnColumn = Column & {
	/** Place among all columns. */
	readonly index: number;
	readonly start: number;
};

/** How many columns stay at the left: of those that are to, as many as leave room for one that scrolls. */
export function countFrozen(columns: readonly Column[], room: number): number {
	let taken = gutterWidth + leastScrolling;
	const scrolls = columns.findIndex((column) => {
		taken += leastWidth(column) + columnGap;
		return column.frozen !== true || taken > room;
	});
	return scrolls < 0 ? columns.length : scrolls;
}

/** How narrow a column that stays at the left can get. */
function leastWidth({width, align}: Column): number {
	return align === 'right' ? width : Math.min(width, narrowestFrozen);
}

/** What was laid out last for some columns: every row is drawn from the same array until it is another one. */
const laidOut = new WeakMap<
	readonly Column[],
	{readonly room: number; readonly left: number; readonly drawn: readonly DrawnColumn[]}
>();

/** The columns that fit beside each other: the frozen ones, then the scrolling ones from `left` on; the last may be cut. */
export function drawnColumns(columns: readonly Column[], room: number, left: number): readonly DrawnColumn[] {
	const known = laidOut.get(columns);
	if (known?.room === room && known.left === left) return known.drawn;
	const drawn = layOutColumns(columns, room, left);
	laidOut.set(columns, {room, left, drawn});
	return drawn;
}

function layOutColumns(columns: readonly Column[], room: number, left: number): readonly DrawnColumn[] {
	const drawn: DrawnColumn[] = [];
	const frozen = columns.slice(0, countFrozen(columns, room));
	let start = gutterWidth;
	for (const [index, column] of columns.entries()) {
		const isFrozen = index < frozen.length;
		if (!isFrozen && index < left) continue;
		const free = room - start;
		if (free < Math.min(column.width, leastShown)) break;
		const wanted = isFrozen ? frozenWidth(column, frozen, columns, room) : column.width;
		const width = Math.min(wanted, free);
		drawn.push({...column, index, start, width});
		start += width + columnGap;
	}
	const last = drawn.at(-1);
	if (last?.index !== columns.length - 1) return drawn;
	return drawn.with(-1, {...last, width: Math.min(room - last.start, Math.max(last.width, widestLast))});
}

/** What is left of a column that gives some of its cells. */
function narrowed(column: Column, given: number): number {
	return Math.max(leastWidth(column), column.width - given);
}

/** How wide a column that stays at the left is: texts give way in a narrow terminal, so that the cursor is seen beside them. */
function frozenWidth(
	column: Column,
	frozen: readonly Column[],
	columns: readonly Column[],
	room: number,
): number {
	const widthOf = (some: readonly Column[], given = 0): number =>
		some.reduce((sum, one) => sum + narrowed(one, given) + columnGap, gutterWidth);
	const lacking = Math.max(0, Math.min(widthOf(frozen) + scrollingRoom(room), widthOf(columns)) - room);
	const wanted = widthOf(frozen) - lacking;
	// All give the same; what one cannot give, the others do.
	let given = 0;
	while (given < room && widthOf(frozen, given) > wanted) given += 1;
	return narrowed(column, given);
}

/** How many columns lie beyond the right edge. */
export function hiddenAtRight({columns}: Table, drawn: readonly DrawnColumn[]): number {
	return columns.length - 1 - (drawn.at(-1)?.index ?? 0);
}

/** The list scrolled as little as it takes to have the cursor in view, with its column whole where it can be. */
export function keepCursorInView({state, columns, size}: Table): TableState {
	const {row, column} = state.cursor;
	const lastTop = Math.max(0, state.rows.length - size.rows);
	const top = Math.max(
		0,
		Math.min(lastTop, row < state.top ? row : row >= state.top + size.rows ? row - size.rows + 1 : state.top),
	);
	const frozen = countFrozen(columns, size.columns);
	let left = Math.max(state.left, frozen);
	if (column >= frozen) {
		left = Math.min(left, column);
		while (left < column && !isWhole(columns, size.columns, left, column)) left += 1;
	}
	return top === state.top && left === state.left ? state : {...state, top, left};
}

function isWhole(columns: readonly Column[], room: number, left: number, index: number): boolean {
	const column = drawnColumns(columns, room, left).find((drawn) => drawn.index === index);
	return column !== undefined && column.width >= (columns[index]?.width ?? 0);
}
