import type {WorkEntry} from '../../../domain/life-cycle/worklist.ts';
import {openTable, type TableState} from '../../table/table-state.ts';

/** What is to do, and below it the users who were deleted while they were deployed. */
export type WorklistState = {
	readonly name: 'worklist';
	/** Undefined until it has been counted. */
	readonly entries: readonly WorkEntry[] | undefined;
	/** Rows are known by their places in `entries`. */
	readonly work: TableState;
	/** The list of those who are to be withdrawn, by ID, where it is open. */
	readonly withdrawals: TableState | undefined;
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly worklist: WorklistState;
	}
}

/** The list while it is counted. */
export const uncountedWorklist: WorklistState = {
	name: 'worklist',
	entries: undefined,
	work: openTable([], {column: 1}),
	withdrawals: undefined,
};
