import {type Change, emptyChange, updateOf, updateWith, type WritableCells} from '../change.ts';
import {deployedValues} from '../deployed-values.ts';
import {count} from '../problem.ts';
import {findUser, type Sheet} from '../sheet.ts';
import type {MailResult} from '../system-fields.ts';
import {fullName, type User} from '../user.ts';

/** What has become of the message to one user. */
export type MailRecord = {
	/** The user's ID. */
	readonly id: number;
	/** When it was sent: ISO 8601, UTC. */
	readonly at: string;
	/** What was deployed with it, as a fingerprint. */
	readonly as: string;
	readonly result: Exclude<MailResult, ''>;
};

/**
 * What a run of messages makes of the sheet: one change for all of them (rules.md 5.11). It can be made again: a user stays
 * as it is where something newer is known.
 */
export function recordMail(sheet: Sheet, records: readonly MailRecord[]): Change {
	const updated = records.flatMap((record) => {
		const user = findUser(sheet, record.id);
		return user === undefined || user.mailedOn >= record.at ? [] : [updateWith(user, cellsOf(user, record))];
	});
	const [first] = updated;
	const what = updated.length === 1 && first !== undefined ? fullName(first) : count(updated.length, 'user');
	return {...emptyChange(`Deploy ${what}`), updated};
}

function cellsOf(user: User, {at, as, result}: MailRecord): WritableCells {
	const cells: WritableCells = {mailedOn: {before: user.mailedOn, after: at}};
	if (user.mailResult !== result) cells.mailResult = {before: user.mailResult, after: result};
	if (result !== 'accepted' || user.deployedOn >= at) return cells;
	Object.assign(cells, updateOf(user, {...user, ...deployedValues(user, at, as)}).cells);
	return cells;
}
