import {countImport} from '../../../csv/count-import.ts';
import {findRaised} from '../../../csv/import-decisions.ts';
import {touchedIds} from '../../../domain/change.ts';
import {type Model, openScreen, withNotice} from '../../model.ts';
import {makeChange} from '../../saving/make-change.ts';
import type {Step} from '../../step.ts';
import {noteTouched} from '../users/show-touched.ts';
import {rememberMapping} from './columns/update-columns.ts';
import {importQuestion} from './import-question.ts';
import type {ImportState} from './import-state.ts';
import {openDecision} from './options/decision-option.ts';
import {planRows, replaceImport} from './plan-rows.ts';

/** Asks what is not decided yet, and once everything is, whether to import. */
export function askToCommit(model: Model, state: ImportState): Step {
	const {plan: made, source} = state;
	if (made === undefined || source === undefined) return [model, []];
	if (state.plannedFor !== model.sheet) return planAgain(model, state);
	const [undecidedOne] = findRaised(made.concerned).filter(({key}) => made.open.includes(key));
	if (undecidedOne !== undefined) return [openDecision(model, undecidedOne, made), []];
	return [openScreen(model, importQuestion(model, state, made, source)), []];
}

function planAgain(model: Model, state: ImportState): Step {
	return planRows(withNotice(model, 'The sheet has changed meanwhile: the rows are checked again.'), state);
}

/** Imports what was asked about, unless the sheet has changed since. */
export function commitImport(model: Model, state: ImportState): Step {
	const {plan: made, source} = state;
	if (made === undefined || source === undefined) return [model, []];
	if (state.plannedFor !== model.sheet) return planAgain(model, state);
	const {options, fixed} = state;
	const [next, effects] = rememberMapping(model, source.table.headers, source.mapping);
	const origin = {from: 'import', source, options, fixes: fixed.fixes, counts: countImport(made)} as const;
	// Noted now, they follow to the IDs that the store gives.
	const noted = noteTouched(replaceImport(next, {...state, step: 'result'}), touchedIds(made.change));
	const [written, more] = makeChange(noted, made.change, origin);
	return [written, [...effects, ...more]];
}
