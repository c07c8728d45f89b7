import {decodeFailure, type Failed, failed} from '../store-error.ts';
import type {Unreadable} from '../unreadable.ts';

/** The passphrase was not given. */
export function passphraseNeeded(file: string): Failed {
	const message = `${file} is encrypted. In a terminal usersheet asks for the passphrase; scripts name a file with --passphrase-file or a descriptor with --passphrase-fd. Nothing was changed.`;
	return failed('encrypted', file, message);
}

/** What was given opens nothing. */
export function wrongPassphrase(file: string): Failed {
	return failed('encrypted', file, `That is not the passphrase of ${file}. Nothing was changed.`);
}

/** The passphrase was set, changed or removed since the store was opened. */
export function passphraseChanged(file: string): Failed {
	const message = `The passphrase of ${file} was set, changed or removed since it was opened. From then on nothing is saved here: start usersheet again.`;
	return failed('encrypted', file, message);
}

/** The key file cannot be used, so nothing can be decrypted. */
export function badKeyFile(key: string, unreadable: Unreadable): Failed {
	return decodeFailure(
		key,
		unreadable,
		'Without it nothing can be decrypted. Put a copy of it back; or use that in a backup: "usersheet doctor --salvage" writes all that it opens into a new folder.',
	);
}

/** Something stopped the writing of all files: the new passphrase counts, and files of both kinds are there. */
export function unfinishedPassphrase(file: string, reason: string): Failed {
	const message = `The passphrase of ${file} is the new one from now on, but not every file could be written with it: ${reason}. Nothing is lost, and all of it can be read. Put that right and start usersheet again: it goes on by itself.`;
	return failed('not-writable', file, message);
}
