import {closeScreen, type Model} from '../../model.ts';
import type {Step} from '../../step.ts';
import type {App} from '../screen-kind.ts';
import type {ChoiceMessage} from './choice-messages.ts';

/** Does what was chosen. */
export function updateChoice(model: Model, _: ChoiceMessage, app: App): Step {
	const screen = model.screens.at(-1);
	if (screen?.name !== 'choice') return [model, []];
	const chosen = screen.items[screen.table.cursor.row];
	return chosen === undefined ? [closeScreen(model), []] : app.update(closeScreen(model), chosen.choose);
}
