import {findProfile, type Profile} from '../profile.ts';
import type {Sheet} from '../sheet.ts';
import type {User} from '../user.ts';

/** Finds the profiles of many users by what stands in their cells, each name once. */
export function profileFinder(profiles: readonly Profile[]): (name: string) => Profile | undefined {
	const found = new Map<string, Profile | undefined>();
	return (name) => {
		if (!found.has(name)) found.set(name, findProfile(profiles, name));
		return found.get(name);
	};
}

/** How many of some users have each profile, by its name; one without any is not in it. */
export function countByProfile(
	users: readonly User[],
	profiles: readonly Profile[],
): ReadonlyMap<string, number> {
	const byText = new Map<string, number>();
	for (const {profile} of users) byText.set(profile, (byText.get(profile) ?? 0) + 1);
	const counts = new Map<string, number>();
	for (const [text, amount] of byText) {
		const name = findProfile(profiles, text)?.name ?? text;
		counts.set(name, (counts.get(name) ?? 0) + amount);
	}
	return counts;
}

const counted = new WeakMap<
	readonly User[],
	{readonly profiles: Sheet['profiles']; readonly counts: ReadonlyMap<string, number>}
>();

/** The same of all users of a sheet; counted once for the same users and profiles. */
export function countUsersByProfile({users, profiles}: Sheet): ReadonlyMap<string, number> {
	const known = counted.get(users);
	if (known?.profiles === profiles) return known.counts;
	const counts = countByProfile(users, profiles);
	counted.set(users, {profiles, counts});
	return counts;
}
