import {count} from '../../domain/problem.ts';
import {type Model, openScreen, withNotice} from '../model.ts';
import {asksToQuit} from '../screens/confirm/confirm-state.ts';
import {focusedScreen, kindOf, openScreens} from '../screens/screen-table.ts';
import type {Step} from '../step.ts';

/** Ends the program once everything is saved; asks when something typed or unsaved would be lost. */
export function quit(model: Model, sure: boolean): Step {
	if (!sure && asksToQuit(focusedScreen(model))) return [model, []];
	const loss = sure ? undefined : describeLoss(model);
	if (loss !== undefined) {
		const question = {
			name: 'confirm',
			question: `Quit? ${loss}`,
			details: [],
			action: 'Quit',
			confirm: {type: 'app/quit', sure: true},
		} as const;
		return [openScreen(model, question), []];
	}
	if (model.save.state === 'saving') {
		return [withNotice({...model, quitting: true}, 'Saving, then quitting.'), []];
	}
	return [model, [{type: 'app/quit'}]];
}

function describeLoss(model: Model): string | undefined {
	if (model.save.state === 'failed') {
		return `${count(model.pending.length, 'change is', 'changes are')} not saved and would be lost: ${model.save.message}`;
	}
	if (model.refused.length > 0) {
		return `${count(model.refused.length, 'change is', 'changes are')} not saved, because another person changed the same values.`;
	}
	const losses = openScreens(model).map((screen) => kindOf(screen).describeLoss?.(screen));
	return losses.find((loss) => loss !== undefined);
}
