import {fieldKeys} from '../../domain/field.ts';
import type {Model} from '../model.ts';
import type {UndoMessage} from '../saving/saving-messages.ts';
import {updateUndo} from '../saving/undo-change.ts';
import {cursorField} from '../screens/users/users-state.ts';
import {usersTable} from '../screens/users/users-table.ts';
import type {Step} from '../step.ts';
import {goToColumn} from '../table/go-to-column.ts';

/** Undo and redo; the cursor, which they put on the first user who changes, goes to a cell of that user that changes. */
export function undoAndShow(model: Model, message: UndoMessage): Step {
	const [next, effects] = updateUndo(model, message);
	const made = next.pending.length > model.pending.length ? next.pending.at(-1) : undefined;
	const cells = made?.change.updated[0]?.cells ?? {};
	const keys = fieldKeys.filter((key) => cells[key] !== undefined);
	const [key] = keys;
	const under = cursorField(next.grid).key;
	if (key === undefined || keys.some((one) => one === under)) return [next, effects];
	return [goToColumn(next, usersTable(next.grid, next), key), effects];
}
