import {textWidth} from '../../terminal/text/text-width.ts';
import type {ColumnView} from '../column-choice.ts';
import {completeView} from './column-view.ts';
import {shareRoom} from './share-room.ts';
import type {Column, Table} from './table.ts';
import {columnGap, gutterWidth} from './table-layout.ts';
import type {Measured, ShownColumn, TableState} from './table-state.ts';

const found = new WeakMap<
	readonly ShownColumn[],
	{readonly all: readonly Column[]; readonly columns: readonly Column[]}
>();

/** Cells that a column has at least: two that are seen beside the brackets of a plain terminal. */
const least = 4;
/** Cells behind a header for the sign of an order. */
const signSpace = 2;
/** A column of long values has three eighths of a line at most, but so many cells in any case. */
const leastOfLong = 20;
/** Cells that a number has before it. */
const numberSpace = 2;

/** The columns of a list as they were arranged last; all in their own order before that. The same array each time. */
export function shownColumns(all: readonly Column[], {shown}: TableState): readonly Column[] {
	if (shown === undefined) return all;
	const known = found.get(shown);
	if (known?.all === all) return known.columns;
	const columns = shown.flatMap(({key, frozen, width}) => {
		const column = all.find((one) => one.key === key);
		return column === undefined ? [] : [{...column, frozen, width}];
	});
	found.set(shown, {all, columns});
	return columns;
}

/**
 * The list with its columns as the person and the values have them now. This is the one place where they change: the cursor
 * stays on its column, or on the one that takes its place.
 */
export function settleColumns(table: Table, views: Readonly<Record<string, ColumnView>>): Table {
	const {state, arranged} = table;
	if (arranged === undefined) return table;
	const measured = arranged.measure?.(state.measured);
	const shown = arrangeColumns(table, views[arranged.name], measured);
	if (isSameColumns(shown, state.shown))
		return measured === state.measured ? table : {...table, state: {...state, measured}};
	const before = state.shown ?? arranged.all;
	const follow = (place: number): number => {
		const moved = shown.findIndex(({key}) => key === before[place]?.key);
		return moved < 0 ? Math.max(0, Math.min(place, shown.length - 1)) : moved;
	};
	const next = {
		...state,
		measured,
		shown,
		cursor: {...state.cursor, column: follow(state.cursor.column)},
		left: follow(state.left),
		tabRun: undefined,
	};
	return {...table, state: next, columns: shownColumns(arranged.all, next)};
}

/** The columns that are shown, left to right. */
function arrangeColumns(
	{arranged, size}: Table,
	view: ColumnView | undefined,
	measured: Measured | undefined,
): readonly ShownColumn[] {
	const {all = [], fillsLine = false} = arranged ?? {};
	const shown = completeView(all, view).flatMap(({key, show, frozen, width}) => {
		const column = all.find((one) => one.key === key);
		if (column === undefined || show === 'never') return [];
		const isEmpty = column.isOptional === true && measured?.filled.has(key) === false;
		if (isEmpty && show === 'filled') return [];
		const wanted = width === 0 ? measuredWidth(column, measured) : width;
		const isMeasured = width === 0 && measured?.widths.has(key) === true;
		return [{key, frozen, wanted, share: width === 0 ? column.width : width, isMeasured}];
	});
	if (shown.length === 0) return all.slice(0, 1).map(({key, width}) => ({key, frozen: false, width}));
	const room = size.columns - gutterWidth - columnGap * (shown.length - 1);
	const most = Math.max(leastOfLong, Math.floor((size.columns * 3) / 8));
	const widths = fillsLine
		? shareRoom(shown, room)
		: shown.map(({wanted, share, isMeasured}) => Math.min(wanted, share, isMeasured ? most : share));
	return shown.map(({key, frozen}, place) => ({key, frozen, width: widths[place] ?? 0}));
}

/** How wide a column is by its values and its header; where they do not decide, as the list gives it. */
function measuredWidth({key, header, width, align}: Column, measured: Measured | undefined): number {
	const widest = measured?.widths.get(key);
	if (widest === undefined) return width;
	return Math.max(widest + (align === 'right' ? numberSpace : 0), textWidth(header) + signSpace, least);
}

function isSameColumns(a: readonly ShownColumn[], b: readonly ShownColumn[] | undefined): boolean {
	return (
		a.length === b?.length &&
		a.every(
			({key, frozen, width}, index) =>
				key === b[index]?.key && frozen === b[index].frozen && width === b[index].width,
		)
	);
}
