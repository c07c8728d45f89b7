import {accessSync, constants} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** Editors that most machines have one of. */
const usual = process.platform === 'win32' ? ['notepad.exe'] : ['vi', 'nano'];

/**
 * The command of the person's editor, as a shell takes it, with its arguments: what $VISUAL says, or $EDITOR, or an editor that
 * most machines have. Undefined where there is none.
 */
export function findEditor(env: Readonly<Record<string, string | undefined>>): string | undefined {
	const asked = [env.VISUAL, env.EDITOR].find((command) => command !== undefined && command.trim() !== '');
	const folders = (env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
	return asked ?? usual.find((name) => folders.some((folder) => canRun(path.join(folder, name))));
}

function canRun(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
