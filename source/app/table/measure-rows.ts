import {textWidth} from '../../terminal/text/text-width.ts';
import type {Table} from './table.ts';
import type {Measured} from './table-state.ts';

/** Of more rows than these only some are measured, evenly spread. */
const mostMeasured = 500;

/** Which of these columns some row has a value in, and how wide the widest values are. */
export function measureRows<Row, Context>(
	{kind, context, rowIds, rowOf}: Pick<Table<Row, Context>, 'kind' | 'context' | 'rowIds' | 'rowOf'>,
	keys: readonly string[],
): Measured {
	const ids = rowIds();
	const textOf = (id: number, key: string): string => {
		const row = rowOf(id);
		return row === undefined ? '' : kind.valueOf(row, key, context);
	};
	const step = Math.max(1, Math.floor(ids.length / mostMeasured));
	const some = ids.filter((_, place) => place % step === 0);
	const widest = (key: string): number =>
		some.reduce((most, id) => Math.max(most, textWidth(textOf(id, key))), 0);
	return {
		filled: new Set(keys.filter((key) => ids.some((id) => textOf(id, key) !== ''))),
		widths: new Map(keys.map((key) => [key, widest(key)])),
	};
}
