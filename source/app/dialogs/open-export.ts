import {count} from '../../domain/problem.ts';
import {findUser} from '../../domain/sheet.ts';
import type {FileContent} from '../effect.ts';
import {targetIds} from '../grid/grid-state.ts';
import {type Model, openScreen} from '../model.ts';
import {textField} from '../text-field-state.ts';

/** Asks where to export the marked users, or else all that are shown. */
export function openExport(model: Model): Model {
	const ids = targetIds(model.grid);
	const users = ids.map((id) => findUser(model.sheet, id)).filter((user) => user !== undefined);
	const which =
		model.grid.marks.size > 0
			? count(users.length, 'marked user')
			: ids.length === model.sheet.users.length
				? `all ${count(users.length, 'user')}`
				: count(users.length, 'user shown', 'users shown');
	return askForFile(model, {
		title: `Export ${which}`,
		description: [
			'CSV with ID and deployment PIN. Passwords and voicemail PINs are left out.',
			'Edit it and import it with overwrite to change these users.',
		],
		content: {kind: 'export', users, profiles: model.sheet.profiles},
		path: 'users.csv',
	});
}

/** Opens the line in which the file name is typed. */
export function askForFile(
	model: Model,
	what: {
		readonly title: string;
		readonly description: readonly string[];
		readonly content: FileContent;
		readonly path: string;
	},
): Model {
	const {path, ...rest} = what;
	return openScreen(model, {name: 'export', ...rest, field: textField(path), writing: false});
}
