import type {UserQueryContext} from '../../domain/query/user-query.ts';
import type {Sheet} from '../../domain/sheet.ts';
import type {Arranging, RowId} from './table-state.ts';

/** For the list that has the keys. */
export type TableMessage =
	| {
			readonly type: 'table/move-cursor';
			readonly rows: number;
			readonly columns: number;
			/** Tab remembers the column where it began, and Enter after it returns there. */
			readonly by?: 'tab' | 'enter';
			readonly extends?: boolean;
	  }
	| {readonly type: 'table/move-page'; readonly pages: number; readonly extends?: boolean}
	| {
			readonly type: 'table/move-to';
			readonly row?: 'first' | 'last';
			readonly column?: 'first' | 'last';
			readonly extends?: boolean;
	  }
	/** To a row by what it is known by, and a column by its key. */
	| {
			readonly type: 'table/point-at';
			readonly row: RowId;
			readonly column: string;
			readonly extends?: boolean;
	  }
	| {readonly type: 'table/go-to'; readonly number: number}
	| {readonly type: 'table/toggle-range'}
	| {readonly type: 'table/take-column'}
	| {readonly type: 'table/end-range'}
	| {readonly type: 'table/copy'}
	| {readonly type: 'table/open-filter'}
	| {readonly type: 'table/complete-filter'}
	| {readonly type: 'table/close-filter'; readonly keep: boolean}
	| {readonly type: 'table/clear-filter'}
	/** By the column under the cursor alone, or by it as well. */
	| {readonly type: 'table/sort'; readonly adds?: boolean}
	| {readonly type: 'table/toggle-mark'}
	| {readonly type: 'table/toggle-all-marks'}
	| {readonly type: 'table/clear-marks'};

/** Answers of the shell for the list that waits for them. */
export type ArrangingMessage =
	| {
			readonly type: 'arranging/take-rows';
			readonly arranging: Arranging;
			readonly rows: readonly RowId[];
	  }
	/** When each user was changed last, as the history said of a stored sheet. */
	| ({readonly type: 'arranging/take-changes'; readonly stored: Sheet} & (
			| {readonly changes: NonNullable<UserQueryContext['changes']>}
			| {readonly failed: string}
	  ));

declare module '../message.ts' {
	interface Messages {
		readonly arranging: ArrangingMessage;
		readonly table: TableMessage;
	}
}
