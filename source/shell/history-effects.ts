import {planUndoing} from '../app/saving/undo-change.ts';
import {examineEntry} from '../app/screens/history/history-state.ts';
import type {Clock} from '../domain/query/query-fields.ts';
import type {Sheet} from '../domain/sheet.ts';
import {runSliced} from '../store/run-sliced.ts';
import type {Store} from '../store/store.ts';
import type {EffectRunners} from './effect-runners.ts';
import {machineTimeZone} from './machine-time-zone.ts';

/** What a time is compared with. */
function clock(): Clock {
	return {now: new Date().toISOString(), timeZone: machineTimeZone()};
}

/** What reads the history, and plans how a change of it is taken back. */
export function createHistoryRunners(store: Store) {
	/** Keys that come while the history is read ask for the same. */
	let reading: Sheet | undefined;
	return {
		'store/history': async ({type: _, ...wanted}, dispatch) => {
			const remarks: string[] = [];
			const answer = await store.history({...wanted, onRemark: (text) => remarks.push(text)});
			dispatch(
				'error' in answer
					? {type: 'history/refused', message: answer.error.message}
					: {type: 'history/loaded', entries: answer, ...clock(), ...wanted},
			);
			if (remarks.length > 0) dispatch({type: 'store/noticed', text: remarks.join(' ')});
		},
		'table/read-changes': async ({stored}, dispatch) => {
			if (reading === stored) return;
			reading = stored;
			const lastById = await store.lastChanges();
			reading = undefined;
			dispatch({
				type: 'arranging/take-changes',
				stored,
				...('error' in lastById ? {failed: lastById.error.message} : {changes: {...clock(), lastById}}),
			});
		},
		'history/examine': async ({summary, known, sheet}, dispatch) => {
			const entry = known ?? (await store.entry(summary));
			if ('error' in entry)
				return dispatch({type: 'history/unreadable', summary, message: entry.error.message});
			const examined = await runSliced(examineEntry(summary, entry, sheet));
			dispatch({type: 'history/examined', examined});
		},
		'undo/plan': async ({type: _, ...undoing}, dispatch) => {
			const plan = await runSliced(planUndoing(undoing.change, undoing.way, undoing.sheet));
			dispatch({type: 'undo/planned', ...undoing, plan});
		},
	} satisfies EffectRunners<'store/history' | 'table/read-changes' | 'history/examine' | 'undo/plan'>;
}
