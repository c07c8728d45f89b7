import type {BenchRow as PlainRow} from './import-plan.ts';

/** One line of the table: `ratio` is value by baseline, both in `unit` and measured in the same run. */
export type BenchRow = PlainRow & {
	/** What the baseline is, in a few words. */
	readonly against?: string;
	/** Where the value has to stay, in `unit`; only for what is the same on every machine. */
	readonly budget?: number;
};

/** A line of the table. */
export function benchRow(
	name: string,
	unit: 'ms' | 'bytes',
	value: number,
	baseline: number,
	against: string,
	budget?: number,
): BenchRow {
	const row = {name, unit, value, baseline, against, ratio: value / baseline};
	return budget === undefined ? row : {...row, budget};
}

/** The middle one of the measured values. */
export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

/** The value that a share of all values does not exceed: 0.95 for p95, 1 for the largest. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
	if (found === undefined) throw new Error('Nothing was measured');
	return found;
}

/** Milliseconds that an action takes. */
export function timed(act: () => unknown): number {
	const start = performance.now();
	act();
	return performance.now() - start;
}

/** Milliseconds that an asynchronous action takes. */
export async function timedAsync(act: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await act();
	return performance.now() - start;
}

/** The rows as a table for people. */
export function formatTable(rows: readonly BenchRow[]): string {
	const lines = [
		['', 'measured', 'baseline', 'ratio', 'budget', 'the baseline is'],
		...rows.map((row) => [
			row.name,
			amount(row.value, row.unit),
			amount(row.baseline, row.unit),
			`${row.ratio.toFixed(row.ratio < 0.1 ? 3 : 2)}×`,
			row.budget === undefined
				? ''
				: `${amount(row.budget, row.unit)}${row.value > row.budget ? ' exceeded' : ''}`,
			row.against ?? '',
		]),
	];
	const widths =
		lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
	return lines
		.map((line) =>
			line
				.map((text, column) =>
					column === 0 || column > 3 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0),
				)
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

function amount(value: number, unit: string): string {
	const text =
		unit === 'bytes' || value >= 100
			? Math.round(value).toLocaleString('en-US')
			: value.toFixed(value < 1 ? 2 : 1);
	return `${text} ${unit === 'bytes' ? 'B' : unit}`;
}
