import {closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync} from 'node:fs';
import path from 'node:path';
import {codeOf} from './store-error.ts';

/** The file of one person's draft beside the store: several may share one. */
export function draftFile(storeFile: string, user: string): string {
	return path.join(path.dirname(storeFile), `draft-${user.replaceAll(/[^\w.-]/gu, '_')}.json`);
}

/**
 * Keeps a draft, whole or not at all, readable by its owner only. At once, because the process is being ended. It may fail
 * where nothing can be written: then there is no draft.
 */
export function writeDraft(file: string, draft: unknown): void {
	const next = `${file}.next`;
	try {
		const handle = openSync(next, 'w', 0o600);
		try {
			writeSync(handle, JSON.stringify(draft));
			fsyncSync(handle);
		} finally {
			closeSync(handle);
		}
		renameSync(next, file);
	} catch {
		rmSync(next, {force: true});
	}
}

/** The draft that was kept, unchecked; undefined where there is none, or none that is JSON. */
export function readDraft(file: string): unknown {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch (error) {
		if (codeOf(error) !== 'ENOENT') rmSync(file, {force: true});
		return undefined;
	}
}

/** Forgets the draft: it has been offered. */
export function removeDraft(file: string): void {
	rmSync(file, {force: true});
}
