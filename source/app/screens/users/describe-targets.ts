import {count} from '../../../domain/problem.ts';
import {findUser} from '../../../domain/sheet.ts';
import {fullName} from '../../../domain/user.ts';
import type {Model} from '../../model.ts';
import {scopeOf} from '../../table/scope.ts';
import {usersTable} from './users-table.ts';

/** The users that an action on many is for, in words: the one way in which titles and questions say it (rules.md 3.20). */
export type Targets = {
	readonly ids: readonly number[];
	/** "Ann Archer (ID 1)", or "12 marked users", or "12 users of the range". */
	readonly who: string;
	/** " (3 hidden by the filter)", or '': for the end of {@link who} in a title or a question. */
	readonly hidden: string;
};

/** The users that an action on many is for, and how a question names them. */
export function describeTargets(model: Model): Targets {
	const {by, rows: ids, hidden: amount} = scopeOf(usersTable(model.grid, model));
	const [first = 0] = ids;
	const user = ids.length === 1 ? findUser(model.sheet, first) : undefined;
	const many =
		by === 'marks' ? count(ids.length, 'marked user') : `${count(ids.length, 'user')} of the range`;
	return {
		ids,
		who: user === undefined ? many : `${fullName(user)} (ID ${first})`,
		hidden:
			amount === 0
				? ''
				: ` (${user === undefined ? `${amount.toLocaleString('en-US')} ` : ''}hidden by the filter)`,
	};
}
