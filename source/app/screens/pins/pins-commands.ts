import {type Command, firstReason, refuseReadOnly} from '../../commands/command.ts';
import {refuseNobody} from '../fill/fill-commands.ts';

/** What can be done with the PINs of some users, to tell them. */
export const pinsCommands: readonly Command[] = [
	{
		when: ['grid'],
		id: 'pins.open',
		title: 'Show the PINs of the marked users, or of the range, or of the one under the cursor, as a list',
		aliases: ['pins'],
		disabledReason: refuseNobody,
		run: () => ({type: 'pins/open'}),
	},
	{
		when: ['grid'],
		id: 'pins.hand-out-marked',
		title:
			'Write the hand-out for the marked users, or for those of the range: a slip each with name, number and PIN, to print',
		aliases: ['handout', 'hand-out'],
		disabledReason: firstReason(refuseReadOnly, refuseNobody),
		run: () => ({type: 'pins/hand-out'}),
	},
	{
		when: ['grid'],
		id: 'pins.tick-marked',
		title: 'Tick as told: the PINs of the marked users, of the range, or of the user under the cursor',
		aliases: ['told'],
		disabledReason: firstReason(refuseReadOnly, refuseNobody),
		run: () => ({type: 'pins/ask-tick', told: true}),
	},
	{
		when: ['grid'],
		id: 'pins.untick-marked',
		title: 'Tick as not told: the PINs of the marked users, of the range, or of the user under the cursor',
		aliases: ['not-told', 'untold'],
		disabledReason: firstReason(refuseReadOnly, refuseNobody),
		run: () => ({type: 'pins/ask-tick', told: false}),
	},
	{
		when: ['pins'],
		id: 'pins.tick',
		title: 'Tick as told: the marked PINs, the range, or all of the list',
		short: 'Told',
		aliases: ['told'],
		disabledReason: refuseReadOnly,
		run: () => ({type: 'pins/ask-tick', told: true}),
	},
	{
		when: ['pins'],
		id: 'pins.untick',
		title: 'Tick as not told: the same PINs',
		aliases: ['not-told', 'untold'],
		disabledReason: refuseReadOnly,
		run: () => ({type: 'pins/ask-tick', told: false}),
	},
	{
		when: ['pins'],
		id: 'pins.hand-out',
		title: 'Write the hand-out: for the marked PINs, the range, or all of the list',
		short: 'Hand-out',
		aliases: ['handout', 'hand-out'],
		disabledReason: refuseReadOnly,
		run: () => ({type: 'pins/hand-out'}),
	},
	{
		when: ['pins'],
		id: 'pins.close',
		title: 'Take the filter away, then back to the grid; PINs are hidden',
		short: 'Back',
		pinned: true,
		run: () => ({type: 'pins/back'}),
	},
];
