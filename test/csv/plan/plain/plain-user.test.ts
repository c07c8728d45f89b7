import fc from 'fast-check';
import {expect, test} from 'vitest';
import {noFixes} from '../../../../source/csv/fixes.ts';
import type {ImportOptions} from '../../../../source/csv/import-plan.ts';
import {planRow} from '../../../../source/csv/plan/plan-row.ts';
import {startPlanner} from '../../../../source/csv/plan/planner.ts';
import {storedFields} from '../../../../source/domain/field-lists.ts';
import type {Sheet} from '../../../../source/domain/sheet.ts';
import {finishWork} from '../../../../source/domain/work.ts';
import {parseTable, plainOptions, sheetOf} from '../../plan-csv.ts';

const headers = storedFields.map(({header}) => header);

/** What is nearly plain: values of the fields, and what may be wrong with them. */
const texts = [
	'',
	'Archer',
	"O'Neill",
	"'t Hooft",
	'"Bob"',
	'Müller',
	'MÃ¼ller',
	'J?rgen',
	'NULL',
	'nan',
	'None',
	'Err:502',
	'a&amp;b',
	' x',
	'x ',
	'a b',
	'=1+1',
	'="0042"',
	"'0042",
	'+49',
	'-',
	'@x',
	'x@',
	'a@x.example',
	'A@x.example',
	'a@x',
	'1001',
	'0042',
	'1234',
	'4711',
	'123',
	'2001.0',
	'1.5E+10',
	'02.01.2026',
	'true',
	'12345678901234500',
	'1234567890123456',
	'ann.archer',
	'Ann.Archer',
	'mbg100001',
	'10.1.2.3',
	'pbx.example.com',
	'pbx_1',
	'Default',
	'default',
	'remote worker',
	'Remote workers',
	'20#1',
	'20*1',
	'a\u0000b',
	'x\u200b',
	'x'.repeat(300),
];

const sheets: readonly Sheet[] = [
	sheetOf(),
	{...sheetOf(), settings: {...sheetOf().settings, standAlone: true}},
];

const optionsOf: fc.Arbitrary<ImportOptions> = fc.record({
	...Object.fromEntries(Object.entries(plainOptions).map(([key, value]) => [key, fc.constant(value)])),
	profile: fc.constantFrom({from: 'csv'}, {from: 'keep', name: 'Default'}),
	doubtful: fc.constantFrom('undecided', 'fix', 'keep', 'take'),
}) as fc.Arbitrary<ImportOptions>;

/** Mostly right values, as one cell that is not makes the whole row no plain one. */
const cellOf = (header: string): fc.Arbitrary<string> => {
	const right: Readonly<Record<string, string>> = {
		Profile: 'Default',
		'Email address': 'a@x.example',
		'Last name': 'Archer',
	};
	return fc.oneof(
		{weight: 40, arbitrary: fc.constant(right[header] ?? '')},
		{weight: 2, arbitrary: fc.constantFrom(...texts)},
		{weight: 1, arbitrary: fc.string({maxLength: 12})},
	);
};

test('the quick look at a row comes to what the rules come to', () => {
	let quick = 0;
	fc.assert(
		fc.property(
			fc.tuple(...headers.map(cellOf)),
			optionsOf,
			fc.constantFrom(...sheets),
			(cells, options, sheet) => {
				const table = {...parseTable(headers.join(',')), rows: [{line: 2, cells}]};
				const planner = finishWork(startPlanner(table, options, sheet, 'users.csv', noFixes));
				const [row] = table.rows;
				if ('refused' in planner || row === undefined) return;
				const {context, draft} = planner;
				if (context.readPlainUser(row, sheet.nextId) !== undefined) quick += 1;
				const closely = planRow(row, row, {...context, readPlainUser: () => undefined}, 0);
				expect(draft.rows[0]).toMatchObject({kind: closely.kind, problems: closely.problems});
				if (closely.kind === 'create') expect(draft.rows[0]).toMatchObject({user: closely.user});
			},
		),
		{numRuns: Number(process.env.USERSHEET_RUNS ?? 2000)},
	);
	expect(quick).toBeGreaterThan(100);
}, 600_000);
