import {emptyChange} from '../domain/change.ts';
import {count, quote} from '../domain/problem.ts';
import {defaultProfile, findProfile, type Profile} from '../domain/profile.ts';
import {profileValueFields} from '../domain/profile-fields.ts';
import {countUsersByProfile} from '../domain/profile-users.ts';
import type {Sheet} from '../domain/sheet.ts';
import {checkRemoteNumber} from '../domain/user.ts';
import {type Context, commitChange, fail, type Opened, withSheet} from './context.ts';
import {type ExitCode, exitCodes} from './exit-code.ts';
import {flagOf} from './flag-of.ts';
import {type Io, printLine} from './io.ts';
import {checkProfileName, checkProfileValues, fillInProfile, type ProfileFlags} from './profile-values.ts';

/** `usersheet profile add`. */
export async function addProfile(context: Context, name: string, flags: ProfileFlags): Promise<number> {
	return withSheet(context, 'write', async (opened) => {
		const {profiles} = opened.sheet;
		const existing = findProfile(profiles, name);
		if (name.trim() === '') return fail(context.io, exitCodes.refused, 'A profile needs a name.');
		if (existing !== undefined)
			return fail(
				context.io,
				exitCodes.refused,
				`There is a profile ${quote(existing.name)} already. "usersheet profile set" changes it.`,
			);
		const added = fillInProfile({...defaultProfile, name: name.trim()}, flags);
		return writeProfile(context.io, opened, 'Add', added, [...profiles, added]);
	});
}

/** `usersheet profile set`. */
export async function setProfile(context: Context, name: string, flags: ProfileFlags): Promise<number> {
	return withSheet(context, 'write', async (opened) => {
		const {profiles} = opened.sheet;
		const before = findProfile(profiles, name);
		if (before === undefined) return fail(context.io, exitCodes.usage, checkProfileName(name, opened.sheet));
		if (Object.keys(flags).length === 0)
			return fail(
				context.io,
				exitCodes.usage,
				`Nothing to set: give at least one of ${profileValueFields.map(({key}) => flagOf(key)).join(', ')}.`,
			);
		const after = fillInProfile(before, flags);
		return writeProfile(
			context.io,
			opened,
			'Change',
			after,
			profiles.map((profile) => (profile === before ? after : profile)),
		);
	});
}

/** `usersheet profile remove`. */
export async function removeProfile(context: Context, name: string): Promise<number> {
	return withSheet(context, 'write', async (opened) => {
		const {io} = context;
		const {profiles} = opened.sheet;
		const profile = findProfile(profiles, name);
		if (profile === undefined) return fail(io, exitCodes.usage, checkProfileName(name, opened.sheet));
		const users = countUsersByProfile(opened.sheet).get(profile.name) ?? 0;
		if (users > 0)
			return fail(
				io,
				exitCodes.refused,
				`${count(users, 'user has', 'users have')} the profile ${quote(profile.name)}: give them another one first.`,
			);
		if (profiles.length === 1)
			return fail(
				io,
				exitCodes.refused,
				`${quote(profile.name)} is the only profile, and a sheet needs one.`,
			);
		const rest = profiles.filter((other) => other !== profile);
		const committed = await commitChange(io, opened, {
			...emptyChange(`Remove profile ${profile.name}`),
			profiles: [profiles, rest],
		});
		if ('failed' in committed) return committed.failed;
		printLine(io.stdout, `Profile ${quote(profile.name)} removed.`);
		return exitCodes.done;
	});
}

async function writeProfile(
	io: Io,
	opened: Opened,
	verb: 'Add' | 'Change',
	profile: Profile,
	profiles: readonly Profile[],
): Promise<ExitCode> {
	const problems = checkProfileValues(profile);
	if (problems.length > 0) return fail(io, exitCodes.refused, problems);
	const committed = await commitChange(io, opened, {
		...emptyChange(`${verb} profile ${profile.name}`),
		profiles: [opened.sheet.profiles, profiles],
	});
	if ('failed' in committed) return committed.failed;
	printLine(io.stdout, `Profile ${quote(profile.name)} ${verb === 'Add' ? 'added' : 'changed'}.`);
	warnOfRemoteNumbers(io, committed.sheet, profile);
	return exitCodes.done;
}

/** The numbers were fine until the connection became remote: nothing else would say so now. */
function warnOfRemoteNumbers(io: Io, sheet: Sheet, profile: Profile): void {
	if (!profile.remoteMbg) return;
	const affected = sheet.users.filter(
		(user) =>
			findProfile([profile], user.profile) !== undefined &&
			checkRemoteNumber(user.directoryNumber) !== undefined,
	).length;
	if (affected > 0)
		printLine(
			io.stderr,
			`${count(affected, 'user')} of this profile ${affected === 1 ? 'has' : 'have'} a # in the directory number, which cannot sync over a remote MBG connection. Write * instead.`,
		);
}
