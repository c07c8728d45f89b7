import {arrangeRows} from '../app/table/arrange-rows.ts';
import {runSliced} from '../store/run-sliced.ts';
import type {EffectRunners} from './effect-runners.ts';

/** What finds and sorts the rows of lists, between keys. */
export function createTableRunners() {
	/** The work for each list, which ends when other rows are asked for. */
	const working = new Map<unknown, AbortController>();
	return {
		'table/arrange': async ({table, arranging, query}, dispatch) => {
			working.get(table.kind)?.abort();
			const mine = new AbortController();
			working.set(table.kind, mine);
			const rows = await runSliced(arrangeRows(table, arranging, query), mine.signal);
			if (rows !== undefined) dispatch({type: 'arranging/take-rows', arranging, rows});
		},
	} satisfies EffectRunners<'table/arrange'>;
}
