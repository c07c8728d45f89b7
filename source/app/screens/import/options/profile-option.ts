import type {ImportOptions, ImportPlan, ProfileChoice} from '../../../../csv/import-plan.ts';
import {mayCreate} from '../../../../csv/match-by.ts';
import {keepProfiles, takeProfile} from '../../../../csv/profile-choice.ts';
import {count} from '../../../../domain/problem.ts';
import type {Profile} from '../../../../domain/profile.ts';
import {type Model, openScreen} from '../../../model.ts';
import {findableChoice} from '../../choice/find-choice.ts';
import type {ImportState} from '../import-state.ts';
import type {ImportOption} from './import-option.ts';

/** Where the profiles come from (rules.md 3.5), chosen from a list. */
export const profileOption: ImportOption = {
	key: 'profile',
	label: 'Profile',
	value: ({options, plan}) => describeProfile(options, plan),
	explanation: ({options}) =>
		options.overwrite
			? '"Keep" moves no user, a chosen profile moves all users of the file, and "From CSV" needs the column on every row.'
			: 'One profile for every row, or "From CSV": then the Profile column must be filled on every row.',
	change: (model, state) => [openProfileChoice(model, state), []],
};

/** The profile, and how many users it moves. */
function describeProfile(options: ImportOptions, plan?: ImportPlan): string {
	const {profile, overwrite} = options;
	if (overwrite && profile.from === 'keep')
		return mayCreate(options) ? `Keep; new users get ${profile.name}` : 'Keep';
	const name = profile.from === 'csv' ? 'From CSV' : profile.name;
	const moved = plan?.moved ?? 0;
	return moved === 0 ? name : `${name}: moves ${count(moved, 'user')}`;
}

function openProfileChoice(model: Model, {options}: ImportState): Model {
	const items = listProfileChoices(options, model.sheet.profiles);
	const choice = {
		title: 'Profile of the imported users',
		items: items.map(({label, detail, profile}) => ({
			label,
			detail,
			choose: {type: 'import/set-profile', profile} as const,
		})),
		index: items.findIndex((item) => isChosen(item.profile, options)),
	};
	return openScreen(model, findableChoice(choice));
}

/**
 * Without overwrite a profile is chosen for new users only, so that turning overwrite on afterwards moves no user; with it,
 * for users who are moved there.
 */
function listProfileChoices(
	options: ImportOptions,
	profiles: readonly Profile[],
): readonly {readonly label: string; readonly detail: string; readonly profile: ProfileChoice}[] {
	const {overwrite, profile} = options;
	const kept = profile.from === 'csv' ? keepProfiles(profiles) : takeProfile(profile.name, false);
	return [
		...(overwrite && !mayCreate(options)
			? [{label: 'Keep', detail: 'each user keeps the stored one', profile: kept}]
			: []),
		...(overwrite && mayCreate(options) ? profiles : []).map(({name}) => ({
			label: `Keep; new users get ${name}`,
			detail: 'each user who is there keeps the stored one',
			profile: takeProfile(name, false),
		})),
		{
			label: 'From CSV',
			detail: 'the Profile column, which must be filled on every row',
			profile: {from: 'csv'},
		},
		...profiles.map((one) => ({
			label: one.name,
			detail: one.mbgSipHost,
			profile: takeProfile(one.name, overwrite),
		})),
	];
}

function isChosen(listed: ProfileChoice, options: ImportOptions): boolean {
	const {profile, overwrite} = options;
	if (listed.from === 'csv' || profile.from === 'csv') return listed.from === profile.from;
	if (overwrite && listed.from !== profile.from) return false;
	return (overwrite && !mayCreate(options) && listed.from === 'keep') || listed.name === profile.name;
}
