import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {foldCase} from '../domain/compare-text.ts';
import type {ListedFile} from '../domain/listed-file.ts';
import {expandHome} from './expand-home.ts';
import {inFileLane} from './file-lanes.ts';
import {locateFile} from './locate-file.ts';

/** A longer list is no help to choose from. */
const most = 200;
const importable = /\.(csv|tsv|txt|xlsx|xlsm)$/i;

/**
 * The CSV files, and then the folders, that a half-typed path could become. Hidden ones only when a dot was typed.
 * A folder that cannot be read lists nothing.
 */
export function listCsvFiles(typed: string): Promise<readonly ListedFile[]> {
	return inFileLane(() => listFitting(typed));
}

async function listFitting(typed: string): Promise<readonly ListedFile[]> {
	const cut = typed.lastIndexOf('/') + 1;
	const folder = typed.slice(0, cut);
	const start = foldCase(typed.slice(cut));
	const root = await locateFile(expandHome(folder === '' ? '.' : folder));
	const names = await readdir(root).catch(() => []);
	const fitting = names
		.filter((name) => foldCase(name).startsWith(start) && name.startsWith('.') === start.startsWith('.'))
		.sort((a, b) => a.localeCompare(b))
		.slice(0, most * 4);
	const listed: ListedFile[] = [];
	for (const name of fitting) {
		const file = await describeListed(path.join(root, name), folder + name);
		if (file !== undefined) listed.push(file);
	}
	return listed.sort((a, b) => rank(a) - rank(b)).slice(0, most);
}

/** Rows that were rejected come first, as they wait to be put right; folders last. */
function rank({path: typed, isFolder}: ListedFile): number {
	if (isFolder) return 2;
	return /-rejects\.csv$/i.test(typed) ? 0 : 1;
}

async function describeListed(file: string, typed: string): Promise<ListedFile | undefined> {
	try {
		const found = await stat(file);
		const isFolder = found.isDirectory();
		if (!isFolder && !(found.isFile() && importable.test(typed))) return undefined;
		return {path: typed, isFolder, size: found.size};
	} catch {
		// Gone since, or a link that leads nowhere: nothing to choose.
		return undefined;
	}
}
