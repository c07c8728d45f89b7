import {
	type DecisionKey,
	decide,
	decisionOf,
	describeDecision,
	type ImportDecision,
	nameConcerned,
	undecided,
} from '../../../csv/import-decisions.ts';
import type {ColumnMatch, ImportOptions, ImportPlan, ProfileChoice} from '../../../csv/import-plan.ts';
import {hasField} from '../../../csv/match-headers.ts';
import {keepProfiles, takeProfile} from '../../../csv/profile-choice.ts';
import type {Profile} from '../../../domain/profile.ts';
import {type Model, openScreen} from '../../model.ts';
import type {Step} from '../../step.ts';
import {findableChoice} from '../choice/find-choice.ts';
import {type ImportState, optionRows} from './import-state.ts';
import {planRows} from './plan-rows.ts';

/**
 * The options before a choice: nothing is overwritten, no user is moved, and a file with a Profile column is believed
 * where there is a choice (rules.md 3.5).
 */
export function defaultOptions(profiles: readonly Profile[], columns: readonly ColumnMatch[]): ImportOptions {
	return {
		profile: profiles.length > 1 && hasField(columns, 'profile') ? {from: 'csv'} : keepProfiles(profiles),
		partial: false,
		overwrite: false,
		...undecided,
	};
}

/** The option under the cursor changed; profiles are chosen from a list. The plan is then made again. */
export function changeOption(model: Model, state: ImportState, by: number): Step {
	const {options} = state;
	const change = (changed: ImportOptions) => planRows(model, {...state, options: changed});
	const row = optionRows[state.optionIndex];
	switch (row) {
		case undefined:
			return [model, []];
		case 'profile':
			return [openProfileChoice(model, state), []];
		case 'partial':
			return change({...options, partial: !options.partial});
		case 'overwrite':
			return change({...options, overwrite: !options.overwrite});
		default:
			return change(turnDecision(options, row, by));
	}
}

/** The next choice, or the one before; between the last and the first nothing is decided. */
function turnDecision(options: ImportOptions, key: DecisionKey, by: number): ImportOptions {
	const values = ['undecided', ...decisionOf(key).choices.map(({value}) => value)];
	const next = values[(values.indexOf(options[key]) + by + values.length) % values.length];
	return decide(options, key, next ?? 'undecided');
}

/** Asks what is to be done where the file raises a question; the first choice is one key away. */
export function openDecision(
	model: Model,
	decision: ImportDecision,
	{options, concerned}: ImportPlan,
): Model {
	return openScreen(
		model,
		findableChoice({
			title: describeDecision(decision, options, concerned),
			items: decision.choices.map(({value, result}) => ({
				label: value,
				detail: result(nameConcerned(decision, concerned)),
				choose: {type: 'import/decide-option', key: decision.key, value},
			})),
			index: 0,
		}),
	);
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
	{overwrite, profile}: ImportOptions,
	profiles: readonly Profile[],
): readonly {readonly label: string; readonly detail: string; readonly profile: ProfileChoice}[] {
	const kept = profile.from === 'csv' ? keepProfiles(profiles) : takeProfile(profile.name, false);
	return [
		...(overwrite ? [{label: 'Keep', detail: 'each user keeps the stored one', profile: kept}] : []),
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

function isChosen(listed: ProfileChoice, {profile, overwrite}: ImportOptions): boolean {
	if (listed.from === 'csv' || profile.from === 'csv') return listed.from === profile.from;
	if (overwrite && listed.from !== profile.from) return false;
	return (overwrite && listed.from === 'keep') || listed.name === profile.name;
}
