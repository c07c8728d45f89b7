import type {CsvRow} from '../../../csv/import-plan.ts';
import type {ImportSource} from '../../../csv/import-source.ts';
import {type StoredField, showValue} from '../../../domain/field.ts';
import {storedFields} from '../../../domain/field-lists.ts';
import type {Problem} from '../../../domain/problem.ts';

/** A value as the preview shows it: PINs only while they are revealed, secrets never. */
export function shownValue(field: StoredField, value: string, revealed: boolean): string {
	return revealed && field.kind === 'pin' ? value : showValue(field, value);
}

/** The problem with the PIN that its row has in the file, where it is about one: problems hold masked values only. */
export function revealPin(source: ImportSource | undefined, problem: Problem): Problem {
	const field = storedFields.find(({kind, header}) => kind === 'pin' && header === problem.column);
	const column = source?.table.match.columns.find(
		(match) => match.use === 'field' && match.key === field?.key,
	);
	if (field === undefined || source === undefined || column === undefined) return problem;
	const value = findRow(source.table.rows, problem.line)?.cells[column.index];
	return value === undefined ? problem : {...problem, value: value.trim()};
}

/** The row that starts on a line; rows are in the order of their lines. */
function findRow(rows: readonly CsvRow[], line = 0): CsvRow | undefined {
	let [low, high] = [0, rows.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((rows[middle]?.line ?? 0) < line) low = middle + 1;
		else high = middle;
	}
	return rows[low]?.line === line ? rows[low] : undefined;
}
