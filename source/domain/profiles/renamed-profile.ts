import {type Change, type Update, updateWith} from '../change.ts';
import {defaultProfile, findProfile, type Profile} from '../profile.ts';
import type {Sheet} from '../sheet.ts';
import {isSameProfiles} from './profile-fields.ts';
import {profileFinder} from './profile-users.ts';

/**
 * The profile of a later list that is the same one: by its name; or else the one at its place that has a new name and all else as
 * it was. One without any value is told from another one by nothing but its name.
 */
export function laterProfile(
	was: Profile,
	before: readonly Profile[],
	later: readonly Profile[],
): Profile | undefined {
	const named = findProfile(later, was.name);
	if (named !== undefined || before.length !== later.length) return named;
	const made = later[before.indexOf(was)];
	if (made === undefined || findProfile(before, made.name) !== undefined) return undefined;
	const isRenamed = isSameProfiles([{...was, name: made.name}], [made]);
	return isRenamed ? made : undefined;
}

/** Whether a profile holds nothing but its name. */
export function isBlankProfile(profile: Profile): boolean {
	return isSameProfiles([profile], [{...defaultProfile, name: profile.name}]);
}

/** Whether a change takes away the name of a profile: it is removed, or has another name. */
export function dropsProfile({profiles}: Pick<Change, 'profiles'>): boolean {
	if (profiles === undefined) return false;
	const [before, after] = profiles;
	return before.some(({name}) => findProfile(after, name) === undefined);
}

/**
 * A change with the users who were given a profile meanwhile that it renames, or replaces for its users: they follow, too
 * (rules.md 1.3).
 *
 * @param profiles what it makes of the profiles
 * @param now the sheet that it is made for
 */
export function withFollowers(change: Change, {profiles}: Pick<Change, 'profiles'>, now: Sheet): Change {
	if (profiles === undefined || !dropsProfile({profiles})) return change;
	const [before] = profiles;
	const profileOf = profileFinder(before);
	const names = namesAfter(profiles, change.updated);
	if (names.size === 0) return change;
	const known = new Set([...change.updated, ...change.removed].map(({id}) => id));
	const followers = now.users.flatMap((user): readonly Update[] => {
		const name = known.has(user.id) ? undefined : names.get(profileOf(user.profile));
		return name === undefined ? [] : [updateWith(user, {profile: {before: user.profile, after: name}})];
	});
	return followers.length === 0 ? change : {...change, updated: [...change.updated, ...followers]};
}

/** What the users of the profiles have instead that a change renames, or removes and replaces. */
function namesAfter(
	[before, after]: NonNullable<Change['profiles']>,
	updated: readonly Update[],
): ReadonlyMap<Profile | undefined, string> {
	const names = new Map<Profile | undefined, string>();
	for (const was of before) {
		if (findProfile(after, was.name) !== undefined || was.name.trim() === '') continue;
		const name = laterProfile(was, before, after)?.name ?? replacementOf(was, updated);
		if (name !== undefined) names.set(was, name);
	}
	return names;
}

/** The one profile that a change gives to users of a profile, where it does nothing else to users. */
function replacementOf(was: Profile, updated: readonly Update[]): string | undefined {
	const name = updated[0]?.cells.profile?.after;
	const isMove = ({cells}: Update): boolean =>
		Object.keys(cells).length === 1 &&
		cells.profile?.after === name &&
		findProfile([was], cells.profile?.before ?? '') !== undefined;
	return updated.every(isMove) ? name : undefined;
}
