import type {ReplacePlan} from '../../../domain/cells/plan-replace.ts';
import type {Sheet} from '../../../domain/sheet.ts';
import type {ReplaceJob} from './replace-state.ts';

export type ReplaceMessage =
	| {readonly type: 'replace/open'}
	| {readonly type: 'replace/move'; readonly by: number}
	| {readonly type: 'replace/toggle'}
	| {readonly type: 'replace/search'}
	/** `ids` and `given` are those of the effect. */
	| ({readonly type: 'replace/found'; readonly plan: ReplacePlan; readonly sheet: Sheet} & ReplaceJob)
	| {readonly type: 'replace/back'}
	| {readonly type: 'replace/write'};

declare module '../../message.ts' {
	interface Messages {
		readonly replace: ReplaceMessage;
	}
}
