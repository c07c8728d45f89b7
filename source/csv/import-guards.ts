import {count} from '../domain/problem.ts';
import type {ChangeCounts} from './count-changes.ts';

/** From how many users on, or from which part of all, a change is one that a person may not have meant (rules.md 3.26). */
const limits = [
	{what: 'users', most: 100, percent: 20, describe: (users: string) => `${users} change`},
	{what: 'cleared', most: 20, percent: 10, describe: (users: string) => `${users} lose a stored value`},
	{what: 'pins', most: 20, percent: 10, describe: (users: string) => `${users} lose the PIN that is stored`},
] as const;

/** A part of a small sheet is no large change. */
const fewest = 10;

/** An import that changes so many users that the number must be typed: the number, and why, as sentences. */
export type MassChange = {readonly number: string; readonly reasons: readonly string[]};

/**
 * Whether so much changes that a glance at the question is not enough.
 *
 * @param all how many users there are before it
 */
export function findMassChange(counts: ChangeCounts, all: number): MassChange | undefined {
	const reasons = limits.flatMap(({what, most, percent, describe}) => {
		const amount = counts[what];
		const isPart = amount >= fewest && amount * 100 > all * percent;
		if (amount <= most && !isPart) return [];
		return [`${describe(count(amount, 'user'))}: ${Math.round((amount * 100) / Math.max(1, all))}% of all.`];
	});
	return reasons.length === 0 ? undefined : {number: String(counts.users), reasons};
}

/** How many users may change: a number of them, or a part of all in percent. */
export type MostChanges = {readonly amount: number; readonly isPercent: boolean};

/** Reads "50" or "5%"; undefined for anything else. */
export function parseMostChanges(text: string): MostChanges | undefined {
	const [, amount, percent] = /^(\d{1,9}(?:\.\d{1,3})?)(%?)$/.exec(text.trim()) ?? [];
	if (amount === undefined) return undefined;
	const isPercent = percent === '%';
	const number = Number(amount);
	return (isPercent ? number <= 100 : Number.isInteger(number)) ? {amount: number, isPercent} : undefined;
}

/** Why an import goes beyond what was allowed, as a sentence; undefined where it does not. */
export function refuseChanges(
	{users}: ChangeCounts,
	all: number,
	{amount, isPercent}: MostChanges,
): string | undefined {
	const most = isPercent ? Math.floor((all * amount) / 100) : amount;
	if (users <= most) return undefined;
	const allowed = isPercent ? `${amount}% of all (${count(most, 'user')})` : count(most, 'user');
	return `${count(users, 'user')} would change, but at most ${allowed} may change.`;
}
