import {type Command, firstReason, refuseReadOnly} from '../../commands/command.ts';
import type {Model} from '../../model.ts';
import {cellsTarget, targetScope} from './cells-target.ts';

const inGrid = {when: ['grid'], disabledReason: firstReason(refuseReadOnly, refuseNobody)} as const;
/** The rows of a file are filled like users. */
const inRows = {...inGrid, when: ['grid', 'importPreview']} as const;

/** What can be done to the cells of many users: the marked ones, else those of the range, else the one under the cursor. */
export const fillCommands: readonly Command[] = [
	{
		...inRows,
		id: 'cells.fill-down',
		title:
			'Fill down: the value of the first row for all rows of the range, or that of the row above for this one',
		aliases: ['fill'],
		run: () => ({type: 'fill/down'}),
	},
	{
		...inRows,
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
	const target = cellsTarget(model);
	return targetScope(target).rows.length > 0 ? undefined : target.table.emptyText;
}
