import type {FoundProblem} from '../../../domain/check-in-sheet.ts';
import type {FieldKey} from '../../../domain/field.ts';

export type UsersMessage =
	| {
			readonly type: 'users/move-cursor' | 'users/commit-cell';
			readonly rows: number;
			readonly columns: number;
			/** Tab remembers the column where it began, and Enter after it returns there. */
			readonly by?: 'tab' | 'enter';
	  }
	| {readonly type: 'users/move-page'; readonly pages: number}
	| {readonly type: 'users/move-to'; readonly row?: 'first' | 'last'; readonly column?: 'first' | 'last'}
	| {readonly type: 'users/go-to'; readonly number: number}
	| {readonly type: 'users/edit-cell'; readonly typed?: string}
	| {readonly type: 'users/cancel-cell'}
	| {readonly type: 'users/set-cell'; readonly id: number; readonly key: FieldKey; readonly value: string}
	| {readonly type: 'users/clear-cell'}
	| {readonly type: 'users/toggle-mark'}
	| {readonly type: 'users/toggle-all-marks'}
	| {readonly type: 'users/clear-marks'}
	| {readonly type: 'users/ask-delete'}
	| {readonly type: 'users/delete'; readonly ids: readonly number[]}
	| {readonly type: 'users/sort'}
	| {readonly type: 'users/open-filter'}
	| {readonly type: 'users/close-filter'; readonly keep: boolean}
	| {readonly type: 'users/clear-filter'}
	| {readonly type: 'users/next-problem'}
	/** `ids` are those of the effect; what was found is all about one user. */
	| {
			readonly type: 'users/problem-found';
			readonly ids: readonly number[];
			readonly found: readonly FoundProblem[];
	  }
	| {readonly type: 'users/cancel-search'};

declare module '../../message.ts' {
	interface Messages {
		readonly users: UsersMessage;
	}
}
