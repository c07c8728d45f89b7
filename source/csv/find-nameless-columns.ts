import type {Problem} from '../domain/problem.ts';
import type {Work} from '../domain/work.ts';
import {isEmptyHeader} from './find-field.ts';
import type {CsvTable} from './import-plan.ts';

const rowsPerStep = 2000;

/** A notice for every column that has values and no header: they are ignored. */
export function* findNamelessColumns(table: CsvTable): Work<readonly Problem[]> {
	const nameless = table.headers.flatMap((header, index) => (isEmptyHeader(header) ? [index] : []));
	if (nameless.length === 0) return [];
	const used = new Set<number>();
	for (const [index, {cells}] of table.rows.entries()) {
		for (const column of nameless) {
			const cell = cells[column];
			if (cell === undefined) break;
			if (cell.trim() !== '') used.add(column);
		}
		if (index % rowsPerStep === rowsPerStep - 1) yield {done: 0, total: table.rows.length};
	}
	return [...used]
		.sort((a, b) => a - b)
		.map((column) => ({
			severity: 'notice',
			code: 'empty-header',
			message: `Column ${column + 1} has values but no header, and is ignored.`,
			short: 'Values without a header',
		}));
}
