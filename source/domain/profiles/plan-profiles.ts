import {type Change, emptyChange, type Update, updateWith} from '../change.ts';
import {count, quote} from '../problem.ts';
import {findProfile, type Profile} from '../profile.ts';
import type {Sheet} from '../sheet.ts';
import {eachInSteps, type Work} from '../work.ts';
import {countUsersByProfile, profileFinder} from './profile-users.ts';

/** The change that adds a profile, behind the others. */
export function planProfileAdd({profiles}: Sheet, added: Profile): Change {
	return {...emptyChange(`Add profile ${added.name}`), profiles: [profiles, [...profiles, added]]};
}

/**
 * The change that gives a profile other values; not another name, which is {@link planProfileRename}.
 *
 * @param what the value that is another one, where it is one
 */
export function planProfileValues({profiles}: Sheet, before: Profile, after: Profile, what?: string): Change {
	const label =
		what === undefined ? `Change profile ${before.name}` : `Edit ${what} of profile ${before.name}`;
	return {...emptyChange(label), profiles: [profiles, profiles.map((one) => (one === before ? after : one))]};
}

/** The change that gives a profile another name; its users follow, which one undo takes back (rules.md 1.3). */
export function* planProfileRename(sheet: Sheet, before: Profile, name: string): Work<Change> {
	return {
		...planProfileValues(sheet, before, {...before, name}),
		label: `Rename profile ${before.name} to ${name}`,
		updated: yield* moveUsers(sheet, before, name),
	};
}

/** The change that removes a profile, and gives its users another one (rules.md 1.3). */
export function* planProfileRemoval(
	sheet: Sheet,
	removed: Profile,
	replacement: Profile | undefined,
): Work<Change> {
	const {profiles} = sheet;
	return {
		...emptyChange(`Remove profile ${removed.name}`),
		profiles: [profiles, profiles.filter((one) => one !== removed)],
		updated: replacement === undefined ? [] : yield* moveUsers(sheet, removed, replacement.name),
	};
}

/** Why a profile cannot be removed; undefined where it can (rules.md 1.3). */
export function refuseRemoval(
	{profiles}: Sheet,
	removed: Profile,
	users: number,
	replacement: Profile | undefined,
): string | undefined {
	if (profiles.length === 1) return `${quote(removed.name)} is the only profile, and a sheet needs one.`;
	if (replacement === removed) return `${quote(removed.name)} cannot replace itself.`;
	if (users === 0 || replacement !== undefined) return undefined;
	return `${count(users, 'user has', 'users have')} the profile ${quote(removed.name)}: they need another one.`;
}

/** What may be for many users: profiles by name. */
export type ProfileJob =
	| {readonly verb: 'rename'; readonly profile: string; readonly name: string}
	| {readonly verb: 'remove'; readonly profile: string; readonly replacement?: string};

/** The change of a job; undefined where it cannot be done, as others have removed a profile, or taken the name. */
export function* planProfileJob(job: ProfileJob, sheet: Sheet): Work<Change | undefined> {
	const {profiles} = sheet;
	const profile = findProfile(profiles, job.profile);
	if (profile === undefined) return undefined;
	if (job.verb === 'rename') {
		const taken = findProfile(profiles, job.name);
		return taken === undefined || taken === profile
			? yield* planProfileRename(sheet, profile, job.name)
			: undefined;
	}
	const replacement = job.replacement === undefined ? undefined : findProfile(profiles, job.replacement);
	const users = countUsersByProfile(sheet).get(profile.name) ?? 0;
	const isRefused = refuseRemoval(sheet, profile, users, replacement) !== undefined;
	return isRefused ? undefined : yield* planProfileRemoval(sheet, profile, replacement);
}

/** The users of a profile with another one. */
function* moveUsers({users, profiles}: Sheet, from: Profile, to: string): Work<readonly Update[]> {
	const profileOf = profileFinder(profiles);
	const updated: Update[] = [];
	yield* eachInSteps(users, (user) => {
		if (profileOf(user.profile) === from && user.profile !== to)
			updated.push(updateWith(user, {profile: {before: user.profile, after: to}}));
	});
	return updated;
}
