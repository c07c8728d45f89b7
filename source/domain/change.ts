import {type FieldKey, fieldKeys, type RecordKey, recordKeys} from './field.ts';
import type {Profile} from './profile.ts';
import type {Settings, Withdrawal} from './sheet.ts';
import {fullName, type User} from './user.ts';

/** A value before and after. */
export type Cell = {readonly before: string; readonly after: string};

/** The values of one user that a change sets: those of a system field are of its kind. */
export type Cells = {readonly [Key in RecordKey]?: Cell};
export type WritableCells = {-readonly [Key in RecordKey]?: Cell};

/** What a change does to one user who was there before and is there after it. */
export type Update = {
	readonly id: number;
	/** What names the user when nothing else is at hand: as it was before. */
	readonly firstName: string;
	readonly lastName: string;
	/** Empty where only secrets were changed, and have left the history. */
	readonly cells: Cells;
};

/**
 * The one way in which a sheet changes: a cell edit, a form, a bulk PIN, an import, an undo. It is what a preview shows,
 * what the store commits and what history keeps. Users are found by ID; a user is in at most one of the lists.
 */
export type Change = {
	/** What the person did, for undo and history: "Edit Email address of Ann Archer". Never holds a secret or a PIN. */
	readonly label: string;
	readonly added: readonly User[];
	readonly updated: readonly Update[];
	readonly removed: readonly User[];
	readonly profiles?: readonly [before: readonly Profile[], after: readonly Profile[]];
	readonly settings?: readonly [before: Settings, after: Settings];
	/** Deleted users who are taken off the list of those to be withdrawn, and who are put on it. */
	readonly withdrawn?: readonly [off: readonly Withdrawal[], on: readonly Withdrawal[]];
	/** IDs of the users added or removed here who are to be withdrawn while they are gone; absent: all who are removed while deployed. */
	readonly listed?: readonly number[];
	/** IDs below it were given out in the sheet that a backup holds, and must not be given again. */
	readonly nextId?: number;
	/** Whether it is kept although it changes nothing: the history says by its name what was done, such as that PINs were shown. */
	readonly isNote?: true;
};

/** A change with nothing in it, to be spread. */
export function emptyChange(label: string): Change {
	return {label, added: [], updated: [], removed: []};
}

/** What the history is to say, and nothing else. */
export function noteChange(label: string): Change {
	return {...emptyChange(label), isNote: true};
}

/** Whether there is nothing in it to be stored. */
export function isEmptyChange(change: Change): boolean {
	const {profiles, settings, withdrawn, isNote = false} = change;
	const isPart = profiles !== undefined || settings !== undefined || withdrawn !== undefined;
	return countUsers(change) === 0 && !isPart && !isNote;
}

/** How many users a change touches. */
export function countUsers(change: Change): number {
	return change.added.length + change.updated.length + change.removed.length;
}

/** The users whom a change creates or changes, by ID. */
export function touchedIds({added, updated}: Change): readonly number[] {
	return [...added, ...updated].map(({id}) => id);
}

/** Whether a change touches so many users that keys are served while it is planned and written. */
export function isBulk(change: Change): boolean {
	return countUsers(change) > 1000;
}

/** What makes the second of two versions of a user out of the first one. */
export function updateOf(before: User, after: User): Update {
	const cells: WritableCells = {};
	for (const key of recordKeys) {
		if (before[key] !== after[key]) cells[key] = {before: before[key], after: after[key]};
	}
	return updateWith(before, cells);
}

/** The update of a user with these cells. */
export function updateWith({id, firstName, lastName}: User, cells: Cells): Update {
	return {id, firstName, lastName, cells};
}

/** "Ann Archer": the name before the change, or of a user who had none the one after it. */
export function nameOfUpdate({firstName, lastName, cells}: Update): string {
	const after = {firstName: cells.firstName?.after ?? '', lastName: cells.lastName?.after ?? ''};
	return fullName({firstName, lastName}) || fullName(after);
}

/** The keys of the values that an update sets: they have no others by their type. */
export function cellKeys({cells}: Update): readonly RecordKey[] {
	return Object.keys(cells) as readonly RecordKey[];
}

/** The user after an update. */
export function updateUser(user: User, update: Update): User {
	const after: Record<string, string | number> = {...user};
	for (const key of cellKeys(update)) after[key] = update.cells[key]?.after ?? '';
	// Where the values of the cells come from, they were a user's or have been checked.
	return after as User;
}

/** Whether the user holds what the update expects. */
export function fitsUser(update: Update, user: User): boolean {
	for (const key of cellKeys(update)) if (update.cells[key]?.before !== user[key]) return false;
	return true;
}

/** A change of one user; empty when nothing differs. */
export function updateChange(label: string, before: User, after: User): Change {
	const update = updateOf(before, after);
	return {...emptyChange(label), updated: cellKeys(update).length === 0 ? [] : [update]};
}

/** The fields that people fill in in which two versions of a user differ. */
export function changedFields(before: User, after: User): readonly FieldKey[] {
	return before === after ? [] : fieldKeys.filter((key) => before[key] !== after[key]);
}

/** Whether two versions of a user hold the same. */
export function isSameUser(a: User, b: User): boolean {
	if (a === b) return true;
	for (const key of recordKeys) if (a[key] !== b[key]) return false;
	return a.id === b.id;
}

/** The update that takes this one back. */
export function invertUpdate(update: Update): Update {
	const cells: WritableCells = {};
	for (const key of cellKeys(update)) {
		const {before = '', after = ''} = update.cells[key] ?? {};
		cells[key] = {before: after, after: before};
	}
	const {firstName = {before: update.firstName}, lastName = {before: update.lastName}} = cells;
	return {id: update.id, firstName: firstName.before, lastName: lastName.before, cells};
}

/** The change that takes this one back. */
export function invertChange(change: Change, label = `Undo: ${change.label}`): Change {
	return {
		label,
		added: change.removed,
		updated: change.updated.map(invertUpdate),
		removed: change.added,
		...invertListed(change),
		...invertParts(change),
	};
}

/** Who of the users of a change is to be withdrawn once it is taken back: those who were before it. */
export function invertListed({added, removed, listed}: Change): Pick<Change, 'listed'> {
	const ids = listed ?? removed.filter(isDeployed).map(({id}) => id);
	return ids.length > 0 || added.some(isDeployed) ? {listed: ids} : {};
}

function isDeployed({deployedOn}: User): boolean {
	return deployedOn !== '';
}

/** What changes the sheet apart from its users. */
export type ChangeParts = Pick<Change, 'profiles' | 'settings' | 'withdrawn'>;

/** What takes back the parts of a change. */
export function invertParts({profiles, settings, withdrawn}: Change): ChangeParts {
	return {
		...(withdrawn === undefined ? {} : {withdrawn: [withdrawn[1], withdrawn[0]]}),
		...(profiles === undefined ? {} : {profiles: [profiles[1], profiles[0]]}),
		...(settings === undefined ? {} : {settings: [settings[1], settings[0]]}),
	};
}
