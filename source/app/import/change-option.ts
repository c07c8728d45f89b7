import type {ColumnMatch, ImportOptions} from '../../csv/import-plan.ts';
import type {Profile} from '../../domain/profile.ts';
import type {Step} from '../make-change.ts';
import {type Model, openScreen} from '../model.ts';
import {type ImportState, optionRows} from './import-state.ts';

/** The options before anybody chose: nothing is overwritten, and a file with a Profile column is believed where there is a choice. */
export function defaultOptions(profiles: readonly Profile[], columns: readonly ColumnMatch[]): ImportOptions {
	const hasColumn = columns.some((column) => column.use === 'field' && column.key === 'profile');
	return {
		profile:
			hasColumn && profiles.length > 1 ? {from: 'csv'} : {from: 'choice', name: profiles[0]?.name ?? ''},
		partial: false,
		overwrite: false,
		blankColumns: 'undecided',
		skipDuplicates: false,
	};
}

/** The option under the cursor changed; profiles are chosen from a list. The plan is then made anew. */
export function changeOption(
	model: Model,
	state: ImportState,
	by: number,
	plan: (model: Model, state: ImportState) => Step,
): Step {
	const {options} = state;
	const change = (changed: Partial<ImportOptions>) =>
		plan(model, {...state, options: {...options, ...changed}});
	const row = optionRows[state.optionIndex];
	switch (row) {
		case 'profile':
			return [openProfileChoice(model, state), []];
		case 'partial':
			return change({partial: !options.partial});
		case 'overwrite':
			return change({overwrite: !options.overwrite});
		case 'blankColumns':
			return change({blankColumns: nextDecision(options.blankColumns, by)});
		case 'skipDuplicates':
			return change({skipDuplicates: !options.skipDuplicates});
	}
	return [model, []];
}

/** The wizard with "From CSV" (index 0) or one of the profiles chosen. */
export function setProfile(model: Model, state: ImportState, index: number): ImportState {
	const name = model.sheet.profiles[index - 1]?.name;
	return {
		...state,
		options: {...state.options, profile: name === undefined ? {from: 'csv'} : {from: 'choice', name}},
	};
}

function nextDecision(decision: ImportOptions['blankColumns'], by: number): ImportOptions['blankColumns'] {
	const order = ['undecided', 'clear', 'keep'] as const;
	return order[(order.indexOf(decision) + by + order.length) % order.length] ?? 'undecided';
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
