import {decisionOf} from '../../../../csv/import-decisions.ts';
import {matchWayOf} from '../../../../csv/match-by.ts';
import {count} from '../../../../domain/problem.ts';
import type {ImportState} from '../import-state.ts';
import {planRows} from '../plan-rows.ts';
import {columnsOption} from './columns-option.ts';
import {decisionOption} from './decision-option.ts';
import type {ImportOption} from './import-option.ts';
import {matchOption, otherPersonOption, sourceOption, unknownRowsOption} from './match-option.ts';
import {profileOption} from './profile-option.ts';
import {readingOptions} from './reading-options.ts';

/** A row is about users who are there: it changes them, or else it creates users only. */
const overwrite: ImportOption = {
	key: 'overwrite',
	label: 'Allow overwrite import',
	when: ({options}) => matchWayOf(options.matchBy).source === undefined,
	value({options, plan}) {
		if (options.overwrite)
			return plan === undefined ? 'yes' : `yes: ${count(plan.updated.length, 'user')} updated`;
		const known = plan?.known ?? 0;
		return known === 0 ? 'no' : `no: ${count(known, 'row has', 'rows have')} the ID of a user`;
	},
	explanation: ({options}) =>
		options.overwrite
			? 'Rows change the users that they are about. How these are found is the next option.'
			: 'Every row creates a user; rows whose ID is known are rejected.',
	change: (model, state) => {
		const {options} = state;
		return planRows(model, {...state, options: {...options, overwrite: !options.overwrite}});
	},
};

const partial: ImportOption = {
	key: 'partial',
	label: 'Allow partial import',
	value({options, plan}) {
		const invalid = plan?.rejected.length ?? 0;
		if (options.partial) return invalid === 0 ? 'yes' : `yes: ${count(invalid, 'invalid row')} left out`;
		return invalid === 0 ? 'no' : `no: ${count(invalid, 'invalid row stops', 'invalid rows stop')} it`;
	},
	explanation: ({options}) =>
		options.partial
			? 'Rows with errors are left out, and the others go in.'
			: 'One row with an error, and nothing goes in.',
	isOpen: ({plan}) => plan?.open.includes('rejected-rows') === true,
	change: (model, state) => {
		const {options} = state;
		return planRows(model, {...state, options: {...options, partial: !options.partial}});
	},
};

/**
 * The table of the options, what weighs most first: what becomes of users who are there, of invalid rows, of stored values, and how the
 * file was read. A new option is a row here.
 */
export const importOptions: readonly ImportOption[] = [
	overwrite,
	matchOption,
	unknownRowsOption,
	otherPersonOption,
	decisionOption(decisionOf('duplicates')),
	partial,
	decisionOption(decisionOf('blankColumns')),
	profileOption,
	sourceOption,
	decisionOption(decisionOf('doubtful')),
	columnsOption,
	...readingOptions,
];

/** The places in the table of the options that this file and the other options leave. */
export function listOptions(state: ImportState): readonly number[] {
	return importOptions.flatMap(({when}, place) => (when?.(state) === false ? [] : [place]));
}
