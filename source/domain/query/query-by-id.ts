import type {QueryTable} from './query-table.ts';

/** The same for rows that are known by a number, as the rows of a list are. */
export function queryById<Id, Row>(
	{fields, values, searched}: QueryTable<Row>,
	rowOf: (id: Id) => Row | undefined,
): QueryTable<Id> {
	const byId =
		<Value>(read: (row: Row) => Value, missing: Value) =>
		(id: Id): Value => {
			const row = rowOf(id);
			return row === undefined ? missing : read(row);
		};
	return {
		fields: fields.map((field) => ({
			...field,
			compile(wanted) {
				const test = field.compile(wanted);
				return typeof test === 'function' ? byId(test, false) : test;
			},
		})),
		values: byId(values, []),
		searched: byId(searched, ''),
	};
}
