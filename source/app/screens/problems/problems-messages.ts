import type {FixPlan} from '../../../domain/cells/plan-fixes.ts';
import type {FoundProblem} from '../../../domain/check-in-sheet.ts';
import type {ListedProblem} from '../../../domain/list-problems.ts';
import type {Sheet} from '../../../domain/sheet.ts';
import type {Progress} from '../../../domain/work.ts';

export type ProblemsMessage =
	| {readonly type: 'problems/open'}
	| {readonly type: 'problems/progressed'; readonly progress: Progress}
	| {readonly type: 'problems/listed'; readonly listed: readonly ListedProblem[]}
	/** To the value of the problem under the cursor, in the grid. */
	| {readonly type: 'problems/go-to'}
	/** Puts in the values that would be right: of the marked problems or the one under the cursor, or of all of its kind. */
	| {readonly type: 'problems/fix'; readonly all: boolean}
	/** `problems` and `sheet` are those of the effect. */
	| {
			readonly type: 'problems/planned';
			readonly problems: readonly FoundProblem[];
			readonly sheet: Sheet;
			readonly plan: FixPlan;
	  }
	| {readonly type: 'problems/back'};

declare module '../../message.ts' {
	interface Messages {
		readonly problems: ProblemsMessage;
	}
}
