import {replaceScreen} from '../../model.ts';
import type {KindOf} from '../screen-kind.ts';
import {formCommands} from './form-commands.ts';
import {focusedText, isFormChanged, setValue} from './form-state.ts';
import {updateForm} from './update-form.ts';

/** The create-user form. */
export const formScreen: KindOf<'form'> = {
	layer: 'base',
	contexts: {form: {title: 'In the form', types: true}},
	commands: formCommands,
	contextsOf: ({focus}) => (focus.kind === 'text' ? ['form', 'text'] : ['form']),
	update: updateForm,
	editText(model, screen, edit) {
		const {focus} = screen;
		const before = focusedText(screen);
		if (focus.kind !== 'text' || before === undefined) return [model, []];
		const {text, caret} = edit(before);
		const moved = {...screen, focus: {...focus, caret}};
		return [replaceScreen(model, setValue(moved, focus.key, text, model.sheet)), []];
	},
	beginTyping(model, {focus}, typed, app) {
		return focus.kind === 'profile' ? app.update(model, {type: 'form/choose-profile', typed}) : undefined;
	},
	describeLoss: (screen) => (isFormChanged(screen) ? 'What was typed in the form is lost.' : undefined),
	draft: (screen) => (isFormChanged(screen) ? {form: screen.values} : undefined),
};
