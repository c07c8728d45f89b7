import {countChangedSince} from '../domain/life-cycle/count-changed.ts';
import {planProfileJob} from '../domain/profiles/plan-profiles.ts';
import {runSliced} from '../store/run-sliced.ts';
import type {EffectRunners} from './effect-runners.ts';

/** What is worked out for the list of profiles, where all users are looked at. */
export function createProfileRunners() {
	let counting = new AbortController();
	return {
		'profiles/plan': async ({job, sheet}, dispatch) => {
			const change = await runSliced(planProfileJob(job, sheet));
			dispatch({type: 'profiles/planned', job, sheet, change});
		},
		'profiles/count': async ({sheet}, dispatch) => {
			counting.abort();
			counting = new AbortController();
			const changed = await runSliced(countChangedSince(sheet), counting.signal);
			if (changed !== undefined) dispatch({type: 'profiles/counted', changed});
		},
	} satisfies EffectRunners<'profiles/plan' | 'profiles/count'>;
}
