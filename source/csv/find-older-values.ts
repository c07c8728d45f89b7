import type {LastValues, SettingChange} from '../domain/last-values.ts';
import {count} from '../domain/problem.ts';
import type {ImportPlan} from './import-plan.ts';

/** Values that an import would set back to what they were before another change (rules.md 3.30). */
export type OlderValues = {
	readonly users: number;
	readonly values: number;
	/** The changes that it would take back, the newest first. */
	readonly changes: readonly SettingChange[];
	/** Whether it is so much that the file is probably older than the sheet. */
	readonly isMuch: boolean;
};

/** A person may mean to set one or two back. */
const fewUsers = 3;

/** What the updates of a plan take back; undefined where that is nothing. */
export function findOlderValues(
	{updated}: Pick<ImportPlan, 'updated'>,
	last: LastValues,
): OlderValues | undefined {
	const changes = new Map<number, SettingChange>();
	let [users, values] = [0, 0];
	for (const {before, after} of last.size === 0 ? [] : updated) {
		let isOlder = false;
		for (const [key, value] of last.get(before.id) ?? []) {
			if (before[key] === after[key] || value.before !== after[key] || value.after !== before[key]) continue;
			isOlder = true;
			values += 1;
			changes.set(value.by.revision, value.by);
		}
		if (isOlder) users += 1;
	}
	if (values === 0) return undefined;
	const newest = [...changes.values()].toSorted((a, b) => b.revision - a.revision);
	return {users, values, changes: newest, isMuch: users >= fewUsers};
}

/** Changes that are named. */
const mostNamed = 3;

/** "5 values of 3 users would be what they were before change 12 (2026-01-02 14:05, by ann). The file is probably older than the sheet." */
export function describeOlderValues({users, values, changes, isMuch}: OlderValues): string {
	const named = changes.slice(0, mostNamed).map(({name}) => name);
	const more = changes.length - named.length;
	const all = [...named, ...(more === 0 ? [] : [count(more, 'other change')])];
	const [last = '', ...others] = all.toReversed();
	const before = others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
	return `${count(values, 'value')} of ${count(users, 'user')} would be what ${values === 1 ? 'it was' : 'they were'} before ${before}.${isMuch ? ' The file is probably older than the sheet.' : ''}`;
}
