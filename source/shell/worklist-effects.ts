import {planMarks} from '../domain/life-cycle/plan-marks.ts';
import {countWork} from '../domain/life-cycle/worklist.ts';
import {runSliced} from '../store/run-sliced.ts';
import type {EffectRunners} from './effect-runners.ts';

/** What is worked out for the worklist, and for what a person says of users: it needs the time. */
export function createWorklistRunners() {
	let counting = new AbortController();
	return {
		'worklist/count': async ({sheet}, dispatch) => {
			counting.abort();
			counting = new AbortController();
			const entries = await runSliced(countWork(sheet), counting.signal);
			if (entries !== undefined) dispatch({type: 'worklist/counted', entries});
		},
		'worklist/plan-mark': async ({mark, ids, sheet}, dispatch) => {
			const plan = await runSliced(planMarks(mark, ids, new Date().toISOString(), sheet));
			dispatch({type: 'worklist/mark-planned', mark, ids, sheet, plan});
		},
	} satisfies EffectRunners<'worklist/count' | 'worklist/plan-mark'>;
}
