import type {ImportPlan} from '../../csv/import-plan.ts';
import {changedFields} from '../../domain/change.ts';
import type {AcceptedLine, ImportState} from './import-state.ts';

/** The wizard with a plan that has been made for its file and options. */
export function takePlan(state: ImportState, made: ImportPlan): ImportState {
	const {progress: _, refusal: __, ...rest} = state;
	const accepted: AcceptedLine[] = [
		...made.created.map((_row, index) => ({kind: 'create', index}) as const),
		...made.updated.flatMap(({before, after}, index) =>
			changedFields(before, after).map((key) => ({kind: 'update', index, key}) as const),
		),
		...made.unchanged.map((_row, index) => ({kind: 'unchanged', index}) as const),
	];
	const cursors = {accepted: 0, rejected: 0, notes: 0};
	const next = {...rest, plan: made, accepted, cursors};
	return state.step === 'preview' ? {...next, tab: startTab(next)} : next;
}

/** Rejected rows are what needs a look; without any the accepted ones come first. */
export function startTab(state: ImportState): ImportState['tab'] {
	return (state.plan?.rejected.length ?? 0) > 0 ? 'rejected' : 'accepted';
}
