import {type Change, countUsers, type Update} from '../../domain/change.ts';
import type {Entry} from '../../domain/entry.ts';
import {storedText, storedUser} from '../checkpoint/encode-sheet.ts';
import {formatLine} from '../seal/checked-line.ts';
import type {Sealer} from '../seal/seal.ts';
import type {StoredEntry} from './entry-schema.ts';

/** Large enough to cost nothing, small enough to be written and read between two key presses. */
const usersPerLine = 250;

/**
 * An entry as lines for journal and history: users added and removed whole, of users updated only what differs. A large
 * one takes several lines, of which the last one makes it count. Yields a line at a time, so that it can be sliced.
 */
export function* encodeEntry(entry: Entry, sealer: Sealer): Generator<Buffer, void, void> {
	const {change, withoutSecrets} = entry;
	let parts = 0;
	if (countUsers(change) > usersPerLine) {
		for (const lists of splitLists(change)) {
			parts += 1;
			yield formatLine(JSON.stringify({part: parts, revision: entry.revision, ...lists}), sealer);
		}
	}
	yield formatLine(
		JSON.stringify({
			revision: entry.revision,
			at: entry.at,
			author: entry.author,
			origination: entry.origination,
			label: change.label,
			...(parts === 0
				? storedLists(change.added, change.updated, change.removed)
				: {parts, counts: countsOf(change)}),
			profiles: change.profiles,
			settings: change.settings,
			withdrawn: change.withdrawn,
			listed: change.listed,
			nextId: change.nextId,
			withoutSecrets,
		}),
		sealer,
	);
}

function countsOf({added, updated, removed}: Change): StoredEntry['counts'] {
	return [added.length, updated.length, removed.length];
}

function* splitLists({added, updated, removed}: Change): Generator<object, void, void> {
	for (let from = 0; from < added.length; from += usersPerLine) {
		yield storedLists(added.slice(from, from + usersPerLine), [], []);
	}
	for (let from = 0; from < updated.length; from += usersPerLine) {
		yield storedLists([], updated.slice(from, from + usersPerLine), []);
	}
	for (let from = 0; from < removed.length; from += usersPerLine) {
		yield storedLists([], [], removed.slice(from, from + usersPerLine));
	}
}

function storedLists(added: Change['added'], updated: Change['updated'], removed: Change['removed']): object {
	return {
		...(added.length === 0 ? {} : {added: added.map(storedUser)}),
		...(updated.length === 0 ? {} : {updated: updated.map(storedUpdate)}),
		...(removed.length === 0 ? {} : {removed: removed.map(storedUser)}),
	};
}

function storedUpdate({id, firstName, lastName, cells}: Update): readonly [number, object, object] {
	const changes = Object.entries(cells).map(([key, {before, after}]) => [
		key,
		[before, storedText(after, key, id)],
	]);
	return [
		id,
		Object.fromEntries(changes),
		{
			...(firstName === '' || cells.firstName ? {} : {firstName}),
			...(lastName === '' || cells.lastName ? {} : {lastName}),
		},
	];
}
