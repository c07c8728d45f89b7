import type {Change} from '../../../domain/change.ts';
import {compileFilter, searchText} from '../../../domain/compare-text.ts';
import {type FieldKey, isMasked, type ScreenField} from '../../../domain/field.ts';
import {gridFields} from '../../../domain/field-lists.ts';
import type {Finding} from '../../../domain/problem.ts';
import {findUser, type Sheet} from '../../../domain/sheet.ts';
import {cellValue, type User} from '../../../domain/user.ts';
import type {TextFieldState} from '../../text-field-state.ts';
import {atEnd, withoutUsers, withUsers} from './follow-rows.ts';

/** A cell being edited. */
export type CellEditor = {
	readonly id: number;
	readonly key: FieldKey;
	readonly field: TextFieldState;
	/** Opened by typing (arrows commit and move) or by F2 or Enter (arrows move the caret): Excel's rule. */
	readonly openedBy: 'typing' | 'key';
	/** The value when the cell was opened: another one now is somebody else's. */
	readonly before: string;
	/** Why the value was refused at the last commit. */
	readonly problem?: Finding;
};

/** The order of the rows: a column of the grid, and the direction. */
export type Sort = {readonly field: ScreenField; readonly descending: boolean};

/** What the grid shows of the sheet, and where the cursor stands in it. */
export type GridState = {
	readonly name: 'users';
	/** IDs of the users shown, top to bottom. Edits leave the order alone: nothing jumps under the cursor. */
	readonly rows: readonly number[];
	/** Positions in `rows` and in `gridFields`. */
	readonly cursor: {readonly row: number; readonly column: number};
	/** First row drawn. */
	readonly top: number;
	/** First scrolling column drawn, as a position in `gridFields`. */
	readonly left: number;
	readonly sort?: Sort;
	readonly filter: string;
	/** The filter line while it is open, and what to go back to. */
	readonly filterEditor?: {readonly field: TextFieldState; readonly before: GridState};
	/** While there is a filter: the grid before, and the user whom the filter has put the cursor on. */
	readonly unfiltered?: {readonly before: GridState; readonly hit: number | undefined};
	/** The column where the first of several Tabs began, and the cell that the last one has led to. */
	readonly tabRun?: {readonly column: number; readonly at: string};
	/** Marked users, by ID: marks survive sorting and filtering. */
	readonly marks: ReadonlySet<number>;
	readonly editor?: CellEditor;
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly users: GridState;
	}
}

/** How many columns stay at the left. */
export const frozenCount = gridFields.filter((field) => field.frozen).length;

/** A grid that shows the whole sheet by ID, with the cursor on the first cell that can be edited. */
export function initialGrid(sheet: Sheet): GridState {
	return {
		name: 'users',
		rows: sheet.users.map((user) => user.id),
		cursor: {row: 0, column: 1},
		top: 0,
		left: frozenCount,
		filter: '',
		marks: new Set(),
	};
}

/** The user under the cursor. */
export function cursorUser(grid: GridState, sheet: Sheet): User | undefined {
	const id = grid.rows[grid.cursor.row];
	return id === undefined ? undefined : findUser(sheet, id);
}

/** The field under the cursor. */
export function cursorField(grid: GridState): ScreenField {
	const field = gridFields[grid.cursor.column];
	if (field === undefined) throw new Error(`No column ${grid.cursor.column}`);
	return field;
}

/** The rows for a filter and an order, from scratch. */
export function arrangeRows(sheet: Sheet, filter: string, sort: Sort | undefined): readonly number[] {
	const matches = compileFilter(filter);
	const found =
		matches === undefined ? sheet.users : sheet.users.filter((user) => matches(searchedText(user)));
	return (sort === undefined ? found : sortUsers(found, sort, sheet)).map((user) => user.id);
}

/**
 * The rows after a change: those removed go, those added come at the end, and nothing else moves. The cursor stays on its
 * line of the screen: who calls has to see that there are rows around it still.
 */
export function followChange(grid: GridState, change: Change): GridState {
	if (change.added.length === 0 && change.removed.length === 0) return grid;
	const {added, removed} = change;
	const marks = grid.marks.size === 0 ? grid.marks : new Set(withoutUsers([...grid.marks], removed));
	const kept = withoutUsers(grid.rows, removed);
	const isInOrder = grid.sort === undefined && grid.filter === '';
	const rows = isInOrder ? withUsers(kept, added) : atEnd(kept, added);
	const followed = followCursor({...grid, rows, marks}, grid);
	return {...followed, top: Math.max(0, grid.top + followed.cursor.row - grid.cursor.row)};
}

/** The cursor on the user it was on before the rows changed, or as near as can be. */
export function followCursor(grid: GridState, before: GridState): GridState {
	const id = before.rows[before.cursor.row];
	const found =
		id === undefined || grid.rows[before.cursor.row] === id ? before.cursor.row : grid.rows.indexOf(id);
	const row = found < 0 ? before.cursor.row : found;
	return {...grid, cursor: {...grid.cursor, row: Math.max(0, Math.min(row, grid.rows.length - 1))}};
}

/** The users that an action on many is for, by ID (rules.md 3.20): the marked ones, or else the one under the cursor. */
export function targetIds({marks, rows, cursor}: GridState): readonly number[] {
	if (marks.size > 0) return [...marks].sort((a, b) => a - b);
	const id = rows[cursor.row];
	return id === undefined ? [] : [id];
}

const searchedTexts = new WeakMap<User, string>();
const searchable = gridFields.filter((field) => field.role !== 'derived' && !isMasked(field));

/** Everything of a user that may be searched, never a secret or a PIN, in the form in which filters compare. */
function searchedText(user: User): string {
	const known = searchedTexts.get(user);
	if (known !== undefined) return known;
	const text = searchText(searchable.map((field) => cellValue(user, field, [])).join('\n'));
	searchedTexts.set(user, text);
	return text;
}

const collator = new Intl.Collator('en', {numeric: true, sensitivity: 'base'});

function sortUsers(users: readonly User[], sort: Sort, sheet: Sheet): readonly User[] {
	const sign = sort.descending ? -1 : 1;
	const keyed = users.map((user) => ({user, value: cellValue(user, sort.field, sheet.profiles)}));
	const compare = sort.field.key === 'id' ? (a: User, b: User) => a.id - b.id : undefined;
	if (compare !== undefined) return users.toSorted((a, b) => sign * compare(a, b));
	keyed.sort((a, b) => {
		if (a.value === '' || b.value === '') return Number(a.value === '') - Number(b.value === '');
		return sign * collator.compare(a.value, b.value);
	});
	return keyed.map(({user}) => user);
}
