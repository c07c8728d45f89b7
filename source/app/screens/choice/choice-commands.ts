import type {Command} from '../../commands/command.ts';
import {topScreen} from '../../model.ts';
import {describeMiss} from './find-choice.ts';

/** What can be done in a list to choose from. */
export const choiceCommands: readonly Command[] = [
	{
		when: ['choice'],
		id: 'choice.choose',
		opensRow: true,
		title: 'Choose',
		short: 'Choose',
		disabledReason: (model) => {
			const screen = topScreen(model);
			return screen?.name === 'choice' ? describeMiss(model, screen) : undefined;
		},
		run: () => ({type: 'choice/choose'}),
	},
	{
		when: ['choice'],
		id: 'choice.remove',
		title: 'Remove what the cursor is on from the list',
		short: 'Remove',
		disabledReason: (model) => {
			const screen = topScreen(model);
			const chosen = screen?.name === 'choice' ? screen.items[screen.table.cursor.row] : undefined;
			return chosen?.remove === undefined ? 'Nothing can be removed from this list.' : undefined;
		},
		run: () => ({type: 'choice/remove'}),
	},
	{
		when: ['choice'],
		id: 'choice.cancel',
		title: 'Choose nothing',
		short: 'Cancel',
		pinned: true,
		run: () => ({type: 'screen/close'}),
	},
];
