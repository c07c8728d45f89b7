import type {Change} from '../../../domain/change.ts';
import {count, quote} from '../../../domain/problem.ts';
import {findProfile} from '../../../domain/profile.ts';
import {type ProfileJob, planProfileJob} from '../../../domain/profiles/plan-profiles.ts';
import {describeOtherProfile, usersOfProfile} from '../../../domain/profiles/profile-consequences.ts';
import {finishWork} from '../../../domain/work.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, putScreen, withNotice} from '../../model.ts';
import {makeChange} from '../../saving/make-change.ts';
import type {Step} from '../../step.ts';
import type {ProfilesMessage} from './profiles-messages.ts';
import type {ProfilesState} from './profiles-state.ts';

/** Users who are looked through between two key presses. */
const few = 1000;

/** Gives a profile another name, or removes it: at once, or when the shell has looked through many users. */
export function carryOutJob(model: Model, state: ProfilesState, job: ProfileJob): Step {
	const {sheet} = model;
	if (sheet.users.length <= few) return finishJob(model, job, finishWork(planProfileJob(job, sheet)));
	return [putScreen(model, {...state, planning: job}), [{type: 'profiles/plan', job, sheet}]];
}

/** The answer of the shell, unless it is not waited for any more. */
export function takePlannedJob(
	model: Model,
	state: ProfilesState,
	{job, sheet, change}: Extract<ProfilesMessage, {type: 'profiles/planned'}>,
): Step {
	if (state.planning !== job) return [model, []];
	// Others may have given the profile to users since.
	if (sheet !== model.sheet) return carryOutJob(model, state, job);
	return finishJob(putScreen(model, {...state, planning: undefined}), job, change);
}

function finishJob(model: Model, job: ProfileJob, change: Change | undefined): Step {
	if (change === undefined)
		return [withNotice(model, 'Another person has changed the profiles. Nothing was done.', 'bad'), []];
	const users = change.updated.length;
	const done =
		job.verb === 'rename'
			? `${quote(job.profile)} is called ${quote(job.name)} now${users === 0 ? '' : `, and so is the profile of ${count(users, 'user')}`}.`
			: `${quote(job.profile)} was removed${users === 0 ? '' : `; ${count(users, 'user has', 'users have')} ${quote(job.replacement ?? '')} now`}.`;
	const text = [done, ...describeRemoval(model, job)].join(' ');
	const told = withNotice(model, `${text} ${keyName(model, 'change.undo')} takes that back.`, 'good');
	return makeChange(told, change, {from: 'bulk'});
}

/** What the values of the replacement do to the users of a profile that is removed. */
function describeRemoval({sheet}: Model, job: ProfileJob): readonly string[] {
	const before = findProfile(sheet.profiles, job.profile);
	const after = job.verb === 'remove' ? findProfile(sheet.profiles, job.replacement ?? '') : undefined;
	if (before === undefined || after === undefined) return [];
	return describeOtherProfile(usersOfProfile(sheet, before), before, after);
}
