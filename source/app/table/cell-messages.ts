import type {CursorMove} from './move-cursor.ts';

/** For the cell under the cursor of the list that has the keys: to open it, and what then becomes of what is typed. */
export type CellMessage =
	/** With what was typed in place of its value. */
	| {readonly type: 'cell/edit'; readonly typed?: string}
	| {readonly type: 'cell/clear'}
	| ({readonly type: 'cell/commit'} & CursorMove)
	| {readonly type: 'cell/cancel'};

declare module '../message.ts' {
	interface Messages {
		readonly cell: CellMessage;
	}
}
