import type {QueryTable} from '../../domain/query/query-table.ts';
import type {Model} from '../model.ts';
import type {TextFieldState} from '../text-field-state.ts';
import type {Measured, RowId, TableState} from './table-state.ts';

/** A column of a list. */
export type Column = {
	readonly key: string;
	readonly header: string;
	/** What texts call it, where the header is short. */
	readonly name?: string;
	/** Terminal cells that it would like to have; where its values are measured, the most that it has. */
	readonly width: number;
	/** Hidden as long as no row has a value in it. */
	readonly isOptional?: boolean;
	/** Stays at the left while the other columns scroll. */
	readonly frozen?: boolean;
	/** Numbers stand at the right; a frozen column of them never gives way. */
	readonly align?: 'right';
};

/** Columns that one looks at together. */
export type Preset = {readonly name: string; readonly keys: readonly string[]};

/** Columns that a person may hide, move and widen. */
type Arranged = {
	/** The list by which the choices of a person are kept. */
	readonly name: string;
	/** Every column that there is, in the order in which they come by themselves. */
	readonly all: readonly Column[];
	readonly presets?: readonly Preset[];
	/** Whether a line has room for all of them: what one does not need goes to others. */
	readonly fillsLine?: boolean;
	/** Looks at the values, as far as they have changed since it looked last. */
	measure?(before: Measured | undefined): Measured;
};

/** What a cell says by more than its text. Whatever a tone says is said by a character, too. */
export type Tone = 'plain' | 'quiet' | 'new' | 'changed' | 'good' | 'warning' | 'bad' | 'read-only';

/** A cell as it is shown. */
export type Cell = {readonly text: string; readonly tone?: Tone};

/** What the rows of a list are, for all lists of a kind: these functions never change, so that unchanged rows are not drawn again. */
export type TableKind<Row, Context> = {
	/** What one row and several are called, in lower case. */
	readonly noun: {readonly one: string; readonly many: string};
	/** What a row's number is called: "ID". */
	readonly numbered: string;
	/** The text by which rows are sorted: never one that is masked. */
	valueOf(row: Row, key: string, context: Context): string;
	/** What is shown, at most `width` cells of it, where it is not the value. */
	cellOf?(row: Row, key: string, context: Context, width: number): Cell;
	/** Whether the values of a column may not be seen: `hidden`, or `shown` for the moment. What is hidden is not copied. */
	secrecyOf?(key: string, context: Context): 'hidden' | 'shown' | undefined;
	/** A sign at the left of a row that is not marked; one terminal cell. */
	signOf?(row: Row, context: Context): string;
	/** How a line names a row. */
	nameOf(row: Row, context: Context): string;
};

/** A cell that is being edited. */
export type OpenCell = {
	readonly field: TextFieldState;
	readonly masked: boolean;
	/** By typing (arrows commit and move), or by a key (arrows move the caret): Excel's rule. */
	readonly openedBy: 'typing' | 'key';
};

/** A list as its screen tells of it at this moment: everything that moving, filtering, sorting and drawing have to know. */
export type Table<Row = unknown, Context = unknown> = {
	readonly kind: TableKind<Row, Context>;
	/** What its rows hang on beside themselves; the same object as long as nothing of it changes. */
	readonly context: Context;
	readonly state: TableState;
	/** Those that are shown, left to right. */
	readonly columns: readonly Column[];
	readonly arranged?: Arranged;
	/** Terminal cells of a line, and lines for rows. */
	readonly size: {readonly columns: number; readonly rows: number};
	/** `row` where a whole line is chosen, and no cell of it. */
	readonly cursor: 'cell' | 'row';
	/** The cell under the cursor while it is being edited. */
	readonly editing?: OpenCell | undefined;
	/** Whether the cursor can go above the first row, to a line of text there. */
	readonly isOpenAbove?: boolean;
	/** Whether something is wrong with a row. It is asked for each row that is drawn. */
	hasProblem?(row: Row): boolean;
	/** Why there is no row, in a sentence, and what to do. */
	readonly emptyText: string;
	/** How many rows there are without a filter: every frame asks. */
	readonly rowCount: number;
	/** All rows in their own order, without a filter: a new list each time. */
	rowIds(): readonly RowId[];
	rowOf(id: RowId): Row | undefined;
	/** What a filter may ask of its rows; absent where there is no filter. */
	query?(): QueryTable<RowId>;
	/** The model with the list in another state. */
	keep(state: TableState): Model;
};
