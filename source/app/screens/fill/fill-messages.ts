import type {CellsPlan} from '../../../domain/cells/plan-cells.ts';
import type {CellsJob} from '../../../domain/cells/plan-job.ts';
import type {Change} from '../../../domain/change.ts';
import type {FieldKey} from '../../../domain/field.ts';
import type {Sheet} from '../../../domain/sheet.ts';
import type {Pasting} from './paste-job.ts';

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
			readonly job: CellsJob;
			readonly plan: CellsPlan;
			/** The sheet that it was planned for. */
			readonly sheet: Sheet;
	  }
	| {readonly type: 'fill/apply'; readonly change: Change; readonly sheet: Sheet; readonly from: CellsOrigin}
	/** What the terminal pastes: several cells, or a value for several. */
	| {readonly type: 'fill/paste'; readonly text: string; readonly unbracketed: boolean}
	/** What was copied in usersheet. */
	| {readonly type: 'fill/paste-own'}
	| {readonly type: 'fill/cut'}
	| {readonly type: 'fill/copy-pins'}
	| {readonly type: 'fill/place'; readonly pasting: Pasting};

/** Of what is pasted, theirs stays where others change the same, and the person is asked; a fill stands, as it was asked about. */
export type CellsOrigin = 'cells' | 'bulk';

declare module '../../message.ts' {
	interface Messages {
		readonly fill: FillMessage;
	}
}
