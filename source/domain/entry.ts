import type {Change, Update} from './change.ts';
import {storedFields} from './field-lists.ts';
import type {User} from './user.ts';

/** How a change came about. */
export type Origination =
	| {readonly from: 'grid' | 'form' | 'command-line' | 'undo' | 'restore'}
	/** A CSV file: its name, and the SHA-256 of its bytes in hex. */
	| {
			readonly from: 'import';
			readonly fileName: string;
			readonly hash: string;
			/** Revision of the import whose rejected rows the file holds. */
			readonly rejectsOf?: number;
			/** Absent in what was written before there was one. */
			readonly counts?: ImportCounts;
	  };

/** What an import has not written of its file, in rows, and how many cells were put right in it. */
export type ImportCounts = {
	readonly unchanged: number;
	readonly skipped: number;
	readonly leftOut: number;
	readonly rejected: number;
	readonly fixedCells: number;
};

/** Who made a change. */
export type Author = {
	/** Account of the operating system; behind sudo and doas the one that called them. */
	readonly user: string;
	/** The name that this person has chosen. */
	readonly name?: string;
	/** The SSH key of the login, by its comment or what its certificate says: several people may share an account. */
	readonly key?: string;
	/** Address of the SSH client; absent at the machine itself. */
	readonly client?: string;
};

/** One committed change with everything that history says of it. */
export type Entry = {
	/** Revision of the sheet after it. */
	readonly revision: number;
	/** When it was committed: ISO 8601, UTC. */
	readonly at: string;
	readonly author: Author;
	readonly origination: Origination;
	readonly change: Change;
	/** Whether compaction has taken the secrets out of the change: they cannot be brought back. */
	readonly withoutSecrets?: boolean;
};

/** How much of each kind a change is about. */
export type Counts = {
	readonly added: number;
	readonly updated: number;
	readonly removed: number;
	readonly profiles: boolean;
	readonly settings: boolean;
	/** Whether the list of users to be withdrawn was changed otherwise than by deleting users. */
	readonly withdrawn: boolean;
};

/** What a list says of an entry. Which users it is about is read when it is opened: they may be 100,000. */
export type EntrySummary = Omit<Entry, 'change'> & Pick<Change, 'label'> & {readonly counts: Counts};

/** How much a change is about. */
export function countChange({added, updated, removed, profiles, settings, withdrawn}: Change): Counts {
	return {
		added: added.length,
		updated: updated.length,
		removed: removed.length,
		profiles: profiles !== undefined,
		settings: settings !== undefined,
		withdrawn: withdrawn !== undefined,
	};
}

/** Where a change came from when the caller does not say. */
export const defaultOrigination: Origination = {from: 'command-line'};

const secretKeys = storedFields.filter((field) => field.kind === 'secret').map((field) => field.key);

/**
 * The entry with the secrets taken out, as the history keeps it. A user with no other change stays in it,
 * with no cells. Deployment PINs stay: they belong to what is administered here.
 */
export function withoutSecrets(entry: Entry): Entry {
	const {added, updated, removed} = entry.change;
	const blanked = {
		added: added.map(blankSecrets),
		updated: updated.map(dropSecrets),
		removed: removed.map(blankSecrets),
	};
	const isSame =
		added.every((user, index) => user === blanked.added[index]) &&
		updated.every((update, index) => update === blanked.updated[index]) &&
		removed.every((user, index) => user === blanked.removed[index]);
	return isSame ? entry : {...entry, change: {...entry.change, ...blanked}, withoutSecrets: true};
}

/** The very same user where there is no secret. */
export function blankSecrets(user: User): User {
	const held = secretKeys.filter((key) => user[key] !== '');
	return held.length === 0 ? user : {...user, ...Object.fromEntries(held.map((key) => [key, '']))};
}

function dropSecrets(update: Update): Update {
	if (secretKeys.every((key) => update.cells[key] === undefined)) return update;
	const cells = {...update.cells};
	for (const key of secretKeys) delete cells[key];
	return {...update, cells};
}
