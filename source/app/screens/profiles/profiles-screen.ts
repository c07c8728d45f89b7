import {putScreen} from '../../model.ts';
import {editOpenCell} from '../edit-open-cell.ts';
import type {KindOf} from '../screen-kind.ts';
import {takeEditedText} from './keep-profile.ts';
import {profilesCells} from './profiles-cells.ts';
import {profilesCommands} from './profiles-commands.ts';
import {profilesTable} from './profiles-table.ts';
import {updateProfiles} from './update-profiles.ts';

/** The deployment profiles (rules.md 1.3). */
export const profilesScreen: KindOf<'profiles'> = {
	layer: 'base',
	contexts: {profiles: {title: 'In the list of profiles', counts: true, inList: true, edits: true}},
	commands: profilesCommands,
	contextsOf({editor}, {undoing}) {
		if (undoing !== undefined) return ['undoing'];
		return editor === undefined ? ['profiles', 'table'] : ['cell', 'text'];
	},
	update: updateProfiles,
	table: profilesTable,
	cells: profilesCells,
	takeEdited: takeEditedText,
	editText: (model, screen, edit) => [
		putScreen(model, {...screen, editor: editOpenCell(screen.editor, edit)}),
		[],
	],
	// Any value of a user may be one that is deployed.
	afterCommit: (_, {sheet}) => [{type: 'profiles/count', sheet}],
	isWaiting: ({planning}, {undoing}) => planning !== undefined || undoing !== undefined,
	describeLoss: ({editor}) => (editor === undefined ? undefined : 'The value being edited is not saved.'),
};
