import {touchedIds} from '../../../domain/change.ts';
import type {Conflict, Place} from '../../../domain/conflict.ts';
import {describeWhose} from '../../../domain/describe-left.ts';
import type {Entry, EntrySummary} from '../../../domain/entry.ts';
import {type FieldChange, type FieldChanges, listFieldChanges} from '../../../domain/field-changes.ts';
import {countTasks, type WorkEntry} from '../../../domain/life-cycle/worklist.ts';
import {planUndoInSteps, type UndoPlan} from '../../../domain/plan-undo.ts';
import {type Sheet, userFinder} from '../../../domain/sheet.ts';
import type {User} from '../../../domain/user.ts';
import {eachInSteps, type Work} from '../../../domain/work.ts';
import {cursorRow, openTable, type TableState} from '../../table/table-state.ts';

/** One change of the history, and what undoing it would do to a sheet. */
export type ExaminedEntry = {
	/** As the list has it. */
	readonly summary: EntrySummary;
	readonly entry: Entry;
	readonly lines: FieldChanges;
	/** The sheet that the undo was planned for. */
	readonly plannedFor: Sheet;
	readonly plan: UndoPlan;
	/** What an undo would leave, by {@link indexLeft}. */
	readonly left: ReadonlyMap<string, Conflict>;
	/** Of an import: what its users need now, and how many of them are gone since. */
	readonly needs: Needs | undefined;
};

/** What is to do for users of a change. */
export type Needs = {readonly entries: readonly WorkEntry[]; readonly gone: number};

/** One change of the history, opened. */
export type OpenedEntry = ExaminedEntry & {
	/** Its values, each known by its place. */
	readonly table: TableState;
};

/** Everything that was ever changed; one change of it may be open. */
export type HistoryState = {
	readonly name: 'history';
	/** Newest first; undefined while they are read. */
	readonly entries?: readonly EntrySummary[];
	/** IANA name of the zone in which times are shown. */
	readonly timeZone: string;
	/** When they were read, ISO 8601. */
	readonly now: string;
	/** Why the history cannot be read. */
	readonly problem?: string;
	/** The changes, each known by its revision. */
	readonly list: TableState;
	readonly opened?: OpenedEntry;
	/** The change that is being examined, and what for: it may have changed 100,000 users. */
	readonly waiting?: {readonly summary: EntrySummary; readonly to: 'open' | 'undo'};
	/** What the question about an undo is for. */
	readonly asked?: ExaminedEntry;
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly history: HistoryState;
	}
}

/** The history while its changes are read. */
export const unreadHistory: HistoryState = {name: 'history', timeZone: 'UTC', now: '', list: openTable([])};

/** The change that Enter opens and an undo is for. */
export function chosenEntry({opened, entries = [], list}: HistoryState): EntrySummary | undefined {
	return opened?.summary ?? findEntry(entries, cursorRow(list));
}

const indexes = new WeakMap<readonly EntrySummary[], ReadonlyMap<number, EntrySummary>>();

/** The change of a revision. */
export function findEntry(entries: readonly EntrySummary[], revision = 0): EntrySummary | undefined {
	const index = indexes.get(entries) ?? new Map(entries.map((entry) => [entry.revision, entry]));
	indexes.set(entries, index);
	return index.get(revision);
}

/** Looks at all of a change, which may take longer than a key can wait. */
export function* examineEntry(summary: EntrySummary, entry: Entry, sheet: Sheet): Work<ExaminedEntry> {
	const lines = yield* listFieldChanges(entry.change);
	const plan = yield* planUndoInSteps(entry, sheet);
	const left = yield* indexLeft(plan.left);
	const needs = entry.origination.from === 'import' ? yield* findNeeds(entry, sheet) : undefined;
	return {summary, entry, lines, plannedFor: sheet, plan, left, needs};
}

function* findNeeds({change}: Entry, sheet: Sheet): Work<Needs> {
	const ids = touchedIds(change);
	const find = userFinder(sheet.users);
	const users: User[] = [];
	yield* eachInSteps(ids, (id) => {
		const user = find(id);
		if (user !== undefined) users.push(user);
	});
	return {entries: yield* countTasks(users, sheet), gone: ids.length - users.length};
}

/** What an undo leaves, to be found by the line that it is about. */
function* indexLeft(left: readonly Conflict[]): Work<ReadonlyMap<string, Conflict>> {
	const index = new Map<string, Conflict>();
	yield* eachInSteps(left, (one) => index.set(nameOfPlace(one), one));
	return index;
}

/** What keeps a line of an opened change from being undone, or undefined when nothing does. */
export function leftOf({left}: Pick<ExaminedEntry, 'left'>, {place}: FieldChange): Conflict | undefined {
	const whole = left.get(nameWhole(place));
	// A deleted user comes back; only the secrets do not.
	if (whole !== undefined && (whole.reason !== 'secret-gone' || place.key === undefined)) return whole;
	return left.get(nameOfPlace(place));
}

function nameOfPlace(place: Place): string {
	return place.key === undefined ? nameWhole(place) : `${nameWhole(place)} ${place.key}`;
}

function nameWhole(place: Place): string {
	return place.what === 'user' ? `user ${place.id}` : describeWhose(place);
}
