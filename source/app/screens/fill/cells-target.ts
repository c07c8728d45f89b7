import {findUser, type Sheet} from '../../../domain/sheet.ts';
import {fullName, type User} from '../../../domain/user.ts';
import type {Work} from '../../../domain/work.ts';
import type {CommandId} from '../../keymap/keymap.ts';
import type {Model} from '../../model.ts';
import {type Scope, scopeOf} from '../../table/scope.ts';
import type {Table} from '../../table/table.ts';
import {fileCells} from '../import/fix/file-cells.ts';
import {describeScope, type Targets} from '../users/describe-targets.ts';
import {usersTable} from '../users/users-table.ts';

/** The list of which many cells are changed: the users, or the rows of a file in the preview of an import. */
export type CellsTarget = {
	/** Its rows are known by the IDs, and its columns by the fields, of the users in its sheet. */
	readonly table: Table;
	readonly userOf: (id: number) => User | undefined;
	/** The users of all rows. */
	readonly readSheet: () => Work<Sheet>;
	/** Whether that takes no longer than between two key presses. */
	readonly isQuick: boolean;
	/** Whether the rows are those of a file: each as its cells say, known by its line. */
	readonly isFile: boolean;
	/** What takes a change back. */
	readonly undo: CommandId;
};

/** The list that has the keys, or that is below a question or a form. */
export function cellsTarget(model: Model): CellsTarget {
	const file = fileCells(model);
	if (file !== undefined) return file;
	const {grid, sheet} = model;
	return {
		table: usersTable(grid, model),
		userOf: (id) => findUser(sheet, id),
		*readSheet() {
			yield {done: sheet.users.length, total: sheet.users.length};
			return sheet;
		},
		isQuick: true,
		isFile: false,
		undo: 'change.undo',
	};
}

/** What {@link scopeOf} says of it; a row that several lines are about is there once. */
export function targetScope({table}: CellsTarget): Scope {
	const scope = scopeOf(table);
	return {...scope, rows: [...new Set(scope.rows)]};
}

/** Its rows that an action is for, and how a question names them. */
export function describeCells(target: CellsTarget): Targets {
	return describeScope(target.table, (id) => {
		if (target.isFile) return `line ${id}`;
		const user = target.userOf(id);
		return user === undefined ? undefined : `${fullName(user)} (ID ${id})`;
	});
}
