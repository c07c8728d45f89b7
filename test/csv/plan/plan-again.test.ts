import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {dropFixes, type Fixes, leaveOut, noFixes, setCells} from '../../../source/csv/fixes.ts';
import {decide, importDecisions, undecided} from '../../../source/csv/import-decisions.ts';
import type {CsvTable, ImportOptions} from '../../../source/csv/import-plan.ts';
import {matchWays} from '../../../source/csv/match-by.ts';
import {planAgain} from '../../../source/csv/plan/plan-again.ts';
import {planImport} from '../../../source/csv/plan/plan-import.ts';
import {startPlanner} from '../../../source/csv/plan/planner.ts';
import type {Sheet} from '../../../source/domain/sheet.ts';
import {finishWork} from '../../../source/domain/work.ts';
import {makeUser, parseTable, plainOptions, sheetOf} from '../plan-csv.ts';

const columns = ['ID', 'Last name', 'Email address', 'Number', 'PIN', 'Login ID', 'Profile'] as const;
/** Few values, so that rows have them in common, and some that are wrong or doubtful. */
const values: Readonly<Record<(typeof columns)[number], readonly string[]>> = {
	ID: ['', '', '1', '2', '3', '1.0', '77', 'x'],
	'Last name': ['Archer', 'archer', 'Baker', '', 'MÃ¼ller', 'NULL'],
	'Email address': ['a@x.example', 'A@X.example', 'b@x.example', 'c@x.example', 'c@', ''],
	Number: ['1', '2', '3', '2001.0', '20 01', '', '4711'],
	PIN: ['4711', '8812', '123', '', '472951', '472951', '472951'],
	'Login ID': ['ann', 'ben', '1', '2', '4711', ''],
	Profile: ['Default', 'Remote workers', 'remote worker', ''],
};

const sheets: readonly Sheet[] = [
	sheetOf(),
	sheetOf(
		makeUser(1, {lastName: 'Archer', email: 'a@x.example', directoryNumber: '1', deploymentPin: '472951'}),
		makeUser(2, {lastName: 'Baker', email: 'b@x.example', directoryNumber: '2001', serviceUser: 'ann'}),
		makeUser(3, {
			email: 'a@x.example',
			directoryNumber: '3',
			origin: 'client-service',
			deploymentPin: '0123',
		}),
		makeUser(5, {lastName: 'Archer', email: 'c@x.example', directoryNumber: '2', serviceUser: '4711'}),
	),
];

const decisionsOf = fc
	.tuple(
		...importDecisions.map(({key, choices}) =>
			fc.constantFrom('undecided', ...choices.map(({value}) => value)).map((value) => ({key, value})),
		),
	)
	.map((decided) =>
		decided.reduce((decisions, {key, value}) => decide(decisions, key, value), {
			...plainOptions,
			...undecided,
		}),
	);

const optionsOf: fc.Arbitrary<ImportOptions> = fc
	.record({
		profile: fc.constantFrom<ImportOptions['profile']>(
			{from: 'csv'},
			{from: 'choice', name: 'Remote workers'},
			{from: 'keep', name: 'Default'},
		),
		partial: fc.boolean(),
		overwrite: fc.boolean(),
		matchBy: fc.constantFrom('id', 'id', ...matchWays.map(({key}) => key)),
	})
	.chain((options) => decisionsOf.map((decisions) => ({...decisions, ...options})));

const rowsOf = fc.array(fc.tuple(...columns.map((column) => fc.constantFrom(...values[column]))), {
	minLength: 1,
	maxLength: 12,
});

/** What a person does, by places modulo what there is. */
const actionOf = fc.record({
	kind: fc.constantFrom('set', 'set', 'set', 'leave-out', 'take-back', 'drop'),
	at: fc.nat(20),
	column: fc.nat(columns.length - 1),
	value: fc.nat(20),
});

type Action = typeof actionOf extends fc.Arbitrary<infer One> ? One : never;

function act(fixes: Fixes, {rows}: CsvTable, {kind, at, column, value}: Action): Fixes {
	const row = rows[at % rows.length];
	const choices = values[columns[column] ?? 'ID'];
	if (row === undefined) return fixes;
	switch (kind) {
		case 'set':
			return setCells(fixes, [{row, position: column, value: choices[value % choices.length] ?? ''}]);
		case 'leave-out':
		case 'take-back':
			return leaveOut(fixes, [row], kind === 'leave-out');
		default:
			return dropFixes(fixes, [row]);
	}
}

describe('rules.md 4.12: the plan for other fixes', () => {
	const runs = Number(process.env.USERSHEET_RUNS ?? 500);

	test(`is the plan that all rows would come to, whatever was fixed before: ${runs} files`, () => {
		fc.assert(
			fc.property(
				rowsOf,
				optionsOf,
				fc.constantFrom(...sheets),
				fc.array(fc.array(actionOf, {minLength: 1, maxLength: 3}), {minLength: 1, maxLength: 6}),
				(rows, options, sheet, steps) => {
					const table = parseTable([columns, ...rows].map((cells) => cells.join(',')).join('\n'));
					const planner = finishWork(startPlanner(table, options, sheet, 'users.csv', noFixes));
					if ('refused' in planner) return;
					let fixes: Fixes = noFixes;
					for (const step of steps) {
						fixes = step.reduce((before, action) => act(before, table, action), fixes);
						const plan = finishWork(planAgain(planner, fixes));
						expect(plan).toEqual(finishWork(planImport(table, options, sheet, 'users.csv', fixes)));
					}
				},
			),
			{numRuns: runs},
		);
	}, 600_000);

	test('a plan that was made before stays as it was', () => {
		const table = parseTable('Last name,Email address\nA,a@\nB,b@x.example');
		const options = {...plainOptions, duplicates: 'create'} as const;
		const planner = finishWork(startPlanner(table, options, sheetOf(), 'users.csv', noFixes));
		if ('refused' in planner) throw new Error(planner.refused.message);
		const [row] = table.rows;
		const first = finishWork(planAgain(planner, noFixes));
		const before = structuredClone({...first, change: undefined});
		finishWork(planAgain(planner, setCells(noFixes, row ? [{row, position: 1, value: 'b@x.example'}] : [])));
		expect({...first, change: undefined}).toEqual(before);
		expect(first?.change.added.map(({id}) => id)).toEqual([1]);
	});

	test('where too much depends on a fix, the plan is to be made from the start', () => {
		const lines = Array.from({length: 3000}, (_, index) => `L${index},same@x.example`);
		const table = parseTable(['Last name,Email address', ...lines].join('\n'));
		const planner = finishWork(startPlanner(table, plainOptions, sheetOf(), 'users.csv', noFixes));
		if ('refused' in planner) throw new Error(planner.refused.message);
		const [row] = table.rows;
		const fixes = setCells(noFixes, row ? [{row, position: 1, value: 'other@x.example'}] : []);
		expect(finishWork(planAgain(planner, fixes))).toBeUndefined();
	});
});
