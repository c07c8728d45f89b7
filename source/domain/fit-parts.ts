import type {Change} from './change.ts';
import type {Conflict} from './conflict.ts';
import type {Preference} from './fit-users.ts';
import {findProfile, type Profile} from './profile.ts';
import {isSameProfiles, profileFields} from './profile-fields.ts';
import {isSameSettings, settingFields} from './setting-fields.ts';
import type {Settings, Sheet} from './sheet.ts';
import type {User} from './user.ts';

type Report = (conflict: Conflict) => unknown;

/**
 * The profiles and settings of a change on those of now, value by value; absent where nothing is left to do.
 *
 * @param users the users after the change: a profile that one of them has stays, where theirs are preferred
 */
export function fitParts(
	{profiles, settings}: Pick<Change, 'profiles' | 'settings'>,
	users: () => readonly User[],
	now: Sheet,
	prefer: Preference,
	conflicts: Conflict[],
): Pick<Change, 'profiles' | 'settings'> {
	const report: Report = (conflict) => conflicts.push(conflict);
	const fittedProfiles = profiles && fitProfiles(profiles, users, now.profiles, prefer, report);
	const fittedSettings = settings && fitSettings(settings, now.settings, prefer, report);
	return {
		...(fittedProfiles === undefined || isSameProfiles(fittedProfiles, now.profiles)
			? {}
			: {profiles: [now.profiles, fittedProfiles]}),
		...(fittedSettings === undefined || isSameSettings(fittedSettings, now.settings)
			? {}
			: {settings: [now.settings, fittedSettings]}),
	};
}

function fitProfiles(
	[before, after]: NonNullable<Change['profiles']>,
	users: () => readonly User[],
	current: readonly Profile[],
	prefer: Preference,
	report: Report,
): readonly Profile[] {
	const kept = current.filter((now) => {
		const was = findProfile(before, now.name);
		if (was === undefined || findProfile(after, now.name) !== undefined) return true;
		const isChanged = !isSameProfiles([was], [now]);
		if (!isChanged && (prefer === 'mine' || !isUsed(now, users()))) return false;
		report({what: 'profile', name: now.name, reason: isChanged ? 'changed-since' : 'in-use'});
		return prefer === 'theirs';
	});
	const fitted = kept.map((now) => {
		const made = findProfile(after, now.name);
		return made === undefined ? now : fitProfile(findProfile(before, now.name), made, now, prefer, report);
	});
	const missing = after.filter((made) => {
		if (findProfile(current, made.name) !== undefined) return false;
		const was = findProfile(before, made.name);
		if (was !== undefined && !isSameProfiles([was], [made]))
			report({what: 'profile', name: made.name, reason: 'removed-since'});
		return was === undefined;
	});
	const profiles = inOrderOf(after, [...fitted, ...missing]);
	if (profiles.length > 0) return profiles;
	// A sheet needs a profile: where others have removed all but those that the change removes, these stay.
	for (const {name} of current) report({what: 'profile', name, reason: 'in-use'});
	return current;
}

function fitProfile(
	was: Profile | undefined,
	made: Profile,
	now: Profile,
	prefer: Preference,
	report: Report,
): Profile {
	let fitted = now;
	for (const {key} of profileFields) {
		if (made[key] === was?.[key] || made[key] === now[key]) continue;
		const isConflict = now[key] !== was?.[key];
		if (isConflict) report({what: 'profile', name: now.name, key, reason: 'changed-since'});
		if (!isConflict || prefer === 'mine') fitted = {...fitted, [key]: made[key]};
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

function fitSettings(
	[before, after]: readonly [Settings, Settings],
	now: Settings,
	prefer: Preference,
	report: Report,
): Settings {
	let fitted = now;
	for (const {key, read, take} of settingFields) {
		if (read(after) === read(before) || read(after) === read(now)) continue;
		const isConflict = read(now) !== read(before);
		if (isConflict) report({what: 'setting', key, reason: 'changed-since'});
		if (!isConflict || prefer === 'mine') fitted = take(fitted, after);
	}
	return fitted;
}
