import type {Missing} from '../../../csv/find-missing.ts';
import type {CsvTable, ImportPlan} from '../../../csv/import-plan.ts';
import type {User} from '../../../domain/user.ts';
import type {Progress} from '../../../domain/work.ts';
import type {MissingScope} from './missing-state.ts';

export type MissingMessage =
	/** From the preview or the result of an import. */
	| {readonly type: 'missing/open'}
	| {readonly type: 'missing/progressed'; readonly progress: Progress}
	| {readonly type: 'missing/found'; readonly missing: Missing}
	| {readonly type: 'missing/choose-scope'}
	| {readonly type: 'missing/set-scope'; readonly scope: MissingScope}
	/** Marks in the grid those that are marked or in the range, or else all shown. */
	| {readonly type: 'missing/mark'}
	| {readonly type: 'missing/back'};

/** Looks for users who are not in a file. Answer: `missing/found`, with `missing/progressed` on the way. */
export type MissingEffect =
	| {
			readonly type: 'missing/find';
			readonly file: CsvTable;
			readonly plan: ImportPlan;
			readonly scope: readonly User[];
	  }
	/** Stops looking. No answer. */
	| {readonly type: 'missing/cancel'};

declare module '../../message.ts' {
	interface Messages {
		readonly missing: MissingMessage;
	}
}

declare module '../../effect.ts' {
	interface Effects {
		readonly missing: MissingEffect;
	}
}
