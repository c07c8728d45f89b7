import {type Change, emptyChange} from '../change.ts';
import {count} from '../problem.ts';
import type {Withdrawal} from '../sheet.ts';

/** The change that takes deleted users off the list of those to be withdrawn: their clients were withdrawn elsewhere. */
export function withdrawChange(withdrawals: readonly Withdrawal[]): Change {
	const [only] = withdrawals;
	const who = withdrawals.length === 1 && only ? only.name : count(withdrawals.length, 'deleted user');
	return {...emptyChange(`Mark ${who} as withdrawn`), withdrawn: [withdrawals, []]};
}
