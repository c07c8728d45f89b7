import type {Entry} from '../entry.ts';
import {eachInSteps, type Work} from '../work.ts';

/**
 * When each user was created or changed last, as far as the history goes back: ISO 8601 by ID.
 *
 * @param entries the newest first
 */
export function* findLastChanges(entries: readonly Entry[]): Work<ReadonlyMap<number, string>> {
	const lastById = new Map<number, string>();
	for (const {at, change} of entries) {
		const note = (id: number): void => {
			if (!lastById.has(id)) lastById.set(id, at);
		};
		yield* eachInSteps(change.added, ({id}) => note(id));
		yield* eachInSteps(change.updated, ({id}) => note(id));
	}
	return lastById;
}
