import {userInfo} from 'node:os';
import process from 'node:process';
import {isEmptyChange} from '../domain/change.ts';
import type {Entry, Origination} from '../domain/entry.ts';
import type {Commit} from './store.ts';
import type {Failed} from './store-error.ts';

/** What this process has committed, newest first, by store: a stand-in until the store keeps its history on disk. */
const noted = new Map<string, readonly Entry[]>();

/** The commits of this process to one store, newest first. */
export function notedEntries(file: string): readonly Entry[] {
	return noted.get(file) ?? [];
}

/** Notes a commit that was made. */
export function noteEntry(
	file: string,
	made: Commit | Failed,
	origination: Origination = {from: 'command-line'},
): Commit | Failed {
	if ('error' in made || isEmptyChange(made.change)) return made;
	const client = process.env.SSH_CLIENT?.split(' ')[0];
	const entry = {
		revision: made.sheet.revision,
		at: new Date().toISOString(),
		author: {user: userInfo().username, ...(client ? {client} : {})},
		origination,
		change: made.change,
	};
	noted.set(file, [entry, ...notedEntries(file)]);
	return made;
}
