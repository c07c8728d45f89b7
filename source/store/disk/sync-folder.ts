import {closeSync, fsyncSync, openSync} from 'node:fs';

/** Makes new names in a folder survive a power cut. Some systems cannot do that; the files themselves are synced in any case. */
export function syncFolder(folder: string): void {
	try {
		const handle = openSync(folder, 'r');
		try {
			fsyncSync(handle);
		} finally {
			closeSync(handle);
		}
	} catch {
		// What was written is in place: to report it as failed would be wrong.
	}
}
