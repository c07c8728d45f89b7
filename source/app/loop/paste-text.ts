import {keyName} from '../keymap/keymap.ts';
import {type Model, withNotice} from '../model.ts';
import type {App} from '../screens/screen-kind.ts';
import type {Step} from '../step.ts';
import {oneLine} from '../text-field-state.ts';
import {contextsOf} from './contexts.ts';
import {beginTyping, sayUnused} from './press-key.ts';

/** Puts pasted text into the line that has the keys, or begins a value with it. */
export function pasteText(model: Model, text: string, app: App): Step {
	const line = oneLine(text);
	if (line === '') return [model, []];
	if (contextsOf(model).includes('text')) return app.update(model, {type: 'text/insert', text: line});
	if (/[\t\n\r]./u.test(text.trim())) {
		return [withNotice(model, `That is a block of several cells: ${adviseImport(model)}`, 'bad'), []];
	}
	return beginTyping(model, line, app) ?? [sayUnused(model, 'Pasted text'), []];
}

/** Says that a paste is longer than any field. */
export function refuseLongPaste(model: Model): Model {
	const text = `That is over 64 kB, and no field holds so much: ${adviseImport(model)}`;
	return withNotice(model, text, 'bad');
}

function adviseImport(model: Model): string {
	return `save it as a CSV file and import it with ${keyName(model, 'import.open')}.`;
}
