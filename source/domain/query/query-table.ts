import {nameKey} from '../compare-text.ts';
import type {Finding} from '../problem.ts';
import type {Work} from '../work.ts';
import type {Wanted} from './parse-query.ts';

/** Whether a row is wanted. */
export type RowTest<Row> = (row: Row) => boolean;

/** Something that may be typed, with half a sentence about it for a list of choices. */
export type QueryWord = {readonly name: string; readonly help: string};

/** What may be in front of a colon. */
export type QueryField<Row> = QueryWord & {
	/** Other names that are understood; case, spaces and hyphens do not count. */
	readonly otherNames: readonly string[];
	/** What completion offers behind the colon; other values may be possible. */
	readonly values: readonly QueryWord[];
	/** The test for what is wanted, or what is wrong with that. */
	readonly compile: (wanted: Wanted) => RowTest<Row> | Finding;
	/** What has to be computed for all rows before the first is tested. */
	readonly prepare?: () => Work<void>;
	/** Whether a test takes so long that other terms go first. */
	readonly isSlow?: boolean;
};

/** What a query looks through: users, changes of the history, rows of a file. */
export type QueryTable<Row> = {
	readonly fields: readonly QueryField<Row>[];
	/** The values that terms without a field look through, as they are stored. Never a secret or a PIN. */
	readonly values: (row: Row) => readonly string[];
	/** All of them as {@link searchText}, kept for each row: every key searches them all. */
	readonly searched: (row: Row) => string;
};

/** The field that a name means, by any of its names. */
export function findQueryField<Row>({fields}: QueryTable<Row>, name: string): QueryField<Row> | undefined {
	const wanted = nameKey(name);
	return fields.find((field) => namesOf(field).some((known) => nameKey(known) === wanted));
}

/** Every name of a field, the usual one first. */
export function namesOf<Row>({name, otherNames}: QueryField<Row>): readonly string[] {
	return [name, ...otherNames];
}
