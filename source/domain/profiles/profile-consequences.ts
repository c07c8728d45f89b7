import {isSetUpOtherwise} from '../fingerprint-deployment.ts';
import {count} from '../problem.ts';
import type {Profile} from '../profile.ts';
import type {Sheet} from '../sheet.ts';
import {checkRemoteNumber, otherRemedies, type User} from '../user.ts';
import {profileFinder} from './profile-users.ts';

/** What follows for users from other values of their profile, in sentences; none where nothing does (rules.md 1.3, 3.12). */
export function describeProfileConsequences(
	sheet: Sheet,
	before: Profile,
	after: Profile,
): readonly string[] {
	const users = usersOfProfile(sheet, before);
	if (users.length === 0) return [];
	return [
		`${count(users.length, 'user has', 'users have')} this profile.`,
		...describeOtherProfile(users, before, after),
	];
}

/** What follows for users who get the values of another profile, as where theirs is removed. */
export function describeOtherProfile(
	users: readonly User[],
	before: Profile,
	after: Profile,
): readonly string[] {
	const again = users.filter(
		(user) => user.deployedOn !== '' && isSetUpOtherwise(user, before, after),
	).length;
	return [
		...(again === 0 ? [] : [`${count(again, 'is', 'are')} deployed, and must be deployed again.`]),
		...(after.remoteMbg && !before.remoteMbg ? describeRemoteNumbers(users) : []),
	];
}

/** The numbers were fine until the connection became remote: nothing else would say so now. */
export function describeRemoteNumbers(users: readonly User[]): readonly string[] {
	const affected = users.filter((user) => checkRemoteNumber(user.directoryNumber) !== undefined).length;
	return affected === 0
		? []
		: [
				`${count(affected, 'has', 'have')} a # in the directory number, which cannot sync over a remote MBG connection: write * instead, ${otherRemedies}.`,
			];
}

/** The users who have a profile. */
export function usersOfProfile({users, profiles}: Sheet, profile: Profile): readonly User[] {
	const profileOf = profileFinder(profiles);
	return users.filter((user) => profileOf(user.profile) === profile);
}
