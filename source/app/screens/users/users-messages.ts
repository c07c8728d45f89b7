import type {FoundProblem} from '../../../domain/check-in-sheet.ts';
import type {FieldKey} from '../../../domain/field.ts';

export type UsersMessage =
	| {readonly type: 'users/set-cell'; readonly id: number; readonly key: FieldKey; readonly value: string}
	| {readonly type: 'users/ask-delete'}
	| {readonly type: 'users/delete'; readonly ids: readonly number[]}
	| {readonly type: 'users/next-problem'; readonly by: 1 | -1}
	/** `ids` are those of the effect; what was found is all about one user. */
	| {
			readonly type: 'users/problem-found';
			readonly ids: readonly number[];
			readonly found: readonly FoundProblem[];
	  }
	| {readonly type: 'users/cancel-search'}
	| {readonly type: 'users/generate-pin'}
	| {readonly type: 'users/take-pin'; readonly id: number; readonly pin: string}
	| {readonly type: 'users/toggle-panel'}
	/** The grid with the users that a filter finds. */
	| {readonly type: 'users/show'; readonly filter: string};

declare module '../../message.ts' {
	interface Messages {
		readonly users: UsersMessage;
	}
}
