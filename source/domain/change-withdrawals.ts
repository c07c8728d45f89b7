import type {Change} from './change.ts';
import type {Sheet, Withdrawal} from './sheet.ts';
import {fullName, type User} from './user.ts';

type List = Sheet['toWithdraw'];

/**
 * The users to be withdrawn after a change. No door has to think of it: a user who is deleted while deployed comes on the list, and
 * one who comes back leaves it. What an undo takes away was never there, and does not come on the list.
 */
export function changeWithdrawals(list: List, change: Change): List {
	const {added, removed, listed, withdrawn: [off, on] = [[], []]} = change;
	const isStill = removed.length === 0 && off.length === 0 && on.length === 0;
	if (isStill && (added.length === 0 || list.length === 0)) return list;
	const isListed = listed && new Set(listed);
	const byId = new Map(list.map((withdrawal) => [withdrawal.id, withdrawal]));
	for (const user of removed)
		if (isListed?.has(user.id) ?? user.deployedOn !== '') byId.set(user.id, withdrawalOf(user));
	for (const withdrawal of on) byId.set(withdrawal.id, withdrawal);
	for (const {id} of off) byId.delete(id);
	for (const {id} of added) byId.delete(id);
	if (byId.size === list.length && list.every(({id}) => byId.has(id))) return list;
	return [...byId.values()].sort((a, b) => a.id - b.id);
}

/** What is left to do of a change of the list for the list of now; absent where that is nothing. */
export function fitWithdrawals(
	pair: Change['withdrawn'],
	{toWithdraw, users}: Pick<Sheet, 'toWithdraw' | 'users'>,
): Pick<Change, 'withdrawn'> {
	if (pair === undefined) return {};
	const listed = new Set(toWithdraw.map(({id}) => id));
	const known = new Set(users.map(({id}) => id));
	const off = pair[0].filter(({id}) => listed.has(id));
	const on = pair[1].filter(({id}) => !listed.has(id) && !known.has(id));
	return off.length + on.length === 0 ? {} : {withdrawn: [off, on]};
}

/** What follows for those of these users who are deployed once they are deleted; undefined where none is. */
export function describeWithdrawals(removed: readonly User[]): string | undefined {
	const deployed = removed.filter(({deployedOn}) => deployedOn !== '').length;
	if (deployed === 0) return undefined;
	return deployed === 1
		? '1 user is deployed, and is then to be withdrawn.'
		: `${deployed.toLocaleString('en-US')} users are deployed, and are then to be withdrawn.`;
}

function withdrawalOf(user: User): Withdrawal {
	const {id, directoryNumber, serviceUser, deployedOn} = user;
	return {id, name: fullName(user), number: directoryNumber, serviceUser, deployedOn};
}
