import type {ImportPlan} from '../../../csv/import-plan.ts';
import {openTable, placesOf} from '../../table/table-state.ts';
import {emptyTabs, type ImportState} from './import-state.ts';
import {viewTabs} from './preview-tabs.ts';

/** The wizard with a plan that has been made for its file and options. */
export function takePlan(state: ImportState, made: ImportPlan): ImportState {
	const {progress: _, refusal: __, ...rest} = state;
	const next = {...rest, plan: made};
	return state.step === 'preview' ? showPreview(next) : next;
}

/** The preview of a plan from the start. Rejected rows are what needs a look; without any the accepted ones come first. */
export function showPreview(state: ImportState): ImportState {
	const {plan} = state;
	if (plan === undefined) return {...state, step: 'preview', tables: emptyTabs};
	const {accepted, rejected, notes} = viewTabs(plan);
	return {
		...state,
		step: 'preview',
		tab: plan.rejected.length > 0 ? 'rejected' : 'accepted',
		tables: {
			accepted: openTable(placesOf(accepted.length)),
			rejected: openTable(placesOf(rejected.length)),
			notes: openTable(placesOf(notes.length)),
		},
	};
}
