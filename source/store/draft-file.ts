import {
	closeSync,
	fsyncSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeSync,
} from 'node:fs';
import path from 'node:path';
import {currentAuthor} from './author.ts';
import {isKeyCurrent} from './seal/key-file.ts';
import {type Seal, sealerFor} from './seal/seal.ts';
import {codeOf, isStoreError} from './store-error.ts';
import {namesOf} from './store-files.ts';
import {resolveStoreFile} from './store-path.ts';

/** What one person had half-typed when the terminal went away. Several people may share a store. */
export type DraftFile = {
	/**
	 * Keeps it, whole or not at all, readable by its owner only. At once, because the process is being ended. It may fail
	 * where nothing can be written: then there is no draft.
	 */
	readonly keep: (draft: unknown) => void;
	/** What was kept, unchecked; undefined where there is nothing, or nothing that can be read. */
	readonly read: () => unknown;
	/** Forgets it: it has been offered. */
	readonly forget: () => void;
};

/** The draft of whoever sits at this process, beside the store's file. */
export function createDraftFile(storeFile: string, seal: Seal): DraftFile {
	const {user} = currentAuthor();
	const file = path.join(path.dirname(storeFile), `draft-${user.replaceAll(/[^\w.-]/gu, '_')}.json`);
	const sealer = sealerFor(seal, 'draft');
	return {
		keep(draft) {
			if (isSealCurrent(storeFile, seal)) writeDraft(file, sealer.seal(JSON.stringify(draft)));
		},
		read() {
			try {
				const text = sealer.open(readFileSync(file, 'utf8'));
				if (typeof text === 'string') return JSON.parse(text);
			} catch (error) {
				if (codeOf(error) === 'ENOENT') return undefined;
			}
			rmSync(file, {force: true});
			return undefined;
		},
		forget() {
			rmSync(file, {force: true});
		},
	};
}

/** The drafts in a folder, each person's. */
export function listDrafts(folder: string): readonly string[] {
	return readdirSync(folder)
		.filter((name) => /^draft-.*\.json$/.test(name))
		.map((name) => path.join(folder, name));
}

/** What is typed with a key that is no longer used, or without one, must not come to lie in the clear. */
function isSealCurrent(storeFile: string, seal: Seal): boolean {
	const place = resolveStoreFile(storeFile);
	return !isStoreError(place) && isKeyCurrent(seal, namesOf(place.target));
}

function writeDraft(file: string, text: string): void {
	const next = `${file}.next`;
	try {
		const handle = openSync(next, 'w', 0o600);
		try {
			writeSync(handle, text);
			fsyncSync(handle);
		} finally {
			closeSync(handle);
		}
		renameSync(next, file);
	} catch {
		rmSync(next, {force: true});
	}
}
