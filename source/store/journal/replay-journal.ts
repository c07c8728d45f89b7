import {applyChange} from '../../domain/apply-change.ts';
import {type Change, countUsers, updateUser} from '../../domain/change.ts';
import {changeWithdrawals} from '../../domain/change-withdrawals.ts';
import type {Entry} from '../../domain/entry.ts';
import {fitsUsers} from '../../domain/fit-change.ts';
import {findUserIndex, type Sheet} from '../../domain/sheet.ts';
import type {User} from '../../domain/user.ts';
import {checkedLines} from '../seal/checked-line.ts';
import type {Sealer} from '../seal/seal.ts';
import {damaged, type Unreadable} from '../unreadable.ts';
import {decodeEntry} from './decode-entry.ts';
import {joinLines, newerJournal, parseLine} from './parse-line.ts';

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

/** Users above which a change is applied to the whole list at once instead of one by one. */
const few = 50;

/**
 * Applies the entries of a journal that are newer than the sheet. Yields between lines, so that it can be sliced.
 *
 * @param bytes the journal from `from` on
 * @returns `gap` where changes between the sheet and the journal are missing
 */
export function* replayJournal(
	bytes: Buffer,
	from: Place,
	start: Sheet,
	sealer: Sealer,
): Generator<void, Replayed | Unreadable | 'gap', void> {
	const entries: Entry[] = [];
	let sheet = start;
	let count = 0;
	let revision = 0;
	let place = from;
	const join = joinLines();
	for (const line of checkedLines(bytes, sealer)) {
		const number = from.line + line.number;
		const damagedLine = (reason: string): Unreadable => damaged(`line ${number} ${reason}`);
		if (line.kind === 'damaged') return damagedLine(line.reason);
		const parsed = parseLine(line.json);
		if (parsed.kind === 'unknown') return damagedLine('holds something that usersheet does not know');
		if (parsed.kind === 'newer') return newerJournal(parsed.version);
		if (parsed.kind === 'header') {
			if (number !== 1) return damagedLine('is a second first line');
			({revision} = parsed.header);
			if (revision > sheet.revision) return 'gap';
		}
		const joined = join(parsed);
		if (joined === 'broken') return damagedLine('does not belong to the lines before it');
		if (joined !== undefined) {
			count += 1;
			({revision} = joined);
			if (revision > sheet.revision + 1) return 'gap';
			if (revision > sheet.revision) {
				const entry = decodeEntry(joined);
				if (!fitsUsers(entry.change, sheet)) return damagedLine('does not fit what is stored before it');
				yield;
				sheet = replayChange(sheet, start, entry.change);
				entries.push(entry);
			}
		}
		if (parsed.kind !== 'part') place = {offset: from.offset + line.end, line: number};
		yield;
	}
	const torn = place.offset < from.offset + bytes.length;
	return {sheet, entries, place, count, revision, torn};
}

/** Like applyChange, but the list of users is copied once for the whole journal instead of once for each entry. */
function replayChange(sheet: Sheet, start: Sheet, change: Change): Sheet {
	const isSmall = countUsers(change) <= few && change.added.length === 0;
	if (!isSmall) return applyChange(sheet, change);
	const users: User[] = sheet.users === start.users ? start.users.slice() : (sheet.users as User[]);
	for (const update of change.updated) {
		const index = findUserIndex(users, update.id);
		const user = users[index];
		if (user !== undefined) users[index] = updateUser(user, update);
	}
	for (const {id} of change.removed) users.splice(findUserIndex(users, id), 1);
	const toWithdraw = changeWithdrawals(sheet.toWithdraw, change);
	return {...applyChange(sheet, {...change, updated: [], removed: []}), users, toWithdraw};
}
