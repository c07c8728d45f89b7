import {access, readdir} from 'node:fs/promises';
import path from 'node:path';

/**
 * The path as the disk has it: a typed ü is one letter, and on the disk it may be a u with two dots, in the names of folders
 * too. A path that leads nowhere either way comes back as it is.
 */
export async function locateFile(file: string): Promise<string> {
	const folder = path.dirname(file);
	if (folder === file || (await fileExists(file))) return file;
	const located = await locateFile(folder);
	const wanted = path.basename(file).normalize();
	const names = await readdir(located).catch(() => []);
	const name = names.find((one) => one.normalize() === wanted);
	return name === undefined ? file : path.join(located, name);
}

async function fileExists(file: string): Promise<boolean> {
	return access(file).then(
		() => true,
		() => false,
	);
}
