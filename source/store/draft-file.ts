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
import {currentAuthor} from './author/current-author.ts';
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

/** The draft of whoever sits at this process, beside the store's file: where that really is, as all its files are. */
export function createDraftFile(storeFile: string, readOnly: boolean, seal: Seal): DraftFile {
	const {user} = currentAuthor();
	const place = resolveStoreFile(storeFile);
	const folder = path.dirname(isStoreError(place) ? storeFile : place.target);
	const file = path.join(folder, `draft-${user.replaceAll(/[^\w.-]/gu, '_')}.json`);
	const sealer = sealerFor(seal, 'draft');
	return {
		keep(draft) {
			const isCurrent = (): boolean => isSealCurrent(storeFile, seal);
			if (isCurrent()) writeDraft(file, sealer.seal(JSON.stringify(draft)), isCurrent);
		},
		read() {
			try {
				const text = sealer.open(readFileSync(file, 'utf8'));
				if (typeof text === 'string') return JSON.parse(text);
			} catch (error) {
				if (codeOf(error) === 'ENOENT') return undefined;
			}
			if (!readOnly) remove(file);
			return undefined;
		},
		forget() {
			if (!readOnly) remove(file);
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

function writeDraft(file: string, text: string, isCurrent: () => boolean): void {
	const next = `${file}.next`;
	const bytes = Buffer.from(text);
	try {
		const handle = openSync(next, 'w', 0o600);
		try {
			for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
			fsyncSync(handle);
		} finally {
			closeSync(handle);
		}
		// Whoever sets a passphrase removes what is on its way once the key is there; what comes later sees the key.
		if (isCurrent()) renameSync(next, file);
		else remove(next);
	} catch {
		remove(next);
	}
}

/** A draft that cannot be removed is no reason to stop: it is offered once more. */
function remove(file: string): void {
	try {
		rmSync(file, {force: true});
	} catch {
		// Somebody else's folder, or a disk that can only be read.
	}
}
