import type {Change} from '../../domain/change.ts';
import type {Entry} from '../../domain/entry.ts';
import type {Rebased} from '../../domain/fit-change.ts';
import type {UndoPlan} from '../../domain/plan-undo.ts';
import type {Sheet} from '../../domain/sheet.ts';
import type {SetCell} from './queue/cells.ts';
import type {UndoWay} from './queue/queue.ts';

/** Undo and redo of what was changed since the sheet was opened. */
export type UndoMessage =
	| {readonly type: 'undo/take-back'}
	| {readonly type: 'undo/do-again'}
	| {
			readonly type: 'undo/planned';
			readonly change: Change;
			readonly way: UndoWay;
			readonly plan: UndoPlan;
			/** The sheet that it was planned for. */
			readonly sheet: Sheet;
	  }
	| {readonly type: 'undo/cancel'};

export type StoreMessage =
	| (Rebased & {
			readonly type: 'store/committed';
			readonly sheet: Sheet;
			/** What others have committed and this sheet was not told of before. */
			readonly others: readonly Entry[];
			readonly timeZone: string;
	  })
	/** What others have committed. */
	| {
			readonly type: 'store/changed';
			readonly sheet: Sheet;
			readonly entries: readonly Entry[];
			readonly timeZone: string;
	  }
	/** Something about the store that the person should know. */
	| {readonly type: 'store/noticed'; readonly text: string}
	| {readonly type: 'store/failed'; readonly message: string}
	| {readonly type: 'store/retry'}
	| {readonly type: 'store/back-up'}
	| {readonly type: 'store/backed-up'; readonly file: string}
	| {readonly type: 'store/backup-failed'; readonly message: string};

/** What becomes of values that others have changed, too. */
export type RefusedMessage =
	| {
			readonly type: 'refused/keep-values';
			readonly whose: 'mine' | 'theirs';
			readonly cells: readonly SetCell[];
			/** The sheet whose values the person was shown as theirs. */
			readonly seen: Sheet;
			/** What is asked about after these, one by one. */
			readonly next: readonly SetCell[];
	  }
	| {readonly type: 'refused/ask-each'; readonly cells: readonly SetCell[]};

declare module '../message.ts' {
	interface Messages {
		readonly undo: UndoMessage;
		readonly store: StoreMessage;
		readonly refused: RefusedMessage;
	}
}
