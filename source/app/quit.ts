import {count} from '../domain/problem.ts';
import {type Model, openScreen, topScreen, withNotice} from './model.ts';
import type {Step} from './saving/make-change.ts';
import {isFormChanged} from './screens/form/form-state.ts';

/** Ends the program once everything is saved; asks when something typed or unsaved would be lost. */
export function quit(model: Model, sure: boolean): Step {
	if (!sure && isAsked(model)) return [model, []];
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

function isAsked(model: Model): boolean {
	const screen = topScreen(model);
	return screen?.name === 'confirm' && screen.confirm.type === 'app/quit';
}

function describeLoss(model: Model): string | undefined {
	if (model.save.state === 'failed') {
		return `${count(model.pending.length, 'change is', 'changes are')} not saved and would be lost: ${model.save.message}`;
	}
	if (model.refused.length > 0) {
		return `${count(model.refused.length, 'change is', 'changes are')} not saved, because another person changed the same values.`;
	}
	if (model.grid.editor !== undefined) return 'The cell being edited is not saved.';
	const hasForm = model.screens.some((screen) => screen.name === 'form' && isFormChanged(screen));
	return hasForm ? 'What was typed in the form is lost.' : undefined;
}
