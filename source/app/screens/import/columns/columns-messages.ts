import type {ColumnChoice} from '../../../../csv/import-plan.ts';

/** What happens among the columns of the file. */
export type ColumnsMessage =
	| {readonly type: 'import/open-columns'}
	| {readonly type: 'import/close-columns'}
	/** Lists what the column under the cursor can be for. */
	| {readonly type: 'import/list-fields'}
	/** For a column by its position in the row; without one, the one under the cursor. */
	| {readonly type: 'import/map-column'; readonly index?: number; readonly choice: ColumnChoice}
	| {readonly type: 'import/accept-suggestions'}
	| {readonly type: 'import/forget-columns'};
