import {mkdtempSync, rmSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';

/**
 * Writes a temporary file that no other account can read (0600), in a folder of its own (0700): an editor may put more files
 * beside it. Both are there only while it is used; they are removed at the latest when the process ends.
 *
 * @throws system errors
 */
export async function withPrivateCopy<Result>(
	content: string,
	suffix: string,
	use: (file: string) => Promise<Result>,
): Promise<Result> {
	const folder = mkdtempSync(path.join(tmpdir(), 'usersheet-edit-'));
	const remove = (): void => rmSync(folder, {recursive: true, force: true});
	process.once('exit', remove);
	try {
		const file = path.join(folder, `users${suffix}`);
		await writeFile(file, content, {mode: 0o600, flag: 'wx'});
		return await use(file);
	} finally {
		process.off('exit', remove);
		remove();
	}
}
