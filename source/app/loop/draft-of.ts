import {storedField} from '../../domain/field-lists.ts';
import {findUser} from '../../domain/sheet.ts';
import {fullName} from '../../domain/user.ts';
import type {Draft} from '../draft.ts';
import type {Model} from '../model.ts';
import {cellOf} from '../saving/take-back.ts';
import {fileName} from '../screens/import/import-state.ts';
import {kindOf, openScreens} from '../screens/screen-table.ts';

/** What would be lost if the program ended now; undefined when nothing is half-typed. */
export function draftOf(model: Model): Draft | undefined {
	const wizards = model.refused.flatMap(({wizard}) => wizard ?? []);
	const cell = model.refused.map(cellOf).find((one) => one !== undefined);
	const drafts = [...wizards, ...openScreens(model)].map((screen) => kindOf(screen).draft?.(screen));
	const entries = drafts.flatMap((one) => Object.entries(one ?? {}));
	const draft: Draft = {
		...(cell === undefined ? {} : {cell: {id: cell.id, key: cell.key, text: cell.value}}),
		...Object.fromEntries(entries),
	};
	return Object.keys(draft).length === 0 ? undefined : draft;
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
