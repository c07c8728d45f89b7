import {originTable} from '../../domain/origin.ts';
import {isReadOnly} from '../../domain/user.ts';
import {cursorField, cursorUser, targetIds} from '../grid/grid-state.ts';
import type {Model} from '../model.ts';
import {type Command, firstReason, refuseReadOnly, refuseSaved, refuseUnsaved} from './command.ts';

const inGrid = {when: ['grid']} as const;
const moving = {...inGrid, basic: true} as const;

/** What can be done in the grid. */
export const gridCommands: readonly Command[] = [
	move('cursor.up', 'Up one row', ['up'], -1, 0),
	move('cursor.down', 'Down one row', ['down'], 1, 0),
	move('cursor.left', 'Left one column', ['left', 'shift+tab'], 0, -1),
	move('cursor.right', 'Right one column', ['right', 'tab'], 0, 1),
	{
		...moving,
		id: 'cursor.page-up',
		title: 'Up one page',
		keys: ['pageup'],
		run: () => ({type: 'grid/move-page', pages: -1}),
	},
	{
		...moving,
		id: 'cursor.page-down',
		title: 'Down one page',
		keys: ['pagedown'],
		run: () => ({type: 'grid/move-page', pages: 1}),
	},
	{
		...moving,
		id: 'cursor.row-start',
		title: 'To the first column',
		keys: ['home', 'ctrl+left'],
		run: () => ({type: 'grid/move-to', column: 'first'}),
	},
	{
		...moving,
		id: 'cursor.row-end',
		title: 'To the last column',
		keys: ['end', 'ctrl+right'],
		run: () => ({type: 'grid/move-to', column: 'last'}),
	},
	{
		...moving,
		id: 'cursor.first-row',
		title: 'To the first user',
		keys: ['ctrl+home', 'ctrl+up'],
		run: () => ({type: 'grid/move-to', row: 'first'}),
	},
	{
		...moving,
		id: 'cursor.last-row',
		title: 'To the last user',
		keys: ['ctrl+end', 'ctrl+down'],
		run: () => ({type: 'grid/move-to', row: 'last'}),
	},
	{
		...inGrid,
		id: 'cell.edit',
		title: 'Edit the cell (or just type to replace its value)',
		short: 'Edit',
		keys: ['enter', 'f2'],
		disabledReason: firstReason(refuseReadOnly, refuseEmpty, refuseReadOnlyCell),
		run: () => ({type: 'grid/edit-cell'}),
	},
	{
		...inGrid,
		id: 'user.add',
		title: 'Create a user in the form',
		short: 'New user',
		keys: ['f4'],
		disabledReason: refuseReadOnly,
		run: () => ({type: 'form/open'}),
	},
	{
		...inGrid,
		id: 'import.open',
		title: 'Import users from a CSV file',
		short: 'Import',
		keys: ['f5'],
		disabledReason: refuseReadOnly,
		run: () => ({type: 'import/open'}),
	},
	{
		...inGrid,
		id: 'pin.set',
		title: 'Set the deployment PIN of the marked users, or of all shown',
		short: 'Set PIN',
		keys: ['f6'],
		disabledReason: firstReason(refuseReadOnly, refuseEmpty),
		run: () => ({type: 'pin/open'}),
	},
	{
		...inGrid,
		id: 'filter.open',
		title: 'Filter: show only users who match what is typed',
		short: 'Filter',
		keys: ['/'],
		disabledReason: (model) => (model.sheet.users.length === 0 ? 'There are no users yet.' : undefined),
		run: () => ({type: 'grid/open-filter'}),
	},
	{
		...inGrid,
		id: 'user.mark',
		title: 'Mark the user, or take the mark away',
		short: 'Mark',
		keys: ['space'],
		disabledReason: refuseEmpty,
		run: () => ({type: 'grid/toggle-mark'}),
	},
	{
		...inGrid,
		id: 'user.mark-all',
		title: 'Mark all shown, or take all marks away',
		keys: ['ctrl+a'],
		disabledReason: refuseEmpty,
		run: () => ({type: 'grid/toggle-all-marks'}),
	},
	{
		...inGrid,
		id: 'change.undo',
		title: 'Undo the last change',
		short: 'Undo',
		keys: ['ctrl+z'],
		disabledReason: firstReason(refuseReadOnly, (model) =>
			model.undo.length === 0 ? 'Nothing has been changed since the sheet was opened.' : undefined,
		),
		run: () => ({type: 'undo/take-back'}),
	},
	{
		...inGrid,
		id: 'change.redo',
		title: 'Redo what was undone',
		keys: ['ctrl+y'],
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
		keys: ['f9', 'ctrl+t'],
		run: () => ({type: 'history/open'}),
	},
	{
		...inGrid,
		id: 'cell.clear',
		title: 'Clear the cell',
		keys: ['delete', 'backspace'],
		disabledReason: firstReason(refuseReadOnly, refuseEmpty, refuseReadOnlyCell),
		run: () => ({type: 'grid/clear-cell'}),
	},
	{
		...inGrid,
		id: 'user.delete',
		title: 'Delete the marked users, or the one under the cursor',
		keys: ['ctrl+k'],
		disabledReason: firstReason(refuseReadOnly, refuseEmpty),
		run: () => ({type: 'grid/ask-delete'}),
	},
	{
		...inGrid,
		id: 'row.sort',
		title: 'Sort by this column: up, down, off',
		short: 'Sort',
		keys: ['ctrl+o'],
		disabledReason: refuseEmpty,
		run: () => ({type: 'grid/sort'}),
	},
	{
		...inGrid,
		id: 'user.next-problem',
		title: 'Go to the next user with something wrong',
		keys: ['f7'],
		disabledReason: refuseEmpty,
		run: () => ({type: 'grid/next-problem'}),
	},
	{
		...inGrid,
		id: 'user.export',
		title: 'Export the users shown to a CSV file',
		short: 'Export',
		keys: ['ctrl+e'],
		disabledReason: refuseEmpty,
		run: () => ({type: 'export/open'}),
	},
	{
		...inGrid,
		id: 'filter.clear',
		title: 'Take the filter away, then the marks',
		keys: ['escape'],
		basic: true,
		run: (model) => ({type: model.grid.filter === '' ? 'grid/clear-marks' : 'grid/clear-filter'}),
	},
	{
		...inGrid,
		id: 'template.write',
		title: 'Write an empty CSV template',
		keys: [],
		run: () => ({type: 'import/write-template'}),
	},
	{
		...inGrid,
		id: 'settings.toggle-stand-alone',
		title: 'Switch stand-alone deployment on or off (the PBX fields are required when on)',
		keys: [],
		disabledReason: refuseReadOnly,
		run: () => ({type: 'store/toggle-stand-alone'}),
	},
	{
		...inGrid,
		id: 'backup.write',
		title: 'Write a dated copy of the whole sheet',
		keys: [],
		disabledReason: firstReason(refuseReadOnly, refuseUnsaved),
		run: () => ({type: 'store/back-up'}),
	},
	{
		...inGrid,
		id: 'store.retry',
		title: 'Save again what could not be saved',
		keys: ['ctrl+s'],
		disabledReason: firstReason(refuseReadOnly, refuseSaved),
		run: () => ({type: 'store/retry'}),
	},
];

function move(id: string, title: string, keys: readonly string[], rows: number, columns: number): Command {
	return {...moving, id, title, keys, run: () => ({type: 'grid/move-cursor', rows, columns})};
}

function refuseEmpty(model: Model): string | undefined {
	if (model.sheet.users.length === 0) return 'There are no users yet: F5 imports a file, F4 creates one.';
	return targetIds(model.grid).length === 0 ? 'No user matches the filter: Esc takes it away.' : undefined;
}

function refuseReadOnlyCell(model: Model): string | undefined {
	const user = cursorUser(model.grid, model.sheet);
	const field = cursorField(model.grid);
	if (user === undefined) return 'No user is under the cursor.';
	if (field.role === 'id') return 'The ID is given by usersheet and cannot be changed.';
	if (field.role === 'derived') return `${field.header} comes from the profile.`;
	if (!isReadOnly(field, user.origin)) return undefined;
	return `This user is ${originTable[user.origin].label}: only Profile and Deployment PIN can be changed here.`;
}
