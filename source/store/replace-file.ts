import {
	chmodSync,
	chownSync,
	closeSync,
	fsyncSync,
	openSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
} from 'node:fs';
import path from 'node:path';
import {writeConfFile} from './conf-file.ts';

/** How replacing went; where it failed, the file is as it was. */
export type Replaced = 'done' | 'no-room' | 'not-ours';

/**
 * Replaces a file by a complete new one, or leaves it alone; there is no moment at which it is neither.
 *
 * conf syncs and renames by itself, but its writer (atomically) does not look at how much the system took: on a
 * full disk it puts a cut-off file in the place of the good one, without an error. So conf writes beside it, and only
 * what has its full length takes the place.
 *
 * @param isOurs asked last: whether the lock is still held
 * @throws system errors
 */
export function replaceFile(file: string, text: string, isOurs: () => boolean): Replaced {
	const next = nextFileOf(file);
	try {
		writeConfFile(next, text);
		if (statSync(next).size !== Buffer.byteLength(text)) return 'no-room';
		takeOverOwner(file, next);
		if (!isOurs()) return 'not-ours';
		renameSync(next, file);
	} finally {
		rmSync(next, {force: true});
	}
	syncFolder(path.dirname(file));
	return 'done';
}

/** Removes what a killed process left beside the file: it holds secrets. Only for the one who has the lock. */
export function removeLeftovers(file: string): void {
	const next = path.basename(nextFileOf(file));
	const folder = path.dirname(file);
	const left = readdirSync(folder).filter((name) => name === next || name.startsWith(`${next}.tmp-`));
	for (const name of left) rmSync(path.join(folder, name), {force: true});
}

function nextFileOf(file: string): string {
	return `${file}.next`;
}

/** root may have been used on somebody's store: it stays theirs. */
function takeOverOwner(file: string, next: string): void {
	// The mode that conf gives is reduced by the umask; one that takes reading or writing from the owner is no use here.
	chmodSync(next, 0o600);
	const owner = statSync(file, {throwIfNoEntry: false});
	const ours = statSync(next);
	if (owner === undefined || (owner.uid === ours.uid && owner.gid === ours.gid)) return;
	try {
		chownSync(next, owner.uid, owner.gid);
	} catch {
		// Only root may give files away. Whoever may replace the file has been let into its folder.
	}
}

/** Makes the new name survive a power cut. Some systems cannot do that; the file itself is synced in any case. */
function syncFolder(folder: string): void {
	try {
		const handle = openSync(folder, 'r');
		try {
			fsyncSync(handle);
		} finally {
			closeSync(handle);
		}
	} catch {
		// The change is in place: to report it as failed would be wrong.
	}
}
