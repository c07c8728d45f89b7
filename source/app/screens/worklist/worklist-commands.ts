import {type MarkName, markNames, markTraits} from '../../../domain/life-cycle/mark-table.ts';
import {type Command, firstReason, refuseReadOnly} from '../../commands/command.ts';
import type {CommandId} from '../../keymap/keymap.ts';
import {type Model, topScreen} from '../../model.ts';
import {cursorRow} from '../../table/table-state.ts';
import {refuseNobody} from '../fill/fill-commands.ts';

const inList = {when: ['worklist']} as const;

/** The ID of the command for each mark. */
const markCommands = {
	deployed: 'mark.deployed',
	downloaded: 'mark.downloaded',
	'reset-done': 'mark.reset-done',
	withdrawn: 'mark.withdrawn',
} as const satisfies Readonly<Record<MarkName, CommandId>>;

/** What can be done with what is to do, and what a person says of users. */
export const worklistCommands: readonly Command[] = [
	{
		when: ['grid'],
		id: 'worklist.open',
		title: 'Worklist: what is to do, with counts',
		aliases: ['worklist', 'todo'],
		run: () => ({type: 'worklist/open'}),
	},
	...markNames.map(
		(mark): Command => ({
			when: ['grid'],
			id: markCommands[mark],
			title: `Mark as ${markTraits(mark).label}: the marked users, the range, or the one under the cursor`,
			aliases: [mark],
			disabledReason: firstReason(refuseReadOnly, refuseNobody),
			run: () => ({type: 'worklist/mark', mark}),
		}),
	),
	{
		...inList,
		id: 'worklist.go-to',
		opensRow: true,
		title: 'Show these users in the grid, or those who are to be withdrawn',
		short: 'Show them',
		disabledReason: refuseNoEntry,
		run: () => ({type: 'worklist/go-to'}),
	},
	{
		...inList,
		id: 'worklist.withdraw',
		title:
			'Take deleted users off the list, as their clients were withdrawn: the marked ones, the range, or the one under the cursor',
		short: 'Withdrawn',
		disabledReason: firstReason(refuseReadOnly, refuseNoWithdrawal),
		run: () => ({type: 'worklist/withdraw'}),
	},
	{
		...inList,
		id: 'worklist.close',
		title: 'Take the filter away, then back to the list before, then to the grid',
		short: 'Back',
		pinned: true,
		run: () => ({type: 'worklist/back'}),
	},
];

function refuseNoEntry(model: Model): string | undefined {
	const screen = topScreen(model);
	if (screen?.name !== 'worklist') return undefined;
	if (screen.withdrawals !== undefined) return 'They were deleted, and are in the grid no longer.';
	return cursorRow(screen.work) === undefined ? 'There is nothing to do.' : undefined;
}

function refuseNoWithdrawal(model: Model): string | undefined {
	const screen = topScreen(model);
	if (screen?.name !== 'worklist') return undefined;
	if (screen.withdrawals === undefined) return 'That is for the list of users who are to be withdrawn.';
	const isNone = cursorRow(screen.withdrawals) === undefined && screen.withdrawals.marks.size === 0;
	return isNone ? 'No user is to be withdrawn.' : undefined;
}
