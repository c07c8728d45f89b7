import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, onTestFinished} from 'vitest';
import type {Sheet} from '../../source/domain/sheet.ts';
import type {Commit} from '../../source/store/commit-change.ts';
import {openStore} from '../../source/store/open-store.ts';
import {changePassphrase} from '../../source/store/passphrase/change-passphrase.ts';
import {unlockStore} from '../../source/store/passphrase/unlock-store.ts';
import {plainSeal, type Seal} from '../../source/store/seal/seal.ts';
import type {Store} from '../../source/store/store.ts';
import {isStoreError, type StoreError} from '../../source/store/store-error.ts';

/** A folder of its own, removed after the test. */
export function makeFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'usersheet-store-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	return folder;
}

/** Opens a store that must open. */
export async function open(
	directory: string,
	readOnly = false,
	seal = plainSeal,
): Promise<{readonly store: Store; readonly sheet: Sheet}> {
	const opened = good(await openStore({directory, readOnly, seal}));
	onTestFinished(() => opened.store.close());
	return opened;
}

/** Opens a store that must not open. */
export async function refuse(directory: string, readOnly = false, seal = plainSeal): Promise<StoreError> {
	return bad(await openStore({directory, readOnly, seal}));
}

/** The answer, which must not be an error. */
export function good<Answer extends object>(answer: Answer | {readonly error: StoreError}): Answer {
	if (isStoreError(answer)) throw new Error(answer.error.message);
	return answer;
}

/** The error, which the answer must be. */
export function bad(answer: object): StoreError {
	if (!isStoreError(answer)) throw new Error('an error was expected');
	return answer.error;
}

/** scrypt's cost in tests: as little as it takes, because hundreds of passphrases are tried. */
export const cheap = 2;

/** Sets the passphrase of a store, or removes it; how the store is read from then on. */
export async function encrypt(directory: string, seal: Seal, passphrase: string | undefined): Promise<Seal> {
	const changed = good(await changePassphrase(directory, seal, passphrase, cheap));
	expect(changed.left).toEqual([]);
	return changed.seal;
}

/** How a store is read by who knows the passphrase. */
export async function unlock(directory: string, ...passphrases: readonly string[]): Promise<Seal> {
	return good(await unlockStore(directory, async (_, attempt) => passphrases[attempt - 1]));
}

/** What a commit must have made. */
export async function done(commit: ReturnType<Store['commit']>): Promise<Commit> {
	return good(await commit);
}

/** Every file and folder below, with its mode, time and content: the same before and after when nothing was written. */
export function snapshot(folder: string): unknown {
	return readdirSync(folder, {recursive: true, encoding: 'utf8'})
		.sort()
		.map((name) => {
			const entry = path.join(folder, name);
			const {mode, mtimeMs, ino} = statSync(entry);
			const isFile = statSync(entry).isFile();
			return {name, mode, mtimeMs, ino, content: isFile ? readFileSync(entry).toString('hex') : undefined};
		});
}

/** The permission bits of a file or folder, as `ls` has them in octal: "600". */
export function modeOf(entry: string): string {
	return (statSync(entry).mode & 0o7777).toString(8);
}

/** As if somebody had waited for so long that the locks of a process that was killed count as left behind. */
export function removeLocks(directory: string): void {
	for (const name of ['users.json.lock', 'users.json.next.lock', 'mailing.jsonl.lock']) {
		for (const lock of [name, `${name}.lock`])
			rmSync(path.join(directory, lock), {recursive: true, force: true});
	}
}
