import {
	type DecisionKey,
	decide,
	decisionOf,
	describeDecision,
	type ImportDecision,
	nameConcerned,
	undecided,
} from '../../csv/import-decisions.ts';
import type {ColumnMatch, ImportOptions, ImportPlan} from '../../csv/import-plan.ts';
import type {Profile} from '../../domain/profile.ts';
import type {Step} from '../make-change.ts';
import {type Model, openScreen} from '../model.ts';
import {type ImportState, optionRows} from './import-state.ts';
import {planRows} from './plan-rows.ts';

/** The options before anybody chose: nothing is overwritten, and a file with a Profile column is believed where there is a choice. */
export function defaultOptions(profiles: readonly Profile[], columns: readonly ColumnMatch[]): ImportOptions {
	const hasColumn = columns.some((column) => column.use === 'field' && column.key === 'profile');
	return {
		profile:
			hasColumn && profiles.length > 1 ? {from: 'csv'} : {from: 'choice', name: profiles[0]?.name ?? ''},
		partial: false,
		overwrite: false,
		...undecided,
	};
}

/** The option under the cursor changed; profiles are chosen from a list. The plan is then made anew. */
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

/** The wizard with "From CSV" (index 0) or one of the profiles chosen. */
export function setProfile(model: Model, state: ImportState, index: number): ImportState {
	const name = model.sheet.profiles[index - 1]?.name;
	return {
		...state,
		options: {...state.options, profile: name === undefined ? {from: 'csv'} : {from: 'choice', name}},
	};
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
	return openScreen(model, {
		name: 'choice',
		title: describeDecision(decision, options, concerned),
		items: decision.choices.map(({value, result}) => ({
			label: value,
			detail: result(nameConcerned(decision, concerned)),
			choose: {type: 'import/decide-option', key: decision.key, value},
		})),
		index: 0,
	});
}

function openProfileChoice(model: Model, state: ImportState): Model {
	const {profile} = state.options;
	const {profiles} = model.sheet;
	const items = [
		{label: 'From CSV', detail: 'the Profile column, which must be filled on every row'},
		...profiles.map(({name, mbgSipHost}) => ({label: name, detail: mbgSipHost})),
	];
	return openScreen(model, {
		name: 'choice',
		title: 'Profile of the imported users',
		items: items.map((item, index) => ({...item, choose: {type: 'import/set-profile', index}})),
		index: profile.from === 'csv' ? 0 : profiles.findIndex(({name}) => name === profile.name) + 1,
	});
}
