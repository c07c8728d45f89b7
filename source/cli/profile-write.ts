import type {Change} from '../domain/change.ts';
import {count, formatProblem, quote} from '../domain/problem.ts';
import {defaultProfile, findProfile, type Profile} from '../domain/profile.ts';
import {judgeProfile} from '../domain/profiles/judge-profile.ts';
import {
	planProfileAdd,
	planProfileRemoval,
	planProfileRename,
	planProfileValues,
	refuseRemoval,
} from '../domain/profiles/plan-profiles.ts';
import {
	describeOtherProfile,
	describeProfileConsequences,
	usersOfProfile,
} from '../domain/profiles/profile-consequences.ts';
import {profileValueFields} from '../domain/profiles/profile-fields.ts';
import {countUsersByProfile} from '../domain/profiles/profile-users.ts';
import {finishWork} from '../domain/work.ts';
import {type Context, commitChange, fail, type Opened, withSheet} from './context.ts';
import {type ExitCode, exitCodes} from './exit-code.ts';
import {flagOf} from './flag-of.ts';
import {type Io, printLine, printLines} from './io.ts';
import {checkProfileName, fillInProfile, type ProfileFlags} from './profile-values.ts';

type DryRunFlag = {readonly dryRun?: boolean};

/** `usersheet profile add`. */
export async function addProfile(context: Context, name: string, flags: ProfileFlags): Promise<number> {
	return withSheet(context, 'write', async (opened) => {
		const {io} = context;
		const existing = findProfile(opened.sheet.profiles, name);
		if (existing !== undefined)
			return fail(
				io,
				exitCodes.refused,
				`There is a profile ${quote(existing.name)} already. "usersheet profile set" changes it.`,
			);
		const added = fillInProfile({...defaultProfile, name: name.trim()}, flags);
		const refused = refuseProfile(io, opened, undefined, added);
		if (refused !== undefined) return refused;
		return writeChange(
			io,
			opened,
			planProfileAdd(opened.sheet, added),
			`Profile ${quote(added.name)} added.`,
		);
	});
}

/** `usersheet profile set`. */
export async function setProfile(context: Context, name: string, flags: ProfileFlags): Promise<number> {
	return withProfile(context, name, {}, async (opened, before) => {
		const {io} = context;
		if (Object.keys(flags).length === 0)
			return fail(
				io,
				exitCodes.usage,
				`Nothing to set: give at least one of ${profileValueFields.map(({key}) => flagOf(key)).join(', ')}.`,
			);
		const {sheet} = opened;
		const after = fillInProfile(before, flags);
		const refused = refuseProfile(io, opened, before, after);
		if (refused !== undefined) return refused;
		const change = planProfileValues(sheet, before, after);
		const done = await writeChange(io, opened, change, `Profile ${quote(after.name)} changed.`);
		if (done === exitCodes.done)
			await printLines(io.stderr, describeProfileConsequences(sheet, before, after));
		return done;
	});
}

/** `usersheet profile rename`. */
export async function renameProfile(
	context: Context,
	name: string,
	wanted: string,
	flags: DryRunFlag,
): Promise<number> {
	return withProfile(context, name, flags, async (opened, before) => {
		const {io} = context;
		const after = {...before, name: wanted.trim()};
		if (after.name === before.name)
			return fail(io, exitCodes.refused, `The profile is called ${quote(after.name)} already.`);
		const refused = refuseProfile(io, opened, before, after);
		if (refused !== undefined) return refused;
		const change = finishWork(planProfileRename(opened.sheet, before, after.name));
		const text = `Profile ${quote(before.name)} renamed to ${quote(after.name)}${tellFollowers(change)}.`;
		return writeChange(io, opened, change, text, flags);
	});
}

/** `usersheet profile remove`. */
export async function removeProfile(
	context: Context,
	name: string,
	{replaceWith, ...flags}: DryRunFlag & {readonly replaceWith?: string},
): Promise<number> {
	return withProfile(context, name, flags, async (opened, profile) => {
		const {io} = context;
		const {sheet} = opened;
		const replacement = replaceWith === undefined ? undefined : findProfile(sheet.profiles, replaceWith);
		if (replaceWith !== undefined && replacement === undefined)
			return fail(io, exitCodes.usage, checkProfileName(replaceWith, sheet));
		const users = countUsersByProfile(sheet).get(profile.name) ?? 0;
		const reason = refuseRemoval(sheet, profile, users, replacement);
		if (reason !== undefined)
			return fail(
				io,
				exitCodes.refused,
				users > 0 && replacement === undefined ? `${reason} Name it with --replace-with.` : reason,
			);
		const change = finishWork(planProfileRemoval(sheet, profile, replacement));
		if (replacement !== undefined)
			await printLines(io.stderr, describeOtherProfile(usersOfProfile(sheet, profile), profile, replacement));
		const instead = replacement === undefined ? '' : tellFollowers(change, replacement.name);
		return writeChange(io, opened, change, `Profile ${quote(profile.name)} removed${instead}.`, flags);
	});
}

/** Opens the sheet for something that is done to one of its profiles. */
async function withProfile(
	context: Context,
	name: string,
	{dryRun = false}: DryRunFlag,
	act: (opened: Opened, profile: Profile) => Promise<ExitCode>,
): Promise<number> {
	return withSheet(context, dryRun ? 'read' : 'write', async (opened) => {
		const profile = findProfile(opened.sheet.profiles, name);
		return profile === undefined
			? fail(context.io, exitCodes.usage, checkProfileName(name, opened.sheet))
			: act(opened, profile);
	});
}

/** Tells of all that is wrong with a profile; only an error refuses it. */
function refuseProfile(
	io: Io,
	{sheet}: Opened,
	before: Profile | undefined,
	after: Profile,
): ExitCode | undefined {
	const others = sheet.profiles.filter((one) => one !== before);
	const problems = judgeProfile(after, others);
	const errors = problems.filter(({severity}) => severity === 'error');
	if (errors.length > 0) return fail(io, exitCodes.refused, errors);
	for (const problem of problems) printLine(io.stderr, formatProblem(problem));
	return undefined;
}

async function writeChange(
	io: Io,
	opened: Opened,
	change: Change,
	text: string,
	{dryRun = false}: DryRunFlag = {},
): Promise<ExitCode> {
	if (dryRun) {
		await printLines(io.stdout, [
			text,
			'Dry run: nothing was written. The same command without --dry-run does it.',
		]);
		return exitCodes.done;
	}
	const committed = await commitChange(io, opened, change);
	if ('failed' in committed) return committed.failed;
	printLine(io.stdout, text);
	return exitCodes.done;
}

/** "; 12 users follow", or nothing where there are none. */
function tellFollowers({updated: {length}}: Change, instead?: string): string {
	if (length === 0) return '';
	return instead === undefined
		? `; ${count(length, 'user follows', 'users follow')}`
		: `; ${count(length, 'user has', 'users have')} ${quote(instead)} now`;
}
