import {count} from '../../../domain/problem.ts';
import type {Profile} from '../../../domain/profile.ts';
import {profileFields} from '../../../domain/profiles/profile-fields.ts';
import type {Column} from '../../table/table.ts';

/** How many users have each profile, and how many of them must be deployed again, by its name. */
export type ProfileCounts = {
	readonly users: ReadonlyMap<string, number>;
	/** Absent until all users have been looked at. */
	readonly changed: ReadonlyMap<string, number> | undefined;
};

/** A column that tells of the users of a profile. */
type CountedColumn = Column & {
	readonly help: string;
	/** What a filter of the users asks beside the profile. */
	readonly filter: string;
	/** Undefined where it is not known yet. */
	read(profile: Profile, counts: ProfileCounts): number | undefined;
	/** In a sentence. */
	tell(users: number): string;
};

/** What is told of a profile beside its values. */
export const countedColumns: readonly CountedColumn[] = [
	{
		key: 'users',
		header: 'Users',
		width: 9,
		align: 'right',
		help: 'how many users have it',
		filter: '',
		read: ({name}, {users}) => users.get(name) ?? 0,
		tell: (users) => `${count(users, 'user has', 'users have')} this profile.`,
	},
	{
		key: 'changed',
		header: 'Again',
		name: 'Deploy again',
		width: 9,
		align: 'right',
		isOptional: true,
		help: 'how many of them are deployed with other values',
		filter: ' state:changed-since',
		read: ({name}, {changed}) => (changed === undefined ? undefined : (changed.get(name) ?? 0)),
		tell: (users) => `${count(users, 'user of it', 'users of it')} must be deployed again.`,
	},
];

const texts = profileFields.map(
	(field): Column => ({
		key: field.key,
		header: field.label,
		width: field.kind === 'name' ? 30 : 40,
		frozen: field.kind === 'name',
	}),
);

/** The name, how many users there are, and the values. */
export const profileColumns: readonly Column[] = [...texts.slice(0, 1), ...countedColumns, ...texts.slice(1)];

const joined = new WeakMap<ProfileCounts['users'], ProfileCounts>();

/** Both counts: the same object for the same ones, so that rows that have not changed are not drawn again. */
export function joinCounts(users: ProfileCounts['users'], changed: ProfileCounts['changed']): ProfileCounts {
	const known = joined.get(users);
	if (known?.changed === changed && known !== undefined) return known;
	const counts = {users, changed};
	joined.set(users, counts);
	return counts;
}
