import type {Change} from '../../../domain/change.ts';
import type {FieldKey} from '../../../domain/field.ts';
import type {CellsPlan} from '../../../domain/plan-cells.ts';
import type {FillJob} from '../../../domain/plan-fill.ts';
import type {Sheet} from '../../../domain/sheet.ts';

export type FillMessage =
	/** Asks for the value. */
	| {readonly type: 'fill/open'}
	| {readonly type: 'fill/open-profiles'}
	| {readonly type: 'fill/down'}
	| {readonly type: 'fill/clear'}
	| {readonly type: 'fill/set'; readonly key: FieldKey; readonly value: string}
	/** The value is typed. */
	| {readonly type: 'fill/plan'}
	| {
			readonly type: 'fill/planned';
			readonly job: FillJob;
			readonly plan: CellsPlan;
			/** The sheet that it was planned for. */
			readonly sheet: Sheet;
	  }
	| {readonly type: 'fill/apply'; readonly change: Change; readonly sheet: Sheet};

declare module '../../message.ts' {
	interface Messages {
		readonly fill: FillMessage;
	}
}
