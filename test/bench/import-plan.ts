import Papa from 'papaparse';
import {noFixes, setCells} from '../../source/csv/fixes.ts';
import type {ImportOptions} from '../../source/csv/import-plan.ts';
import {planAgain} from '../../source/csv/plan/plan-again.ts';
import {planImport} from '../../source/csv/plan/plan-import.ts';
import {startPlanner} from '../../source/csv/plan/planner.ts';
import {readTable} from '../../source/csv/read-table.ts';
import {emptySheet} from '../../source/domain/sheet.ts';
import type {Work} from '../../source/domain/work.ts';
import {formatSample} from '../helpers/write-sample.ts';

/** One line of the benchmark's table; `ratio` is value by baseline, both in `unit` and measured in the same run. */
export type BenchRow = {
	readonly name: string;
	readonly value: number;
	readonly baseline: number;
	readonly ratio: number;
	readonly unit: string;
};

const rows = 100_000;
const rounds = 5;
/** What a person notices as a hitch while typing, in milliseconds. */
const frame = 20;
/** A key press at 60 Hz. */
const keyPress = 16;
const fixesTimed = 25;
const emailPosition = 4;

const options: ImportOptions = {
	profile: {from: 'csv'},
	partial: true,
	overwrite: false,
	matchBy: 'id',
	blankColumns: 'undecided',
	duplicates: 'create',
	unknownRows: 'create',
	otherPerson: 'take',
	doubtful: 'take',
};

/**
 * Times the import plan of 100,000 rows, from bytes to plan, against papaparse on the same text; the best of five rounds each. A plan
 * again after a fix is timed by its median.
 *
 * The longest step is a garbage collection: a hundred thousand new users survive it, whatever the step does. What a step itself
 * costs shows in the 99th percentile. The same with a first name in every row that was read wrongly is timed against the good ones.
 */
export async function benchImportPlan(): Promise<readonly BenchRow[]> {
	const bytes = new TextEncoder().encode(formatSample(rows));
	const text = new TextDecoder().decode(bytes);
	const damaged = new TextEncoder().encode(text.replaceAll(/(?<=\n[^,]*,[^,]*)(?=,)/g, 'Ã¼'));
	const bare: number[] = [];
	const whole: number[] = [];
	const longest: number[] = [];
	const usual: number[] = [];
	const doubted: number[] = [];
	const again = benchFixes(bytes);
	for (let round = 0; round < rounds; round += 1) {
		bare.push(timed(() => Papa.parse(text)));
		let steps: readonly number[] = [];
		whole.push(
			timed(() => {
				steps = planBytes(bytes);
			}),
		);
		doubted.push(timed(() => planBytes(damaged)));
		const sorted = steps.toSorted((a, b) => b - a);
		longest.push(sorted[0] ?? 0);
		usual.push(sorted[Math.floor(sorted.length / 100)] ?? 0);
	}
	return [
		makeRow(
			`import plan of ${rows.toLocaleString('en-US')} rows, against papaparse`,
			Math.min(...whole),
			Math.min(...bare),
		),
		makeRow('its longest step, against 20 ms', Math.min(...longest), frame),
		makeRow('99 of 100 of its steps, against 20 ms', Math.min(...usual), frame),
		makeRow('a plan again after one fix, against 16 ms', again, keyPress),
		makeRow(
			'import plan with a damaged name in each row, against good names',
			Math.min(...doubted),
			Math.min(...whole),
		),
	];
}

/** The median of the times that a plan takes again after one fix of an e-mail address, in milliseconds. */
function benchFixes(bytes: Uint8Array): number {
	const table = run(readTable(bytes), []);
	if ('refused' in table) throw new Error(table.refused.message);
	const planner = run(startPlanner(table, options, emptySheet, 'users.csv', noFixes), []);
	if ('refused' in planner) throw new Error(planner.refused.message);
	let fixes = noFixes;
	const times = table.rows.slice(0, fixesTimed).map((row, index) => {
		fixes = setCells(fixes, [{row, position: emailPosition, value: `fixed.${index}@example.com`}]);
		return timed(() => run(planAgain(planner, fixes), []));
	});
	return times.sort((a, b) => a - b)[fixesTimed >> 1] ?? 0;
}

/** Decodes, parses, matches and plans; returns how long each step took, in milliseconds. */
function planBytes(bytes: Uint8Array): readonly number[] {
	const steps: number[] = [];
	const table = run(readTable(bytes), steps);
	if ('refused' in table) throw new Error(table.refused.message);
	const plan = run(planImport(table, options, emptySheet, 'users.csv'), steps);
	if ('refused' in plan || plan.created.length !== rows) throw new Error('The sample is not valid');
	return steps;
}

function run<Result>(work: Work<Result>, steps: number[]): Result {
	for (;;) {
		const start = performance.now();
		const step = work.next();
		steps.push(performance.now() - start);
		if (step.done === true) return step.value;
	}
}

function timed(act: () => unknown): number {
	const start = performance.now();
	act();
	return performance.now() - start;
}

function makeRow(name: string, value: number, baseline: number): BenchRow {
	return {name, value, baseline, ratio: value / baseline, unit: 'ms'};
}
