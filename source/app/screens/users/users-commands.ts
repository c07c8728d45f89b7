import {originTable} from '../../../domain/origin.ts';
import {numberOf} from '../../../domain/plan-hand-over.ts';
import {isReadOnly} from '../../../domain/user.ts';
import {type Command, firstReason, refuseReadOnly, refuseUnsaved} from '../../commands/command.ts';
import type {Message} from '../../message.ts';
import type {Model} from '../../model.ts';
import {cursorRow} from '../../table/table-state.ts';
import {refuseOtherCell} from './generate-pin.ts';
import {leastForPanel} from './user-panel.ts';
import {cursorField, cursorUser} from './users-state.ts';
import {usersTable} from './users-table.ts';

const inGrid = {when: ['grid']} as const;
/** Wherever the sheet itself is changed. */
const overSheet = {when: ['grid', 'profiles', 'settings']} as const;

/** Why the cell under the cursor cannot be edited; undefined when it can. */
export const refuseEditing = firstReason(refuseReadOnly, refuseEmpty, refuseReadOnlyCell);

/** What can be done in the grid, beside moving about. */
export const usersCommands: readonly Command[] = [
	{
		...inGrid,
		id: 'user.add',
		title: 'Create a user in the form',
		short: 'New user',
		secondary: true,
		aliases: ['new'],
		disabledReason: refuseReadOnly,
		run: () => ({type: 'form/open'}),
	},
	{
		...inGrid,
		id: 'user.open',
		title: 'Open the user under the cursor in the form: all fields at once',
		aliases: ['open'],
		disabledReason: refuseEmpty,
		run: openUser,
	},
	{
		...inGrid,
		id: 'panel.toggle',
		title: 'Show or hide the user under the cursor at the right',
		aliases: ['panel'],
		disabledReason: ({size}) =>
			size.columns < leastForPanel
				? `The terminal needs ${leastForPanel} columns for that, and has ${size.columns}.`
				: undefined,
		run: () => ({type: 'users/toggle-panel'}),
	},
	{
		...inGrid,
		id: 'import.open',
		title: 'Import users from a CSV file',
		short: 'Import',
		secondary: true,
		aliases: ['e', 'import'],
		argument: {name: 'FILE', run: (path) => ({type: 'import/open', path})},
		disabledReason: refuseReadOnly,
		run: () => ({type: 'import/open'}),
	},
	{
		...inGrid,
		id: 'pin.set',
		title: 'Set the deployment PIN of the marked users, or of the range, or of the one under the cursor',
		short: 'PIN',
		aliases: ['pin'],
		disabledReason: firstReason(refuseReadOnly, refuseNobody),
		run: () => ({type: 'pin/open'}),
	},
	{
		when: ['grid', 'cell'],
		id: 'pin.generate',
		title: 'Generate a deployment PIN in its cell',
		disabledReason: firstReason(refuseEditing, refuseOtherCell),
		run: () => ({type: 'users/generate-pin'}),
	},
	{
		...overSheet,
		id: 'change.undo',
		title: 'Undo the last change',
		short: 'Undo',
		secondary: true,
		aliases: ['u', 'undo'],
		disabledReason: firstReason(refuseReadOnly, (model) =>
			model.undo.length === 0 ? 'Nothing has been changed since the sheet was opened.' : undefined,
		),
		run: () => ({type: 'undo/take-back'}),
	},
	{
		...overSheet,
		id: 'change.redo',
		title: 'Redo what was undone',
		aliases: ['redo'],
		disabledReason: firstReason(refuseReadOnly, (model) =>
			model.redo.length === 0 ? 'Nothing has been undone.' : undefined,
		),
		run: () => ({type: 'undo/do-again'}),
	},
	{
		...inGrid,
		id: 'history.open',
		title: 'History: who changed what, and taking any of it back',
		short: 'History',
		secondary: true,
		run: () => ({type: 'history/open'}),
	},
	{
		...inGrid,
		id: 'user.delete',
		title: 'Delete the marked users, or those of the range, or the one under the cursor',
		disabledReason: firstReason(refuseReadOnly, refuseNobody),
		run: () => ({type: 'users/ask-delete'}),
	},
	{
		...inGrid,
		id: 'user.hand-over',
		title: 'Hand over the number of the user under the cursor to a new user, with device and passwords',
		aliases: ['hand-over', 'handover'],
		disabledReason: firstReason(refuseReadOnly, refuseEmpty, refuseNumberless),
		run: ({grid}) => ({type: 'form/ask-hand-over', id: cursorRow(grid) ?? 0}),
	},
	{
		...inGrid,
		id: 'user.next-problem',
		title: 'Go to the next user with something wrong',
		aliases: ['errors'],
		disabledReason: refuseEmpty,
		run: () => ({type: 'users/next-problem', by: 1}),
	},
	{
		...inGrid,
		id: 'user.previous-problem',
		title: 'Go to the user before with something wrong',
		disabledReason: refuseEmpty,
		run: () => ({type: 'users/next-problem', by: -1}),
	},
	{
		when: ['searching'],
		id: 'user.cancel-search',
		title: 'Stay here',
		short: 'Cancel',
		pinned: true,
		run: () => ({type: 'users/cancel-search'}),
	},
	{
		...inGrid,
		id: 'user.export',
		title: 'Export the marked users, or those of the range, or all shown, to a CSV file',
		short: 'Export',
		secondary: true,
		disabledReason: refuseNobody,
		run: () => ({type: 'export/open'}),
	},
	{
		...inGrid,
		id: 'template.write',
		title: 'Write an empty CSV template',
		run: () => ({type: 'import/write-template'}),
	},
	{
		...inGrid,
		id: 'backup.write',
		title: 'Write a dated copy of the whole sheet',
		disabledReason: firstReason(refuseReadOnly, refuseUnsaved),
		run: () => ({type: 'store/back-up'}),
	},
	{
		...inGrid,
		id: 'keymap.switch',
		title: 'Switch between sheet keys and Vim keys',
		run: ({keymap}) => ({type: 'keymap/choose', name: keymap.name === 'vim' ? 'sheet' : 'vim'}),
	},
	{
		...overSheet,
		id: 'store.retry',
		title: 'Save again what could not be saved',
		aliases: ['w'],
		disabledReason: refuseReadOnly,
		run: () => ({type: 'store/retry'}),
	},
];

/** The form of the user under the cursor, with the focus on the field under it. */
export function openUser({grid}: Model): Message {
	const field = cursorField(grid);
	const id = cursorRow(grid);
	return {
		type: 'form/open',
		...(id === undefined ? {} : {id}),
		...(field.role === 'stored' ? {key: field.key} : {}),
	};
}

export function refuseEmpty(model: Model): string | undefined {
	return model.grid.rows.length === 0 ? usersTable(model.grid, model).emptyText : undefined;
}

/** Why there is no user to do something to: neither a mark, which a filter may hide, nor a row. */
function refuseNobody(model: Model): string | undefined {
	return model.grid.marks.size > 0 ? undefined : refuseEmpty(model);
}

function refuseNumberless({grid, sheet}: Model): string | undefined {
	const user = cursorUser(grid, sheet);
	return user === undefined || numberOf(user) === undefined ? 'This user has no number.' : undefined;
}

function refuseReadOnlyCell(model: Model): string | undefined {
	const user = cursorUser(model.grid, model.sheet);
	const field = cursorField(model.grid);
	if (user === undefined) return 'No user is under the cursor.';
	if (field.role === 'id') return 'The ID is given by usersheet and cannot be changed.';
	if (field.key === 'selfDeploy') return `${field.header} follows from where the user came from.`;
	if (field.role === 'state')
		return 'The state is derived: deploy, or mark the user in the list of commands.';
	if (field.role === 'derived') return `${field.header} comes from the profile.`;
	if (!isReadOnly(field, user.origin)) return undefined;
	return `This user is ${originTable[user.origin].label}: only what belongs to the deployment can be changed here.`;
}
