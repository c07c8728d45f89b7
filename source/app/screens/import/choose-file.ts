import type {Effect} from '../../effect.ts';
import {typedPath} from '../../typed-path.ts';
import type {ImportState} from './import-state.ts';

type FileChoice = ImportState['file'];

/** What Enter means: a folder to look into, or a file to read. */
export function chooseFile(file: FileChoice): {readonly kind: 'folder' | 'file'; readonly path: string} {
	const chosen = file.listed[file.table.cursor.row];
	if (chosen === undefined) return {kind: 'file', path: pathOf(file)};
	return chosen.isFolder ? {kind: 'folder', path: `${chosen.path}/`} : {kind: 'file', path: chosen.path};
}

/** The path that is typed; what it is dragged or escaped as, unless there is a file that is really called so. */
function pathOf({field, listed}: FileChoice): string {
	const typed = field.text.trim();
	return listed.some(({path}) => path === typed) ? typed : typedPath(typed);
}

/** The path as far as everything listed agrees; the chosen one, if one is chosen. */
export function completePath(file: FileChoice): string {
	const chosen = file.listed[file.table.cursor.row];
	const paths = (chosen === undefined ? file.listed : [chosen]).map((listed) =>
		listed.isFolder ? `${listed.path}/` : listed.path,
	);
	const [first, ...others] = paths;
	if (first === undefined) return file.field.text;
	const common = others.reduce((path, other) => {
		let length = 0;
		while (length < path.length && path[length] === other[length]) length += 1;
		return path.slice(0, length);
	}, first);
	return common.length > typedPath(file.field.text).length || chosen !== undefined ? common : file.field.text;
}

/** Asks the shell for the CSV files and folders that fit what is typed. */
export function listFor(typed: string): readonly Effect[] {
	return [{type: 'file/list', path: typedPath(typed)}];
}

/** Whether an answer to that is still one to what is typed. */
export function isListedFor(file: FileChoice, path: string | undefined): boolean {
	return typedPath(file.field.text) === path;
}
