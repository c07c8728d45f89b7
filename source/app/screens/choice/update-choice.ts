import {closeScreen, type Model} from '../../model.ts';
import type {Step} from '../../step.ts';
import type {App} from '../screen-kind.ts';
import type {ChoiceMessage} from './choice-messages.ts';

/** Does what was chosen, or takes it away. */
export function updateChoice(model: Model, {type}: ChoiceMessage, app: App): Step {
	const screen = model.screens.at(-1);
	if (screen?.name !== 'choice') return [model, []];
	const chosen = screen.items[screen.table.cursor.row];
	const message = type === 'choice/remove' ? chosen?.remove : chosen?.choose;
	return message === undefined ? [closeScreen(model), []] : app.update(closeScreen(model), message);
}
