import {closeSync, constants, fstatSync, openSync, readSync} from 'node:fs';

/**
 * How a file holds the sheet, as its beginning tells: as JSON, encrypted by conf, or as an encrypted backup. Anything else is
 * taken for text, whose reader says what is wrong with it.
 *
 * @throws system errors
 */
export function readStoredForm(file: string): 'text' | 'conf' | 'backup' {
	const start = readStart(file, 40);
	// A checked line: see formatLine.
	if (/^[\da-f]{8} \d{1,10} \{/.test(start)) return 'backup';
	// conf puts a colon behind its random vector of 16 bytes.
	return start[16] === ':' && !/^\s*\{\s*"/.test(start) ? 'conf' : 'text';
}

/**
 * The first bytes of a file as Latin-1.
 *
 * @throws system errors
 */
export function readStart(file: string, length: number): string {
	// A pipe in its place would be waited for.
	const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	try {
		const stats = fstatSync(handle);
		const code = stats.isDirectory() ? 'EISDIR' : 'ENOTFILE';
		if (!stats.isFile()) throw Object.assign(new Error(code), {code, path: file});
		const bytes = Buffer.alloc(length);
		return bytes.toString('latin1', 0, readSync(handle, bytes));
	} finally {
		closeSync(handle);
	}
}
