import type {FieldKey, GridColumn} from '../../../domain/field.ts';
import {gridColumns} from '../../../domain/life-cycle/grid-columns.ts';
import type {Finding} from '../../../domain/problem.ts';
import {findUser, type Sheet} from '../../../domain/sheet.ts';
import type {User} from '../../../domain/user.ts';
import {shownColumns} from '../../table/arrange-columns.ts';
import type {OpenCell} from '../../table/table.ts';
import {cursorRow, openTable, type TableState} from '../../table/table-state.ts';
import type {TextFieldState} from '../../text-field-state.ts';

import {usersColumns} from './users-columns.ts';

/** A cell being edited. */
export type CellEditor = {
	readonly id: number;
	readonly key: FieldKey;
	readonly field: TextFieldState;
	readonly openedBy: OpenCell['openedBy'];
	/** The value when the cell was opened: another one now is that of another person. */
	readonly before: string;
	/** Why the value was refused at the last commit. */
	readonly problem?: Finding;
};

/** The list of all users, whose rows are known by ID and whose columns are the fields of the grid. */
export type UsersState = TableState & {
	readonly name: 'users';
	readonly editor: CellEditor | undefined;
	/** Whether the user under the cursor is shown at the right, where there is room. */
	readonly panel: boolean;
	/** The users of the last import, or of the change that was shown last from the history, by ID: see `showTouched`. */
	readonly touched: ReadonlySet<number>;
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly users: UsersState;
	}
}

/** The whole sheet by ID, with the cursor on the first cell that can be edited. */
export function initialUsers(sheet: Sheet): UsersState {
	return {
		name: 'users',
		editor: undefined,
		panel: false,
		touched: new Set(),
		...openTable(
			sheet.users.map((user) => user.id),
			{column: 1},
		),
	};
}

/** The user under the cursor. */
export function cursorUser(grid: UsersState, sheet: Sheet): User | undefined {
	const id = cursorRow(grid);
	return id === undefined ? undefined : findUser(sheet, id);
}

/** The field under the cursor. */
export function cursorField(grid: UsersState): GridColumn {
	const column = shownColumns(usersColumns(false), grid)[grid.cursor.column];
	const field = gridColumns.find(({key}) => key === column?.key);
	if (field === undefined) throw new Error(`No column ${grid.cursor.column}`);
	return field;
}
