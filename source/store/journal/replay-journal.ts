import {applyChange} from '../../domain/apply-change.ts';
import {type Change, countUsers} from '../../domain/change.ts';
import type {Entry} from '../../domain/entry.ts';
import {findUserIndex, type Sheet} from '../../domain/sheet.ts';
import type {User} from '../../domain/user.ts';
import type {Sealer} from '../seal/seal.ts';
import {readLine} from './checked-line.ts';
import {decodeEntryFor} from './decode-entry.ts';
import type {StoredPart} from './entry-schema.ts';
import {joinParts, parseLine} from './parse-line.ts';

/** A place between two entries of a journal: bytes and lines before it. */
export type Place = {readonly offset: number; readonly line: number};

/** What a journal, or its rest, has made of a sheet. */
export type Replayed = {
	readonly sheet: Sheet;
	/** The entries that were not in the sheet before. */
	readonly entries: readonly Entry[];
	/** Behind the last whole entry. */
	readonly place: Place;
	/** How many entries were read, those that the sheet held already too. */
	readonly count: number;
	/** Revision of the last entry, or where the journal begins; 0 where nothing was read. */
	readonly revision: number;
	/** Whether something follows that is no whole entry: torn by a crash, or just being written. */
	readonly torn: boolean;
};

/** Why it cannot be replayed: the end of a sentence, or a hole between the sheet and the journal. */
export type Unreplayable =
	| {readonly kind: 'damaged'; readonly reason: string}
	| {readonly kind: 'newer'; readonly reason: string}
	| {readonly kind: 'gap'; readonly revision: number};

/** Users above which a change is applied to the whole list at once instead of one by one. */
const few = 50;

/**
 * Applies the entries of a journal that are newer than the sheet. Yields between lines, so that it can be sliced.
 *
 * @param bytes the journal from `from` on
 */
export function* replayJournal(
	bytes: Buffer,
	from: Place,
	start: Sheet,
	sealer: Sealer,
): Generator<void, Replayed | Unreplayable, void> {
	const entries: Entry[] = [];
	let sheet = start;
	let count = 0;
	let revision = 0;
	let parts: StoredPart[] = [];
	let place = from;
	let line = from.line;
	let at = 0;
	const damaged = (reason: string): Unreplayable => ({kind: 'damaged', reason: `line ${line + 1} ${reason}`});
	while (at < bytes.length) {
		const read = readLine(bytes, at, sealer);
		if (read.kind === 'torn') break;
		if (read.kind === 'damaged') return damaged(read.reason);
		const parsed = parseLine(read.json);
		if (parsed.kind === 'unknown') return damaged('holds something that usersheet does not know');
		if (parsed.kind === 'newer') {
			return {kind: 'newer', reason: `the format of its journal is ${parsed.version}`};
		}
		at = read.end;
		if (parsed.kind === 'part') {
			parts.push(parsed.part);
		} else {
			if (parsed.kind === 'header') {
				if (line !== 0) return damaged('is a second first line');
				({revision} = parsed.header);
				if (revision > sheet.revision) return {kind: 'gap', revision};
			} else {
				const whole = joinParts(parts, parsed.entry);
				if (whole === undefined) return damaged('does not belong to the lines before it');
				parts = [];
				count += 1;
				revision = whole.revision;
				if (revision > sheet.revision + 1) return {kind: 'gap', revision: revision - 1};
				if (revision > sheet.revision) {
					const entry = yield* decodeEntryFor(whole, sheet);
					if (entry === undefined) return damaged('does not fit what is stored before it');
					sheet = step(sheet, start, entry.change);
					entries.push(entry);
				}
			}
			place = {offset: from.offset + at, line: line + 1};
		}
		line += 1;
		yield;
	}
	const torn = place.offset < from.offset + bytes.length;
	return {sheet, entries, place, count, revision, torn};
}

/** Like applyChange, but the list of users is copied once for the whole journal instead of once for each entry. */
function step(sheet: Sheet, start: Sheet, change: Change): Sheet {
	const isSmall = countUsers(change) <= few && change.added.length === 0;
	if (!isSmall) return applyChange(sheet, change);
	const users: User[] = sheet.users === start.users ? start.users.slice() : (sheet.users as User[]);
	for (const [, after] of change.updated) users[findUserIndex(users, after.id)] = after;
	for (const {id} of change.removed) users.splice(findUserIndex(users, id), 1);
	return {...applyChange(sheet, {...change, updated: [], removed: []}), users};
}
