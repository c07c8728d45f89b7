import {chmodSync, chownSync, statSync} from 'node:fs';

/** Makes a new file of a store private, and its owner the one of the store's file: root may have been used on somebody's store. */
export function takeOverOwner(file: string, next: string): void {
	// The mode given while creating is reduced by the umask; one that takes reading or writing from the owner is no use here.
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
