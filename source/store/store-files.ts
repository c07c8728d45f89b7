import path from 'node:path';
import {storeFileName} from './store-path.ts';

/** Everything that belongs to a store, beside the file that links lead to. */
export type StoreFiles = {
	readonly folder: string;
	/** The checkpoint: the sheet at some revision, written by conf. */
	readonly checkpoint: string;
	/** What was committed since. */
	readonly journal: string;
	/** What was committed before, for people to look back at. */
	readonly history: string;
	readonly backups: string;
	/** New versions of the three files on their way into place. */
	readonly next: string;
	readonly journalNext: string;
	readonly historyNext: string;
};

/** The names of a store's files. A checkpoint of another name, which a link may lead to, has companions of that name. */
export function filesOf(target: string): StoreFiles {
	const folder = path.dirname(target);
	const name = path.basename(target);
	const inFolder = (companion: string): string =>
		path.join(folder, name === storeFileName ? companion : `${name}.${companion}`);
	const journal = inFolder('journal.jsonl');
	const history = inFolder('history.jsonl');
	return {
		folder,
		checkpoint: target,
		journal,
		history,
		backups: inFolder('backups'),
		next: `${target}.next`,
		journalNext: `${journal}.next`,
		historyNext: `${history}.next`,
	};
}
