import type {FoundProblem} from '../../../domain/check-in-sheet.ts';
import type {ListedProblem} from '../../../domain/list-problems.ts';
import type {Progress} from '../../../domain/work.ts';
import {openTable, type TableState} from '../../table/table-state.ts';

/** The list of everything that is wrong in the sheet. */
export type ProblemsState = {
	readonly name: 'problems';
	/** By kind; undefined until they have been looked for. */
	readonly listed: readonly ListedProblem[] | undefined;
	/** How many there are, in words. */
	readonly summary: string;
	/** How far looking for them has come. */
	readonly progress: Progress | undefined;
	/** While it is planned what the fixes of these do. */
	readonly fixing: readonly FoundProblem[] | undefined;
	/** Rows are known by their places in `listed`. */
	readonly table: TableState;
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly problems: ProblemsState;
	}
}

/** The list while problems are looked for. */
export const unreadProblems: ProblemsState = {
	name: 'problems',
	listed: undefined,
	summary: '',
	progress: undefined,
	fixing: undefined,
	table: openTable([], {column: 1}),
};
