import {closeSync, constants, fstatSync, openSync, readSync} from 'node:fs';

/** Bytes of the largest file of settings or keys: those have a line for each person or login. */
const usualMost = 1024 * 1024;

/**
 * The text of a small file that any account may have written: a pipe in its place is not waited for, and no more is read than it
 * may have.
 *
 * @param mayBeLink whether links are followed
 * @param most bytes; a longer file is not read
 * @returns undefined where it cannot be read, and is no reason to stop
 */
export function readSmallFile(file: string, mayBeLink: boolean, most = usualMost): string | undefined {
	try {
		// Windows knows neither of the two.
		const {O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0} = constants;
		const handle = openSync(file, O_RDONLY | O_NONBLOCK | (mayBeLink ? 0 : O_NOFOLLOW));
		try {
			const stats = fstatSync(handle);
			if (!stats.isFile() || stats.size > most) return undefined;
			const bytes = Buffer.alloc(stats.size);
			let length = 0;
			for (let read = -1; read !== 0 && length < bytes.length; length += read) {
				read = readSync(handle, bytes, length, bytes.length - length, length);
			}
			return bytes.toString('utf8', 0, length);
		} finally {
			closeSync(handle);
		}
	} catch {
		return undefined;
	}
}
