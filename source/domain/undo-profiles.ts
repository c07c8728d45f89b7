import {applyChange} from './apply-change.ts';
import type {Change} from './change.ts';
import type {Left} from './left.ts';
import {findProfile, type Profile} from './profile.ts';
import {profileText} from './profile-fields.ts';
import type {Sheet} from './sheet.ts';

/**
 * The profiles as they were before a change, on the list of today: the same rules as for users, and a profile that
 * somebody has stays.
 *
 * @param users what the undo does to the users
 */
export function undoProfiles(
	pair: Change['profiles'],
	users: Change,
	sheet: Sheet,
	left: Left[],
): Pick<Change, 'profiles'> {
	if (pair === undefined) return {};
	const [before, after] = pair;
	const leave = (profile: Profile, reason: Extract<Left, {what: 'profile'}>['reason']): void => {
		left.push({what: 'profile', name: profile.name, reason});
	};
	const kept = sheet.profiles.flatMap((now) => {
		const [was, made] = [findProfile(before, now.name), findProfile(after, now.name)];
		if (isSame(was, made) || isSame(now, was)) return [now];
		if (!isSame(now, made)) {
			leave(now, 'changed-since');
			return [now];
		}
		if (was !== undefined) return [was];
		if (!isUsed(now, users, sheet)) return [];
		leave(now, 'in-use');
		return [now];
	});
	for (const was of before) {
		const made = findProfile(after, was.name);
		if (made !== undefined && !isSame(was, made) && findProfile(sheet.profiles, was.name) === undefined)
			leave(was, 'removed-since');
	}
	const back = before.filter(
		(was) =>
			findProfile(after, was.name) === undefined && findProfile(sheet.profiles, was.name) === undefined,
	);
	const profiles = inOrderOf(before, [...kept, ...back]);
	if (profiles.length === 0) {
		// A sheet needs a profile: where others have removed all but those that the change added, these stay.
		for (const now of sheet.profiles) leave(now, 'in-use');
		return {};
	}
	const isUnchanged =
		profiles.length === sheet.profiles.length &&
		profiles.every((profile, index) => profile === sheet.profiles[index]);
	return isUnchanged ? {} : {profiles: [sheet.profiles, profiles]};
}

function isUsed(profile: Profile, users: Change, sheet: Sheet): boolean {
	const names = new Set(applyChange(sheet, users).users.map((user) => user.profile));
	return [...names].some((name) => name.trim() !== '' && findProfile([profile], name) !== undefined);
}

/** The order of before, where nothing but that remains. */
function inOrderOf(before: readonly Profile[], profiles: readonly Profile[]): readonly Profile[] {
	const ordered = before.flatMap((was) => findProfile(profiles, was.name) ?? []);
	return ordered.length === profiles.length ? ordered : profiles;
}

function isSame(one: Profile | undefined, other: Profile | undefined): boolean {
	return (
		one === other || (one !== undefined && other !== undefined && profileText(one) === profileText(other))
	);
}
