import type {ImportPlan} from '../../../csv/import-plan.ts';
import type {ImportState} from './import-state.ts';

/** The wizard with a plan that has been made for its file and options. */
export function takePlan(state: ImportState, made: ImportPlan): ImportState {
	const {progress: _, refusal: __, ...rest} = state;
	const next = {...rest, plan: made, cursors: {accepted: 0, rejected: 0, notes: 0}};
	return state.step === 'preview' ? {...next, tab: startTab(next)} : next;
}

/** Rejected rows are what needs a look; without any the accepted ones come first. */
export function startTab(state: ImportState): ImportState['tab'] {
	return (state.plan?.rejected.length ?? 0) > 0 ? 'rejected' : 'accepted';
}
