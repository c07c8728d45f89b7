import {readValues, sampleValues} from '../../../../csv/columns/sample-values.ts';
import {splitName} from '../../../../csv/columns/split-name.ts';
import type {ColumnMatch, CsvRow, NameOrder} from '../../../../csv/import-plan.ts';

/** Up to three values of a column split in two: "Ann | Archer". What may not be shown is not shown in parts either. */
export function listSplit(column: ColumnMatch, rows: readonly CsvRow[], order: NameOrder): readonly string[] {
	const shown = new Set(sampleValues(column, rows));
	return readValues(rows, column.index, 3).flatMap((value) => {
		if (!shown.has(value)) return [];
		const {firstName, lastName, finding} = splitName(value, order);
		const isSplit = finding?.severity !== 'error';
		return [isSplit ? `${firstName || '–'} | ${lastName || '–'}` : `${value}: ${finding.short}`];
	});
}
