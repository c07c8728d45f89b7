import {describeFixes, takeKept} from '../../csv/kept-fixes.ts';
import {storedField} from '../../domain/field-lists.ts';
import {count} from '../../domain/problem.ts';
import {findUser} from '../../domain/sheet.ts';
import {fullName} from '../../domain/user.ts';
import type {Draft} from '../draft.ts';
import type {Model} from '../model.ts';
import {draftImport} from '../screens/import/draft-import.ts';
import {fileName} from '../screens/import/import-state.ts';
import {kindOf, openScreens} from '../screens/screen-table.ts';

/** What would be lost if the program ended now; undefined when nothing is half-typed. */
export function draftOf(model: Model): Draft | undefined {
	const refused = model.refused.filter((one) => one.from === 'cells');
	const file = model.refused.find((one) => one.from === 'import');
	const drafts = openScreens(model).map((screen) => kindOf(screen).draft?.(screen));
	const draft: Draft = {
		...(refused.length === 0 ? {} : {refused: refused.map(({id, key, value}) => ({id, key, value}))}),
		...(file === undefined ? {} : {import: draftImport(file.source, file.options, file.fixes)}),
		...Object.fromEntries(drafts.flatMap((one) => Object.entries(one ?? {}))),
	};
	return Object.keys(draft).length === 0 ? undefined : draft;
}

function describeForm(form: Draft['form'], edited: number | undefined, {sheet}: Model): readonly string[] {
	const {firstName = '', lastName = ''} = form ?? {};
	const name = fullName({firstName, lastName});
	if (edited === undefined) return [`A new user was being typed${name === '' ? '' : `: ${name}`}.`];
	const user = findUser(sheet, edited);
	return user === undefined ? [] : [`${fullName(user)} was being edited in the form.`];
}

/** What a draft holds, without the values: some may be secret. */
export function describeDraft(draft: Draft, model: Model): readonly string[] {
	const {cell, refused = [], form, edited, import: wizard} = draft;
	const user = cell === undefined ? undefined : findUser(model.sheet, cell.id);
	return [
		...(cell === undefined || user === undefined
			? []
			: [`${storedField(cell.key).header} of ${fullName(user)} was being edited.`]),
		...(refused.length === 0
			? []
			: [
					`${count(refused.length, 'value was', 'values were')} not saved, because another person changed the same.`,
				]),
		...(form === undefined ? [] : describeForm(form, edited, model)),
		...(wizard === undefined
			? []
			: [`${fileName(wizard.path)} was being imported; nothing of it was written.`]),
		...(wizard?.fixes === undefined ? [] : [`In its rows: ${describeFixes(takeKept(wizard.fixes))}.`]),
	];
}
