import {indexValues} from '../domain/check-in-sheet.ts';
import type {User} from '../domain/user.ts';
import {runSliced} from '../store/run-sliced.ts';
import type {Runtime} from './runtime.ts';

/** So few users are indexed between two key presses, while a person looks at the screen. */
const few = 5000;

/**
 * Indexes the values of many users as soon as the sheet is there or has changed, in slices between keys: otherwise the first
 * key that needs an index would wait for it.
 *
 * @returns how to stop that
 */
export function indexAhead(runtime: Runtime, onFault: (error: unknown) => void): () => void {
	let indexed: readonly User[] = [];
	let indexing = new AbortController();
	const follow = (): void => {
		const {users} = runtime.model().sheet;
		if (users === indexed || users.length <= few) return;
		indexed = users;
		indexing.abort();
		indexing = new AbortController();
		// Not before the key that has changed the sheet is done with.
		setImmediate(() => runSliced(indexValues(users), indexing.signal).catch(onFault));
	};
	follow();
	const stop = runtime.subscribe(follow);
	return () => {
		stop();
		indexing.abort();
	};
}
