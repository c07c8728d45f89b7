import type {Draft} from '../../draft.ts';
import {replaceScreen} from '../../model.ts';
import type {KindOf} from '../screen-kind.ts';
import {formCommands} from './form-commands.ts';
import {changedKeys, type FormState, focusedText, setValue} from './form-state.ts';
import {updateForm} from './update-form.ts';

/** The form of a new user, or of one of the sheet. */
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
	describeLoss: (screen) =>
		changedKeys(screen).length > 0 ? 'What was typed in the form is lost.' : undefined,
	shownPins: ({edited}) => (edited === undefined ? [] : [edited.id]),
	draft: draftForm,
	editedCells({edited, stops}) {
		if (edited === undefined) return [];
		return stops.flatMap((stop) => (typeof stop === 'string' ? [] : [{id: edited.id, key: stop.key}]));
	},
};

/** All of a new user; of one of the sheet only what was typed, since others may change the rest. */
function draftForm(form: FormState): Draft | undefined {
	const {edited, values} = form;
	const keys = changedKeys(form);
	// What becomes of the other user is asked again: a draft must not end in two users with one number.
	if (keys.length === 0 || form.handOver !== undefined) return undefined;
	if (edited === undefined) return {form: values};
	return {form: Object.fromEntries(keys.map((key) => [key, values[key]])), edited: edited.id};
}
