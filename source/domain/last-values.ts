import {cellKeys} from './change.ts';
import {describeAuthor} from './describe-entry.ts';
import type {Author, Entry} from './entry.ts';
import type {RecordKey} from './field.ts';
import {formatLocalTime} from './local-time.ts';
import {eachInSteps, type Work} from './work.ts';

/** A change that set a value. */
export type SettingChange = {
	readonly revision: number;
	readonly at: string;
	readonly author: Author;
	/** "change 12 (2026-01-02 14:05, by ann)". */
	readonly name: string;
};

/** How a value came to be: what it was before, and by which change. */
export type LastValue = {readonly before: string; readonly after: string; readonly by: SettingChange};

/** The last change of each value that the history has, by user and field. */
export type LastValues = ReadonlyMap<number, ReadonlyMap<RecordKey, LastValue>>;

/**
 * The last changes of values in some entries.
 *
 * @param entries newest first
 * @param timeZone for the names of the changes
 */
export function* collectLastValues(entries: readonly Entry[], timeZone: string): Work<LastValues> {
	const found = new Map<number, Map<RecordKey, LastValue>>();
	for (const {revision, at, author, change} of entries) {
		const when = formatLocalTime(at, timeZone);
		const name = `change ${revision.toLocaleString('en-US')} (${when}, by ${describeAuthor(author)})`;
		const by = {revision, at, author, name};
		yield* eachInSteps(change.updated, (update) => {
			const values = found.get(update.id) ?? new Map<RecordKey, LastValue>();
			found.set(update.id, values);
			for (const key of cellKeys(update)) {
				const cell = update.cells[key];
				if (cell !== undefined && !values.has(key)) values.set(key, {...cell, by});
			}
		});
	}
	return found;
}
