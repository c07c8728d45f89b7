import type {Query} from '../../domain/query/compile-query.ts';
import type {Sheet} from '../../domain/sheet.ts';
import type {Table} from './table.ts';
import type {Arranging, RowId} from './table-state.ts';

/** What takes too long between two keys. */
export type TableEffect =
	/** Finds and sorts the many rows of a list. Answer: `arranging/take-rows`, unless the list asks once more before. */
	| {
			readonly type: 'table/arrange';
			readonly table: Table;
			readonly arranging: Arranging;
			readonly query: Query<RowId>;
	  }
	/** Reads when each user was changed last. Answer: `arranging/take-changes`. */
	| {readonly type: 'table/read-changes'; readonly stored: Sheet};

declare module '../effect.ts' {
	interface Effects {
		readonly table: TableEffect;
	}
}
