import {count, quote} from '../../../domain/problem.ts';
import {countUsersByProfile} from '../../../domain/profiles/profile-users.ts';
import {quoteWanted} from '../../../domain/query/complete-query.ts';
import {closeScreen, type Model, openScreen, putScreen} from '../../model.ts';
import type {Step} from '../../step.ts';
import {openProfileChoice} from '../choice/find-choice.ts';
import type {App} from '../screen-kind.ts';
import {showUsers} from '../users/show-users.ts';
import {cursorUser} from '../users/users-state.ts';
import {carryOutJob, takePlannedJob} from './carry-out.ts';
import {setProfileValue} from './keep-profile.ts';
import {countedUnderCursor, openAddedRow, profileUnderCursor} from './open-profile-cell.ts';
import type {ProfilesMessage} from './profiles-messages.ts';
import {openProfiles} from './profiles-state.ts';
import {profilesStateOf} from './profiles-table.ts';

/** Everything that happens in the list of profiles. */
export function updateProfiles(model: Model, message: ProfilesMessage, app: App): Step {
	if (message.type === 'profiles/open') return [open(model), [{type: 'profiles/count', sheet: model.sheet}]];
	const state = profilesStateOf(model);
	if (state === undefined) return [model, []];
	const {profile} = profileUnderCursor(state, model) ?? {};
	switch (message.type) {
		case 'profiles/add':
			return [openAddedRow(model, state), []];
		case 'profiles/set':
			return setProfileValue(model, message.name, message.key, message.value);
		case 'profiles/ask-remove':
			return [profile === undefined ? model : askRemoval(model, profile.name), []];
		case 'profiles/carry-out':
			return carryOutJob(model, state, message.job);
		case 'profiles/planned':
			return takePlannedJob(model, state, message);
		case 'profiles/counted':
			return [putScreen(model, {...state, changed: message.changed}), []];
		case 'profiles/show-users':
			return profile === undefined
				? [model, []]
				: showUsers(model, `profile:=${quoteWanted(profile.name)}${countedUnderCursor(state, model).filter}`);
		case 'profiles/give':
			return profile === undefined
				? [model, []]
				: app.update(closeScreen(model), {type: 'fill/set', key: 'profile', value: profile.name});
		case 'profiles/back':
			return [closeScreen(model), []];
	}
}

/** With the cursor on the profile of the user under the cursor of the grid. */
function open(model: Model): Model {
	const {sheet, grid} = model;
	const name = cursorUser(grid, sheet)?.profile;
	const row = sheet.profiles.findIndex((profile) => profile.name === name);
	return openScreen(model, openProfiles(sheet.profiles, Math.max(0, row)));
}

/** A profile that users have goes only with another one for them (rules.md 1.3). */
function askRemoval(model: Model, name: string): Model {
	const users = countUsersByProfile(model.sheet).get(name) ?? 0;
	if (users > 0)
		return openProfileChoice(model, {
			title: `Remove ${quote(name)}: which profile do its ${count(users, 'user')} get?`,
			current: undefined,
			without: name,
			choose: (replacement) => ({
				type: 'profiles/carry-out',
				job: {verb: 'remove', profile: name, replacement},
			}),
		});
	return openScreen(model, {
		name: 'confirm',
		question: `Remove the profile ${quote(name)}?`,
		details: ['No user has it.'],
		action: 'Remove it',
		confirm: {type: 'profiles/carry-out', job: {verb: 'remove', profile: name}},
	});
}
