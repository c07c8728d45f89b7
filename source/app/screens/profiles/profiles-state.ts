import type {Problem} from '../../../domain/problem.ts';
import type {Profile} from '../../../domain/profile.ts';
import type {ProfileJob} from '../../../domain/profiles/plan-profiles.ts';
import type {OpenCell} from '../../table/table.ts';
import {openTable, placesOf, type RowId, type TableState} from '../../table/table-state.ts';

/** The row of a profile that is there only once it has a name. */
export const addedRow: RowId = -1;

/** A value of a profile that is being edited. */
export type ProfileEditor = Omit<OpenCell, 'masked'> & {
	/** {@link addedRow} for a profile that is to be added. */
	readonly row: RowId;
	readonly key: keyof Profile;
	/** The value when it was opened: another one now is that of another person. */
	readonly before: string;
	/** Why the value was refused at the last commit. */
	readonly problem?: Problem;
};

/** What the rows are known by: a profile keeps its number when it has another name or another place. */
export type ProfileRows = {
	/** The profiles that the list was last about. */
	readonly seen: readonly Profile[];
	/** By their places. */
	readonly ids: readonly RowId[];
	readonly nextId: RowId;
};

/** The list of the deployment profiles. */
export type ProfilesState = ProfileRows & {
	readonly name: 'profiles';
	readonly table: TableState;
	readonly editor: ProfileEditor | undefined;
	/** The value that the person's editor has: a text of several lines. */
	readonly inEditor: Pick<ProfileEditor, 'row' | 'key' | 'before'> | undefined;
	/** How many users of each profile must be deployed again, by its name; undefined until they have been looked at. */
	readonly changed: ReadonlyMap<string, number> | undefined;
	/** While all users are looked through for those who have a profile. */
	readonly planning: ProfileJob | undefined;
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly profiles: ProfilesState;
	}
}

/** The list as it is opened, with the cursor on one of the profiles. */
export function openProfiles(profiles: readonly Profile[], row: number): ProfilesState {
	const ids = placesOf(profiles.length);
	return {
		name: 'profiles',
		seen: profiles,
		ids,
		nextId: profiles.length,
		table: openTable(ids, {row}),
		editor: undefined,
		inEditor: undefined,
		changed: undefined,
		planning: undefined,
	};
}
