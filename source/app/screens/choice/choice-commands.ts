import type {Command} from '../../commands/command.ts';
import {topScreen} from '../../model.ts';
import {describeMiss} from './find-choice.ts';

/** What can be done in a list to choose from. */
export const choiceCommands: readonly Command[] = [
	{
		when: ['choice'],
		id: 'choice.choose',
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
		id: 'choice.cancel',
		title: 'Choose nothing',
		short: 'Cancel',
		pinned: true,
		run: () => ({type: 'screen/close'}),
	},
];
