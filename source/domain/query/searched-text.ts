import {searchText} from '../compare-text.ts';

/** The values of a row as one {@link searchText}, made once for each row: every key of a filter searches them all. */
export function keepSearchedText<Row extends object>(
	values: (row: Row) => readonly string[],
): (row: Row) => string {
	const kept = new WeakMap<Row, string>();
	return (row) => {
		const known = kept.get(row);
		if (known !== undefined) return known;
		const made = searchText(values(row).join('\n'));
		kept.set(row, made);
		return made;
	};
}
