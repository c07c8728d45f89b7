import {findMissing} from '../csv/find-missing.ts';
import {runSliced} from '../store/run-sliced.ts';
import type {EffectRunners} from './effect-runners.ts';

/** What looks for users who are not in a file, in slices. */
export function createMissingRunners() {
	let looking = new AbortController();
	return {
		'missing/find': async ({file, plan, scope}, dispatch) => {
			looking.abort();
			looking = new AbortController();
			const missing = await runSliced(findMissing(file, plan, scope), looking.signal, (progress) =>
				dispatch({type: 'missing/progressed', progress}),
			);
			if (missing !== undefined) dispatch({type: 'missing/found', missing});
		},
		'missing/cancel': () => looking.abort(),
	} satisfies EffectRunners<'missing/find' | 'missing/cancel'>;
}
