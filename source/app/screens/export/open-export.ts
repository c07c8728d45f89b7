import type {FileContent} from '../../../csv/file-content.ts';
import {count} from '../../../domain/problem.ts';
import {usersWithIds} from '../../../domain/sheet.ts';
import type {User} from '../../../domain/user.ts';
import {type Model, openScreen} from '../../model.ts';
import {type Scope, scopeOf} from '../../table/scope.ts';
import {textField} from '../../text-field-state.ts';
import {describeTargets} from '../users/describe-targets.ts';
import {usersTable} from '../users/users-table.ts';

/** Asks where to export the marked users, or those of the range, or else all that are shown: the exception of rules.md 3.20. */
export function openExport(model: Model): Model {
	const {sheet} = model;
	const {by, users} = chosenUsers(model);
	const all = count(sheet.users.length, 'user');
	const which =
		users.length === sheet.users.length
			? `all ${all}`
			: `${users.length.toLocaleString('en-US')} of ${all}: ${{marks: `those marked${describeTargets(model).hidden}`, range: 'those of the range', row: 'those shown'}[by]}`;
	return askForFile(model, {
		title: `Export ${which}`,
		description: [
			'CSV with ID and deployment PIN. Passwords, voicemail PINs, links and codes are left out.',
			'Edit it and import it with overwrite to change these users.',
		],
		content: {kind: 'export', users, profiles: model.sheet.profiles},
		path: 'users.csv',
	});
}

/** The users for a file, in the order of their rows, and why these. */
export function chosenUsers(model: Model): {readonly by: Scope['by']; readonly users: readonly User[]} {
	const {grid, sheet} = model;
	const {by, rows} = scopeOf(usersTable(grid, model));
	const ids = by === 'row' ? grid.rows : rows;
	return {by, users: usersWithIds(sheet, ids)};
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
