import type {QueryProblem} from '../../domain/query/compile-query.ts';
import type {TextFieldState} from '../text-field-state.ts';

/** What a row is known by, whatever place it has: the ID of a user, the revision of a change, the place of a line. */
export type RowId = number;

/** An order of rows: by the values of a column, and the direction. What is equal in the first of several is sorted by the next. */
export type Sort = {readonly key: string; readonly descending: boolean};

/** Where a range begins: it reaches from here to the cursor. */
export type Anchor = {
	/** `all` where the range has every row shown. */
	readonly row: RowId | 'all';
	/** The key of a column. */
	readonly column: string;
	/** Whether moving without Shift extends the range, too. */
	readonly isOpen: boolean;
};

/** What the values of a list are like, by column. */
export type Measured = {
	/** Columns in which some row has a value. */
	readonly filled: ReadonlySet<string>;
	/** Terminal cells of the widest value. */
	readonly widths: ReadonlyMap<string, number>;
};

/** A column that is shown, and its terminal cells. */
export type ShownColumn = {readonly key: string; readonly frozen: boolean; readonly width: number};

/** The filter line while it is open. */
export type FilterEditor = {
	readonly field: TextFieldState;
	/** What Esc goes back to. */
	readonly before: TableState;
	/** Why what is typed cannot be followed: then the rows are still those of the last filter that could. */
	readonly problem: QueryProblem | undefined;
};

/** The rows for another filter and order, while they are worked out. */
export type Arranging = {
	readonly filter: string;
	readonly sort: readonly Sort[];
	/** Where the filter was typed, the list as it was before: the cursor goes to the hit nearest to where it was there. */
	readonly typedOver: TableState | undefined;
	/** The rows shown meanwhile: when others change them the work begins again. */
	readonly shown: readonly RowId[];
};

/** What any list remembers between two keys. */
export type TableState = {
	/** The rows shown, top to bottom. Edits leave the order alone: nothing jumps under the cursor. */
	readonly rows: readonly RowId[];
	/** Places among the rows and among the columns; row -1 where none is chosen. */
	readonly cursor: {readonly row: number; readonly column: number};
	/** Kept when others change rows; a move, a filter or another order ends the range. */
	readonly anchor: Anchor | undefined;
	/** First row drawn. */
	readonly top: number;
	/** First scrolling column drawn, as a place among the columns. */
	readonly left: number;
	/** The columns that the places above mean; all in their own order before they were first arranged. */
	readonly shown: readonly ShownColumn[] | undefined;
	readonly measured: Measured | undefined;
	readonly sort: readonly Sort[];
	/** What the shown rows are found by (rules.md 3.21); '' shows all. */
	readonly filter: string;
	readonly filterEditor: FilterEditor | undefined;
	readonly arranging: Arranging | undefined;
	/** While there is a filter: the table before, and the row that the filter has put the cursor on. */
	readonly unfiltered: {readonly before: TableState; readonly hit: RowId | undefined} | undefined;
	/** The column where the first of several Tabs began, and the cell that the last one has led to. */
	readonly tabRun: {readonly column: number; readonly at: string} | undefined;
	/** Marked rows: marks survive sorting and filtering. */
	readonly marks: ReadonlySet<RowId>;
};

/** A list that shows these rows, with the cursor on one of them. */
export function openTable(rows: readonly RowId[], cursor: Partial<TableState['cursor']> = {}): TableState {
	return {
		rows,
		cursor: {row: 0, column: 0, ...cursor},
		anchor: undefined,
		top: 0,
		left: 0,
		shown: undefined,
		measured: undefined,
		sort: [],
		filter: '',
		filterEditor: undefined,
		arranging: undefined,
		unfiltered: undefined,
		tabRun: undefined,
		marks: new Set(),
	};
}

/** The places from 0 on: the rows of a list whose rows are known by nothing else. */
export function placesOf(length: number): readonly RowId[] {
	const places: number[] = [];
	for (let place = 0; place < length; place += 1) places.push(place);
	return places;
}

/** The row under the cursor, or undefined where there is none. */
export function cursorRow({rows, cursor}: TableState): RowId | undefined {
	return rows[cursor.row];
}
