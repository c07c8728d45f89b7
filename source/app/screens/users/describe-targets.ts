import {count} from '../../../domain/problem.ts';
import {findUser, type Sheet} from '../../../domain/sheet.ts';
import {fullName} from '../../../domain/user.ts';
import {countHiddenMarks} from '../../table/mark-rows.ts';
import {targetIds, type UsersState} from './users-state.ts';

/** Whom {@link targetIds} names, in words: the one way in which titles and questions say it (rules.md 3.20). */
export type Targets = {
	readonly ids: readonly number[];
	/** "Ann Archer (ID 1)", or "12 marked users". */
	readonly who: string;
	/** " (3 hidden by the filter)", or '': for the end of {@link who} in a title or a question. */
	readonly hidden: string;
};

/** The users that an action on many is for, and how a question names them. */
export function describeTargets({grid, sheet}: {readonly grid: UsersState; readonly sheet: Sheet}): Targets {
	const ids = targetIds(grid);
	const [first = 0] = ids;
	const user = ids.length === 1 ? findUser(sheet, first) : undefined;
	const amount = countHiddenMarks(grid);
	return {
		ids,
		who: user === undefined ? count(ids.length, 'marked user') : `${fullName(user)} (ID ${first})`,
		hidden:
			amount === 0
				? ''
				: ` (${user === undefined ? `${amount.toLocaleString('en-US')} ` : ''}hidden by the filter)`,
	};
}
