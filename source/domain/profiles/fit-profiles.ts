import type {Change} from '../change.ts';
import type {Conflict} from '../conflict.ts';
import type {Preference} from '../fit-users.ts';
import {findProfile, type Profile} from '../profile.ts';
import type {User} from '../user.ts';
import {isSameProfiles, profileFields} from './profile-fields.ts';
import {isBlankProfile, laterProfile} from './renamed-profile.ts';

type Report = (conflict: Conflict) => unknown;

/** A profile of now, as it was when the change was made, and as the change makes it. */
type Fit = {readonly now: Profile; readonly was: Profile | undefined; readonly made: Profile | undefined};

/**
 * The profiles of a change on those of now, value by value. A profile that others have renamed is still the same one.
 *
 * @param users the users after the change: a profile that one of them has stays
 */
export function fitProfiles(
	[before, after]: NonNullable<Change['profiles']>,
	users: () => readonly User[],
	current: readonly Profile[],
	prefer: Preference,
	report: Report,
): readonly Profile[] {
	const originals = new Map(before.map((was) => [laterProfile(was, before, after), was]));
	const added = after.filter((made) => !originals.has(made));
	const fits = current.map((now): Fit => {
		const was = before.find((one) => isThatOfNow(one, now, before, current));
		const made = was === undefined ? findProfile(added, now.name) : laterProfile(was, before, after);
		return {now, was, made};
	});
	const fitted = fits.flatMap((fit) => {
		const {now, was, made} = fit;
		if (made !== undefined) return [fitProfile(fit, made, current, prefer, report)];
		return was === undefined || staysThough(was, now, users, prefer, report) ? [now] : [];
	});
	const missing = after.filter((made) => {
		if (fits.some((fit) => fit.made === made)) return false;
		const was = originals.get(made);
		if (was === undefined) return true;
		if (!isSameProfiles([was], [made])) report({what: 'profile', name: was.name, reason: 'removed-since'});
		return findProfile(before, made.name) === undefined && isUsed(made, users());
	});
	const profiles = inOrderOf(after, [...fitted, ...missing]);
	if (profiles.length > 0) return profiles;
	// A sheet needs a profile: where others have removed all but those that the change removes, these stay.
	for (const {name} of current) report({what: 'profile', name, reason: 'in-use'});
	return current;
}

function isThatOfNow(
	was: Profile,
	now: Profile,
	before: readonly Profile[],
	current: readonly Profile[],
): boolean {
	const later = laterProfile(was, before, current);
	// Others may have removed one and added another one: what holds nothing is not taken for the same.
	return later === now && (findProfile([was], now.name) !== undefined || !isBlankProfile(was));
}

/** Whether a profile that the change removes stays all the same: users have it, or others have changed it. */
function staysThough(
	was: Profile,
	now: Profile,
	users: () => readonly User[],
	prefer: Preference,
	report: Report,
): boolean {
	const isChanged = !isSameProfiles([was], [now]);
	const stays = isUsed(now, users());
	if (isChanged || stays)
		report({what: 'profile', name: now.name, reason: stays && !isChanged ? 'in-use' : 'changed-since'});
	return stays || (isChanged && prefer === 'theirs');
}

function fitProfile(
	{now, was}: Fit,
	made: Profile,
	current: readonly Profile[],
	prefer: Preference,
	report: Report,
): Profile {
	let fitted = now;
	for (const {key} of profileFields) {
		if (made[key] === was?.[key] || made[key] === now[key]) continue;
		const isTaken = key === 'name' && ![undefined, now].includes(findProfile(current, made.name));
		const isConflict = isTaken || now[key] !== was?.[key];
		if (isConflict) report({what: 'profile', name: now.name, key, reason: 'changed-since'});
		if (!isTaken && (!isConflict || prefer === 'mine')) fitted = {...fitted, [key]: made[key]};
	}
	return fitted;
}

function isUsed(profile: Profile, users: readonly User[]): boolean {
	const names = new Set(users.map((user) => user.profile));
	return [...names].some((name) => name.trim() !== '' && findProfile([profile], name) !== undefined);
}

/** The order of a list, where nothing but what is in it remains. */
function inOrderOf(list: readonly Profile[], profiles: readonly Profile[]): readonly Profile[] {
	const ordered = list.flatMap((was) => findProfile(profiles, was.name) ?? []);
	return ordered.length === profiles.length ? ordered : profiles;
}
