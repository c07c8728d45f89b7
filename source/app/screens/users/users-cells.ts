import {refuseReadOnly} from '../../commands/command.ts';
import type {Model} from '../../model.ts';
import {moveCursor} from '../../table/move-cursor.ts';
import type {Cells} from '../screen-kind.ts';
import {cancelCell, clearCell, commitCell, openCell} from './edit-cell.ts';
import {offerVimKeys} from './offer-vim-keys.ts';
import {openUser, refuseEditing, refuseEmpty} from './users-commands.ts';
import {isForMany} from './users-scope.ts';
import {cursorField, type UsersState} from './users-state.ts';
import {usersTable} from './users-table.ts';

/** The cells of the grid: on the ID, the user is opened in the form, and marks or a range are cleared together. */
export const usersCells: Cells<UsersState> = {
	refuse(_, model, message) {
		if (message.type === 'cell/clear' && isForMany(model)) return refuseReadOnly(model);
		return opensForm(model, message) ? refuseEmpty(model) : refuseEditing(model);
	},
	update(model, _, message, app) {
		switch (message.type) {
			case 'cell/edit':
				return opensForm(model, message)
					? app.update(model, openUser(model))
					: [openCell(model, message.typed), []];
			case 'cell/clear':
				return isForMany(model) ? app.update(model, {type: 'fill/clear'}) : clearCell(model);
			case 'cell/commit': {
				const [next, effects] = commitCell(model);
				if (next.grid.editor !== undefined) return [next, effects];
				const table = usersTable(next.grid, next);
				return offerVimKeys(model, [table.keep(moveCursor(table, message, true)), effects]);
			}
			case 'cell/cancel':
				return offerVimKeys(model, [cancelCell(model), []]);
		}
	},
};

function opensForm({grid}: Model, message: Parameters<Cells<UsersState>['refuse']>[2]): boolean {
	return message.type === 'cell/edit' && message.typed === undefined && cursorField(grid).role === 'id';
}
