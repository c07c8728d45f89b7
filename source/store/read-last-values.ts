import {changesLookedAt, collectLastValues, type LastValues} from '../domain/last-values.ts';
import type {Store} from './store.ts';

/** The last change of each value, of the newest changes. A history that cannot be read is no reason to refuse an import: then there is none. */
export async function readLastValues(store: Pick<Store, 'entries'>, timeZone: string): Promise<LastValues> {
	const entries = await store.entries({limit: changesLookedAt});
	return 'error' in entries ? new Map() : collectLastValues(entries, timeZone);
}
