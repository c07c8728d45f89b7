import {storedField} from '../../domain/field-lists.ts';
import {findUser} from '../../domain/sheet.ts';
import {fullName} from '../../domain/user.ts';
import type {Model} from '../model.ts';
import {cellOf} from '../saving/take-back.ts';
import {isFormChanged} from '../screens/form/form-state.ts';
import {fileName} from '../screens/import/import-state.ts';
import type {Draft} from './draft.ts';

/** What would be lost if the program ended now; undefined when nothing is half-typed. */
export function draftOf(model: Model): Draft | undefined {
	const cell = unsavedCell(model);
	const form = model.screens.find((screen) => screen.name === 'form');
	const refused = model.refused.find((entry) => entry.wizard !== undefined);
	const wizard = model.screens.find((screen) => screen.name === 'import') ?? refused?.wizard;
	const draft: Draft = {
		...(cell === undefined ? {} : {cell}),
		...(form === undefined || !isFormChanged(form) ? {} : {form: form.values}),
		...(wizard?.source === undefined || wizard.step === 'result'
			? {}
			: {import: {path: wizard.source.path, options: wizard.options}}),
	};
	return Object.keys(draft).length === 0 ? undefined : draft;
}

/** The open cell, or one whose value somebody else has changed at the same time. */
function unsavedCell({grid: {editor}, refused}: Model): Draft['cell'] {
	if (editor !== undefined) return {id: editor.id, key: editor.key, text: editor.field.text};
	const cell = refused.map(cellOf).find((one) => one !== undefined);
	return cell && {id: cell.id, key: cell.key, text: cell.value};
}

/** What a draft holds, without the values: some may be secret. */
export function describeDraft(draft: Draft, model: Model): readonly string[] {
	const {cell, form, import: wizard} = draft;
	const user = cell === undefined ? undefined : findUser(model.sheet, cell.id);
	const name = form === undefined ? '' : `${form.firstName ?? ''} ${form.lastName ?? ''}`.trim();
	return [
		...(cell === undefined || user === undefined
			? []
			: [`${storedField(cell.key).header} of ${fullName(user)} was being edited.`]),
		...(form === undefined ? [] : [`A new user was being typed${name === '' ? '' : `: ${name}`}.`]),
		...(wizard === undefined
			? []
			: [`${fileName(wizard.path)} was being imported; nothing of it was written.`]),
	];
}
