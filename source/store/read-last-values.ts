import {collectLastValues, type LastValues} from '../domain/last-values.ts';
import {runSliced} from './run-sliced.ts';
import type {Store} from './store.ts';

/** What is looked at of the history: so many changes, of so many users in all, as all of them are in memory at once. */
const most = {changes: 100, users: 200_000};

/** The last change of each value, of the newest changes. A history that cannot be read is no reason to refuse an import: then there is none. */
export async function readLastValues(
	store: Pick<Store, 'history' | 'entries'>,
	timeZone: string,
): Promise<LastValues> {
	const summaries = await store.history({limit: most.changes});
	if ('error' in summaries) return new Map();
	let users = 0;
	const tooMany = summaries.findIndex(({counts: {added, updated, removed}}) => {
		users += added + updated + removed;
		return users > most.users;
	});
	const limit = tooMany < 0 ? summaries.length : tooMany;
	if (limit === 0) return new Map();
	const entries = await store.entries({limit});
	return 'error' in entries ? new Map() : runSliced(collectLastValues(entries, timeZone));
}
