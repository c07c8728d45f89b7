import {isLongText} from '../../../domain/profiles/judge-profile.ts';
import {refuseReadOnly} from '../../commands/command.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, topScreen} from '../../model.ts';
import type {Step} from '../../step.ts';
import type {CellMessage} from '../../table/cell-messages.ts';
import {moveCursor} from '../../table/move-cursor.ts';
import type {Cells} from '../screen-kind.ts';
import {commitProfileCell, setProfileValue} from './keep-profile.ts';
import {cancelProfileCell, openProfileCell, profileUnderCursor} from './open-profile-cell.ts';
import {refuseNoUsers} from './profiles-commands.ts';
import {addedRow, type ProfilesState} from './profiles-state.ts';
import {profilesStateOf, profilesTable} from './profiles-table.ts';

/** The cells of the list of profiles; on a number of users, these are shown. */
export const profilesCells: Cells<ProfilesState> = {
	refuse: refuseProfileCell,
	update(model, screen, message, app) {
		const state = profilesStateOf(model) ?? screen;
		switch (message.type) {
			case 'cell/edit':
				return profileUnderCursor(state, model)?.field === undefined
					? app.update(model, {type: 'profiles/show-users'})
					: openProfileCell(model, state, message.typed);
			case 'cell/clear': {
				const {profile, field} = profileUnderCursor(state, model) ?? {};
				if (profile === undefined || field === undefined) return [model, []];
				return setProfileValue(model, profile.name, field.key, field.kind === 'switch' ? 'off' : '');
			}
			case 'cell/commit':
				return commitAndMove(model, state, message);
			case 'cell/cancel':
				return [cancelProfileCell(model, state), []];
		}
	},
};

function commitAndMove(
	model: Model,
	state: ProfilesState,
	move: Extract<CellMessage, {type: 'cell/commit'}>,
): Step {
	const [next, effects] = commitProfileCell(model, state);
	const after = profilesStateOf(next);
	// A new profile keeps the cursor, and so does what is asked about.
	const stays = state.editor?.row === addedRow && move.columns === 0;
	if (after?.editor !== undefined || topScreen(next)?.name !== 'profiles' || after === undefined || stays)
		return [next, effects];
	const table = profilesTable(after, next);
	return [table.keep(moveCursor(table, move, true)), effects];
}

function refuseProfileCell(screen: ProfilesState, model: Model, message: CellMessage): string | undefined {
	const {profile, field} = profileUnderCursor(screen, model) ?? {};
	if (profile === undefined) return profilesTable(screen, model).emptyText;
	const isOpening = message.type === 'cell/edit' && message.typed === undefined;
	if (field === undefined) return isOpening ? refuseNoUsers(model) : 'It is counted, and cannot be changed.';
	const readOnly = refuseReadOnly(model);
	if (readOnly !== undefined) return readOnly;
	if (message.type === 'cell/clear' && field.kind === 'name') return 'A profile needs a name.';
	if (message.type === 'cell/edit' && !isOpening && isLongText(field))
		return `It may have several lines: ${keyName(model, 'cell.edit')} opens it in your editor.`;
	return undefined;
}
