import path from 'node:path';

/** The file's name in its folder. */
export const storeFileName = 'users.json';

/** The names of everything that belongs to a store, beside the file that links lead to. */
export type StoreNames = {
	readonly folder: string;
	/** The checkpoint: the sheet at some revision, written by conf. */
	readonly checkpoint: string;
	/** What was committed since. */
	readonly journal: string;
	/** What was committed before, for people to look back at. */
	readonly history: string;
	readonly backups: string;
	/** What is known of messages that are being sent. */
	readonly mailing: string;
	/** What the passphrase opens; absent where nothing is encrypted. */
	readonly key: string;
	/** New versions of these files on their way into place. */
	readonly next: string;
	readonly journalNext: string;
	readonly historyNext: string;
	readonly keyNext: string;
	readonly mailingNext: string;
};

/** The names of a store's files. A checkpoint of another name, which a link may lead to, has companions of that name. */
export function namesOf(target: string): StoreNames {
	const folder = path.dirname(target);
	const name = path.basename(target);
	const inFolder = (companion: string): string =>
		path.join(folder, name === storeFileName ? companion : `${name}.${companion}`);
	const journal = inFolder('journal.jsonl');
	const history = inFolder('history.jsonl');
	const key = inFolder('key.jsonl');
	const mailing = inFolder('mailing.jsonl');
	return {
		folder,
		checkpoint: target,
		journal,
		history,
		backups: inFolder('backups'),
		mailing,
		key,
		next: `${target}.next`,
		journalNext: `${journal}.next`,
		historyNext: `${history}.next`,
		keyNext: `${key}.next`,
		mailingNext: `${mailing}.next`,
	};
}
