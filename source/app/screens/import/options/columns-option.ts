import {countUsed} from '../../../../csv/match-headers.ts';
import {count} from '../../../../domain/problem.ts';
import {findUndecided} from '../columns/map-columns.ts';
import type {ImportState} from '../import-state.ts';
import {still} from '../plan-rows.ts';
import type {ImportOption} from './import-option.ts';

/** What the columns are for, as far as one line says it; it opens the list of them. */
export const columnsOption: ImportOption = {
	key: 'columns',
	label: 'Columns',
	value: describeColumns,
	explanation: () => 'What each column of the file is for: by its name, as you choose, or ignored.',
	isOpen: (state) => undecidedIn(state) > 0,
	change: (model, state) => still(model, {...state, step: 'columns'}),
};

function undecidedIn({source}: ImportState): number {
	return source === undefined ? 0 : findUndecided(source.table.match).size;
}

function describeColumns(state: ImportState): string {
	const {source} = state;
	if (source === undefined) return '';
	const {used, all} = countUsed(source.table.match);
	const undecided = undecidedIn(state);
	const chosen = Object.keys(source.mapping).length;
	return [
		`${used} of ${all} used`,
		...(undecided === 0 ? [] : [`${undecided} to look at`]),
		...(chosen === 0 ? [] : [`${count(chosen, 'choice')} by hand${source.isRecalled ? ', as before' : ''}`]),
	].join(', ');
}
