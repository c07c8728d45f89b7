import {count, type Problem, quote} from '../../domain/problem.ts';
import {eachInSteps, type Work} from '../../domain/work.ts';
import {isEmptyHeader, splitRunTogether} from '../find-field.ts';
import {type CsvRow, type CsvTable, delimiterNames} from '../import-plan.ts';
import {describeSample} from './describe-sample.ts';

const samplesTold = 3;

type Doubtful = {
	readonly index: number;
	/** The two headers that are one here; undefined where it is one only. */
	readonly pair: readonly [string, string] | undefined;
	values: number;
	readonly samples: {readonly line: number; readonly kind: string}[];
};

/**
 * A warning for every column that has values and no header, and for every one whose header is two that run together. Both are
 * ignored, and both may mean that the columns beside them have the wrong values: so it is said what they hold.
 */
export function* findDoubtfulColumns(table: CsvTable): Work<readonly Problem[]> {
	const columns = table.headers.flatMap((header, index): readonly Doubtful[] => {
		const pair = splitRunTogether(header);
		return pair === undefined && !isEmptyHeader(header) ? [] : [{index, pair, values: 0, samples: []}];
	});
	if (columns.length === 0) return [];
	const addValues = ({cells, line}: CsvRow): void => {
		for (const column of columns) {
			const cell = cells[column.index]?.trim() ?? '';
			if (cell === '') continue;
			column.values += 1;
			if (column.samples.length < samplesTold) column.samples.push({line, kind: describeSample(cell)});
		}
	};
	yield* eachInSteps(table.rows, addValues, {done: 0, total: table.rows.length});
	return columns.flatMap((column) => describeColumn(column, table) ?? []);
}

function describeColumn({index, pair, values, samples}: Doubtful, table: CsvTable): Problem | undefined {
	const seen = `${count(values, 'value')}: ${samples.map(({line, kind}) => `${kind} on line ${line}`).join(', ')}`;
	if (pair !== undefined) {
		const between = pair.map((part) => quote(part.trim())).join(' and ');
		return {
			severity: 'warning',
			code: 'joined-headers',
			column: table.headers[index] ?? '',
			message: `It is ignored, as these are two headers with no separator between them.${values === 0 ? '' : ` It has ${seen}.`}`,
			short: 'Two headers in one',
			fix: `Write a ${delimiterNames[table.delimiter]} between ${between}, and give each row both cells.`,
		};
	}
	if (values === 0) return undefined;
	return {
		severity: 'warning',
		code: 'empty-header',
		column: `Column ${index + 1}`,
		message: `It is ignored, as it has no header. It has ${seen}.`,
		short: 'Values without a header',
		fix: 'Give it a header, or check whether the values beside it are in the wrong columns.',
	};
}
