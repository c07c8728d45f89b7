import {cellKeys, type Update} from '../domain/change.ts';
import type {FieldKey} from '../domain/field.ts';
import {storedField, storedFields} from '../domain/field-lists.ts';
import {count} from '../domain/problem.ts';
import {eachInSteps, type Work} from '../domain/work.ts';

/** What updates do to the users who are there. */
export type ChangeCounts = {
	readonly users: number;
	/** Users with a value that changes, by field in the order of the fields. */
	readonly fields: ReadonlyMap<FieldKey, number>;
	/** Users with a stored value that is cleared. */
	readonly cleared: number;
	/** Users whose PIN is overwritten or cleared. */
	readonly pins: number;
	/** Whether nothing is done but to give one PIN to several users: the vendor's recipe of rules.md 2.7. */
	readonly isOnePinForAll: boolean;
};

const stored: ReadonlySet<string> = new Set(storedFields.map(({key}) => key));

/** Counts what the updates change. */
export function* countChanges(updates: readonly Update[]): Work<ChangeCounts> {
	const found = new Map<string, number>();
	let [cleared, pins] = [0, 0];
	const given = new Set<string>();
	yield* eachInSteps(updates, (update) => {
		const keys = cellKeys(update);
		let clears = false;
		for (const key of keys) {
			const cell = update.cells[key];
			if (!stored.has(key) || cell === undefined) continue;
			found.set(key, (found.get(key) ?? 0) + 1);
			clears ||= cell.after === '' && cell.before !== '';
			if (key === 'deploymentPin' && cell.before !== '') pins += 1;
		}
		if (clears) cleared += 1;
		// More than two are not needed to know that it is not one.
		if (given.size < 2) given.add(keys.length === 1 ? (update.cells.deploymentPin?.after ?? '') : '');
	});
	return {
		users: updates.length,
		fields: new Map(
			storedFields.flatMap(({key}) => {
				const amount = found.get(key);
				return amount === undefined ? [] : [[key, amount] as const];
			}),
		),
		cleared,
		pins,
		isOnePinForAll: updates.length > 1 && given.size === 1 && !given.has(''),
	};
}

/** "Deployment PIN of 2 users changes." or "First name of 3 users and Deployment PIN of 1 user change."; undefined for nothing. */
export function describeChanges({fields}: ChangeCounts): string | undefined {
	const parts = [...fields].map(([key, amount]) => `${storedField(key).header} of ${count(amount, 'user')}`);
	const last = parts.pop();
	if (last === undefined) return undefined;
	return parts.length === 0 ? `${last} changes.` : `${parts.join(', ')} and ${last} change.`;
}
