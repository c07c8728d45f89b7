import {type Command, type Context, firstReason, refuseReadOnly} from '../../commands/command.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, topScreen} from '../../model.ts';
import {chosenEntry} from './history-state.ts';

const both: readonly Context[] = ['history', 'historyEntry'];
const moving = {when: both, basic: true} as const;

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
		when: ['history'],
		id: 'history.filter',
		title: 'Filter: show only changes that match what is typed',
		short: 'Filter',
		disabledReason: refuseEmpty,
		run: () => ({type: 'history/open-filter'}),
	},
	{
		when: ['historyFilter'],
		id: 'history.keep-filter',
		title: 'Keep the filter and go to the changes',
		short: 'Keep',
		run: () => ({type: 'history/close-filter', keep: true}),
	},
	{
		when: ['historyFilter'],
		id: 'history.cancel-filter',
		title: 'Back to the filter as it was',
		short: 'Cancel',
		pinned: true,
		run: () => ({type: 'history/close-filter', keep: false}),
	},
	{
		...moving,
		id: 'history.down',
		title: 'Down one line',
		run: (_, count = 1) => ({type: 'history/move', by: count}),
	},
	{
		...moving,
		id: 'history.up',
		title: 'Up one line',
		run: (_, count = 1) => ({type: 'history/move', by: -count}),
	},
	{
		when: both,
		id: 'history.page-down',
		title: 'Next page',
		short: 'Page',
		disabledReason: refuseNone,
		run: (_, count = 1) => ({type: 'history/move-page', pages: count}),
	},
	{
		...moving,
		id: 'history.page-up',
		title: 'Page before',
		run: (_, count = 1) => ({type: 'history/move-page', pages: -count}),
	},
	{
		...moving,
		id: 'history.first',
		title: 'To the first line',
		run: () => ({type: 'history/move', by: Number.NEGATIVE_INFINITY}),
	},
	{
		...moving,
		id: 'history.last',
		title: 'To the last line',
		run: () => ({type: 'history/move', by: Number.POSITIVE_INFINITY}),
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

function refuseEmpty(model: Model): string | undefined {
	const screen = topScreen(model);
	return screen?.name === 'history' && (screen.entries?.length ?? 0) > 0
		? undefined
		: 'Nothing has been changed yet.';
}
