import {readdirSync, rmSync} from 'node:fs';
import path from 'node:path';
import {currentAuthor} from './author/current-author.ts';
import {makePrivateFolder} from './disk/create-private.ts';
import {readSmallFile} from './disk/read-small-file.ts';
import {replaceWhole} from './disk/replace-whole.ts';
import {isKeyCurrent} from './seal/key-file.ts';
import {type Seal, sealerFor, type Unopened} from './seal/seal.ts';
import {isStoreError} from './store-error.ts';
import {resolveStore} from './store-path.ts';

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

/** Bytes of the largest draft: a form, or a cell with pasted text. */
const largestDraft = 16 * 1024 * 1024;

/** The draft of the person at this process. It is beside the store's file once links are followed, as all files of the store are. */
export function createDraftFile(storeFile: string, readOnly: boolean, seal: Seal): DraftFile {
	const {user} = currentAuthor();
	const names = resolveStore(storeFile);
	const folder = isStoreError(names) ? path.dirname(storeFile) : names.folder;
	const file = path.join(folder, `draft-${user.replaceAll(/[^\w.-]/gu, '_')}.json`);
	const sealer = sealerFor(seal, 'draft');
	return {
		keep(draft) {
			const isCurrent = (): boolean => isSealCurrent(storeFile, seal);
			if (isCurrent()) writeDraft(storeFile, file, sealer.seal(JSON.stringify(draft)), isCurrent);
		},
		read() {
			const held = readDraft(file);
			const draft = held === undefined ? undefined : parseDraft(sealer.open(held));
			if (draft === undefined && !readOnly) removeDraft(file);
			return draft;
		},
		forget() {
			if (!readOnly) removeDraft(file);
		},
	};
}

/** What drafts are called, and what is on its way to be one. */
export const draftName = /^draft-.*\.json(\.next)?$/;

/** The drafts in a folder, each person's. */
export function listDrafts(folder: string): readonly string[] {
	return readdirSync(folder)
		.filter((name) => draftName.test(name) && !name.endsWith('.next'))
		.map((name) => path.join(folder, name));
}

/** The content of a draft's file; undefined where usersheet has not written it. */
export function readDraft(file: string): string | undefined {
	return readSmallFile(file, false, largestDraft);
}

function parseDraft(text: string | Unopened): unknown {
	try {
		return typeof text === 'string' ? JSON.parse(text) : undefined;
	} catch {
		return undefined;
	}
}

/** What is typed with a key that is no longer used, or without one, must not come to lie in the clear. */
function isSealCurrent(storeFile: string, seal: Seal): boolean {
	const names = resolveStore(storeFile);
	return !isStoreError(names) && isKeyCurrent(seal, names);
}

function writeDraft(storeFile: string, file: string, text: string, isCurrent: () => boolean): void {
	try {
		makePrivateFolder(storeFile, path.dirname(file));
		// A process that sets a passphrase removes each ".next" once the key is there; a later one sees the key.
		if (replaceWhole(storeFile, file, Buffer.from(text), isCurrent)) return;
	} catch {
		// Nothing can be written here: then there is no draft.
	}
	removeDraft(`${file}.next`);
}

/** A draft that cannot be removed is no reason to stop: it is offered once more. */
function removeDraft(file: string): void {
	try {
		rmSync(file, {force: true});
	} catch {
		// The folder belongs to another account, or the disk can only be read.
	}
}
