import type {Store} from '../store/store.ts';
import type {EffectRunners} from './effect-runners.ts';
import {machineTimeZone} from './machine-time-zone.ts';

/** Milliseconds without a commit after which the journal is taken over. */
const idleTime = 20_000;

/** What writes the sheet. */
export function createStoreRunners(store: Store) {
	let idle: NodeJS.Timeout | undefined;

	/** Once nothing has been committed for a while, the journal is taken over into conf's file. */
	const tidyWhenIdle = (): void => {
		clearTimeout(idle);
		idle = setTimeout(() => void store.checkpoint(), idleTime).unref();
	};

	return {
		'store/commit': async ({change, base, prefer, origination}, dispatch) => {
			const answer = await store.commit(change, base, {prefer, origination});
			tidyWhenIdle();
			if ('error' in answer) return dispatch({type: 'store/failed', message: answer.error.message});
			const {sheet, conflicts, others} = answer;
			dispatch({
				type: 'store/committed',
				sheet,
				change: answer.change,
				conflicts,
				others,
				timeZone: machineTimeZone(),
			});
		},
		'store/backup': async (_, dispatch) => {
			const answer = await store.backup();
			dispatch(
				'error' in answer
					? {type: 'store/backup-failed', message: answer.error.message}
					: {type: 'store/backed-up', file: answer.file},
			);
		},
		'draft/forget': () => store.draft.forget(),
	} satisfies EffectRunners<'store/commit' | 'store/backup' | 'draft/forget'>;
}
