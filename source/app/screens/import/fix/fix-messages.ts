import type {OfferedFix} from '../../../../csv/fix/offered-fixes.ts';

/** What is put right in the rows of the file, in the preview. */
export type FixMessage =
	/** The fix of the marked rows, of the range, or of the row under the cursor. */
	| {readonly type: 'import/take-fix'}
	/** Asks about the same fix for all cells that are wrong in the same way. */
	| {readonly type: 'import/take-alike'}
	| {readonly type: 'import/alike-found'; readonly offers: readonly OfferedFix[]}
	| {readonly type: 'import/take-fixes'; readonly offers: readonly OfferedFix[]}
	| {readonly type: 'import/leave-out'}
	| {readonly type: 'import/turn-back-fix'; readonly way: 'undo' | 'redo'}
	| {
			readonly type: 'import/set-cell';
			readonly line: number;
			/** CSV header of the field. */
			readonly header: string;
			readonly value: string;
	  };
