import {idField, textField} from './query-fields.ts';
import type {QueryTable, QueryWord} from './query-table.ts';
import {keepSearchedText} from './searched-text.ts';

/** A field of rows that are nothing but texts. */
export type TextColumn<Row> = QueryWord & {
	/** Never a secret or a PIN. */
	readonly read: (row: Row) => string;
	readonly otherNames?: readonly string[];
	/** What completion offers behind the colon. */
	readonly values?: readonly QueryWord[];
	/** Whether it holds a number, of which ranges are asked for. */
	readonly isNumber?: boolean;
};

/** What many lists have in common. */
export const commonColumns = {
	id: {name: 'id', help: 'the ID of the user', isNumber: true},
	who: {name: 'who', help: 'the name of the user', otherNames: ['name']},
	column: {name: 'column', help: 'the field', otherNames: ['field']},
	before: {name: 'before', help: 'the value before'},
	after: {name: 'after', help: 'the value after'},
	reason: {name: 'reason', help: 'what is wrong', otherNames: ['note']},
} as const;

/** What may be asked about rows that are nothing but texts; words look through all of them. */
export function textQueryTable<Row extends object>(columns: readonly TextColumn<Row>[]): QueryTable<Row> {
	const values = (row: Row): readonly string[] => columns.map(({read}) => read(row));
	return {
		fields: columns.map(({read, values: words, isNumber, ...named}) =>
			isNumber === true
				? idField(named, (row) => (read(row) === '' ? undefined : Number(read(row))))
				: textField(named, read, words),
		),
		values,
		searched: keepSearchedText(values),
	};
}
