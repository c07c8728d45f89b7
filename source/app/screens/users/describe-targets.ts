import {count} from '../../../domain/problem.ts';
import {findUser, type Sheet} from '../../../domain/sheet.ts';
import {fullName} from '../../../domain/user.ts';
import {type GridState, targetIds} from './users-state.ts';

/** Whom {@link targetIds} names, in words: the one way in which titles and questions say it (rules.md 3.20). */
export type Targets = {
	readonly ids: readonly number[];
	/** "Ann Archer (ID 1)", or "12 marked users". */
	readonly who: string;
	/** " (3 hidden by the filter)", or '': for the end of {@link who} in a title or a question. */
	readonly hidden: string;
};

/** The users that an action on many is for, and how a question names them. */
export function describeTargets({grid, sheet}: {readonly grid: GridState; readonly sheet: Sheet}): Targets {
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

/** Rows for which the hidden marks have been counted: every frame asks, and there may be 100,000 of both. */
const counted = new WeakMap<
	GridState['marks'],
	{readonly rows: readonly number[]; readonly hidden: number}
>();

/** How many of the marked users the filter hides. */
export function countHiddenMarks({rows, marks, filter}: GridState): number {
	if (marks.size === 0 || filter === '') return 0;
	const known = counted.get(marks);
	if (known?.rows === rows) return known.hidden;
	let hidden = marks.size;
	for (const id of rows) if (marks.has(id)) hidden -= 1;
	counted.set(marks, {rows, hidden});
	return hidden;
}
