import {closeScreen, type Model, replaceScreen} from '../../model.ts';
import type {Step} from '../../step.ts';
import type {App} from '../screen-kind.ts';
import type {ChoiceMessage} from './choice-messages.ts';

/** Moves in a list to choose from, and does what was chosen. */
export function updateChoice(model: Model, message: ChoiceMessage, app: App): Step {
	const screen = model.screens.at(-1);
	if (screen?.name !== 'choice') return [model, []];
	switch (message.type) {
		case 'choice/move': {
			const index = Math.max(0, Math.min(screen.index + message.by, screen.items.length - 1));
			return [replaceScreen(model, {...screen, index}), []];
		}
		case 'choice/choose': {
			const chosen = screen.items[screen.index];
			return chosen === undefined ? [closeScreen(model), []] : app.update(closeScreen(model), chosen.choose);
		}
	}
}
