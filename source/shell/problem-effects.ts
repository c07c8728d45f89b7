import {planFixes} from '../domain/cells/plan-fixes.ts';
import {listProblems} from '../domain/list-problems.ts';
import {runSliced} from '../store/run-sliced.ts';
import type {EffectRunners} from './effect-runners.ts';

/** What is worked out for the list of everything wrong in the sheet. */
export function createProblemRunners() {
	let listing = new AbortController();
	return {
		'problem/list': async ({sheet}, dispatch) => {
			listing.abort();
			listing = new AbortController();
			const listed = await runSliced(listProblems(sheet), listing.signal, (progress) =>
				dispatch({type: 'problems/progressed', progress}),
			);
			if (listed !== undefined) dispatch({type: 'problems/listed', listed});
		},
		'problem/plan-fixes': async ({sheet, problems}, dispatch) => {
			const plan = await runSliced(planFixes(problems, sheet));
			dispatch({type: 'problems/planned', problems, sheet, plan});
		},
		'problem/cancel': () => listing.abort(),
	} satisfies EffectRunners<'problem/list' | 'problem/plan-fixes' | 'problem/cancel'>;
}
