import type {Change} from '../../../domain/change.ts';
import type {MarkName} from '../../../domain/life-cycle/mark-table.ts';
import type {MarkPlan} from '../../../domain/life-cycle/plan-marks.ts';
import type {WorkEntry} from '../../../domain/life-cycle/worklist.ts';
import type {Sheet} from '../../../domain/sheet.ts';

export type WorklistMessage =
	| {readonly type: 'worklist/open'}
	| {readonly type: 'worklist/counted'; readonly entries: readonly WorkEntry[]}
	/** To the users of the entry under the cursor, or to those who are to be withdrawn. */
	| {readonly type: 'worklist/go-to'}
	/** Takes deleted users off the list: the marked ones, those of the range, or the one under the cursor. */
	| {readonly type: 'worklist/withdraw'}
	| {readonly type: 'worklist/back'}
	/** Says of the users of the scope what has happened to them. */
	| {readonly type: 'worklist/mark'; readonly mark: MarkName}
	/** `sheet` is that of the effect. */
	| {
			readonly type: 'worklist/mark-planned';
			readonly mark: MarkName;
			readonly ids: readonly number[];
			readonly sheet: Sheet;
			readonly plan: MarkPlan;
	  }
	| {readonly type: 'worklist/carry-out'; readonly change: Change};

declare module '../../message.ts' {
	interface Messages {
		readonly worklist: WorklistMessage;
	}
}

type WorklistEffect =
	/** Counts what is to do. Answer: `worklist/counted`. */
	| {readonly type: 'worklist/count'; readonly sheet: Sheet}
	/** Answer: `worklist/mark-planned`. */
	| {
			readonly type: 'worklist/plan-mark';
			readonly mark: MarkName;
			readonly ids: readonly number[];
			readonly sheet: Sheet;
	  };

declare module '../../effect.ts' {
	interface Effects {
		readonly worklist: WorklistEffect;
	}
}
