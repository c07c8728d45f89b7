import {closeSync, constants, fstatSync, openSync, readSync} from 'node:fs';

/**
 * A small file that may be anybody's: nothing is waited for, as a pipe would have it, and no more is read than it may have.
 *
 * @param options.most bytes; a longer file is not read
 * @param options.follow whether it may be a link
 * @returns undefined where it cannot be read, and is no reason to stop
 */
export function readSmallFile(
	file: string,
	{most, follow}: {readonly most: number; readonly follow: boolean},
): Buffer | undefined {
	try {
		// Windows knows neither of the two.
		const {O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0} = constants;
		const handle = openSync(file, O_RDONLY | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW));
		try {
			const stats = fstatSync(handle);
			if (!stats.isFile() || stats.size > most) return undefined;
			const bytes = Buffer.alloc(stats.size);
			let length = 0;
			for (let read = -1; read !== 0 && length < bytes.length; length += read) {
				read = readSync(handle, bytes, length, bytes.length - length, length);
			}
			return bytes.subarray(0, length);
		} finally {
			closeSync(handle);
		}
	} catch {
		return undefined;
	}
}
