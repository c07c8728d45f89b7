import {type Command, firstReason, refuseReadOnly} from '../../commands/command.ts';
import type {Model} from '../../model.ts';
import {usersScope} from '../users/users-scope.ts';
import {usersTable} from '../users/users-table.ts';

const inGrid = {when: ['grid'], disabledReason: firstReason(refuseReadOnly, refuseNobody)} as const;

/** What can be done to the cells of many users: the marked ones, else those of the range, else the one under the cursor. */
export const fillCommands: readonly Command[] = [
	{
		...inGrid,
		id: 'cells.fill-down',
		title:
			'Fill down: the value of the first row for all rows of the range, or that of the row above for this one',
		aliases: ['fill'],
		run: () => ({type: 'fill/down'}),
	},
	{
		...inGrid,
		id: 'cells.fill',
		title: 'Fill with a value: the same one for all marked users, or for the range',
		short: 'Fill',
		secondary: true,
		aliases: ['set'],
		run: () => ({type: 'fill/open'}),
	},
	{
		...inGrid,
		id: 'cells.set-profile',
		title: 'Set the profile of the marked users, or of the range',
		aliases: ['profile'],
		run: () => ({type: 'fill/open-profiles'}),
	},
	{
		when: ['fill'],
		id: 'cells.ask',
		title: 'Go on: show what would change, then fill',
		short: 'Go on',
		run: () => ({type: 'fill/plan'}),
	},
	{
		when: ['fill'],
		id: 'cells.cancel',
		title: 'Fill nothing',
		short: 'Cancel',
		pinned: true,
		run: () => ({type: 'screen/close'}),
	},
];

/** Why there is no user to do something to. */
export function refuseNobody(model: Model): string | undefined {
	return usersScope(model).rows.length > 0 ? undefined : usersTable(model.grid, model).emptyText;
}
