import {touchedIds} from '../../../domain/change.ts';
import {userFinder} from '../../../domain/sheet.ts';
import {type Command, type Context, firstReason, refuseReadOnly} from '../../commands/command.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, topScreen} from '../../model.ts';
import {chosenEntry} from './history-state.ts';

const both: readonly Context[] = ['history', 'historyEntry'];

/** What can be done while an undo of many users is planned, and in the history: the list of changes, and one of them opened. */
export const historyCommands: readonly Command[] = [
	{
		when: ['undoing'],
		id: 'change.cancel-undo',
		title: 'Leave everything as it is',
		short: 'Cancel',
		pinned: true,
		run: () => ({type: 'undo/cancel'}),
	},
	{
		when: ['history'],
		id: 'history.open-entry',
		opensRow: true,
		title: 'Open the change: each value before and after',
		short: 'Open',
		disabledReason: refuseNone,
		run: () => ({type: 'history/open-entry'}),
	},
	{
		when: both,
		id: 'history.undo',
		title: 'Undo this change (asks first)',
		short: 'Undo it',
		disabledReason: firstReason(refuseReadOnly, refuseNone),
		run: () => ({type: 'history/ask-undo'}),
	},
	{
		when: ['historyEntry'],
		id: 'history.show-users',
		title: 'Show the users of this change in the grid, and mark them',
		short: 'Show users',
		disabledReason: refuseNoUsers,
		run: () => ({type: 'history/show-users'}),
	},
	{
		when: ['historyEntry'],
		id: 'history.close-entry',
		title: 'Back to the list of changes',
		short: 'Back',
		pinned: true,
		run: () => ({type: 'history/back'}),
	},
	{
		when: ['history'],
		id: 'history.close',
		title: 'Take the filter away, then back to the grid',
		short: 'Back',
		pinned: true,
		run: () => ({type: 'history/back'}),
	},
];

function refuseNone(model: Model): string | undefined {
	const screen = topScreen(model);
	if (screen?.name === 'history' && chosenEntry(screen) !== undefined) return undefined;
	return (
		refuseEmpty(model) ?? `No change matches the filter: ${keyName(model, 'history.close')} takes it away.`
	);
}

function refuseNoUsers({sheet, ...model}: Model): string | undefined {
	const screen = model.screens.at(-1);
	if (screen?.name !== 'history' || screen.opened === undefined) return undefined;
	const find = userFinder(sheet.users);
	const isAny = touchedIds(screen.opened.entry.change).some((id) => find(id) !== undefined);
	return isAny ? undefined : 'None of its users is in the sheet now.';
}

function refuseEmpty(model: Model): string | undefined {
	const screen = topScreen(model);
	return screen?.name === 'history' && (screen.entries?.length ?? 0) > 0
		? undefined
		: 'Nothing has been changed yet.';
}
