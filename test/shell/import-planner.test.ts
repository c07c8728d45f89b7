import {expect, test} from 'vitest';
import {noFixes, setCells} from '../../source/csv/fixes.ts';
import type {ImportPlan} from '../../source/csv/import-plan.ts';
import {planImport} from '../../source/csv/plan/plan-import.ts';
import {finishWork} from '../../source/domain/work.ts';
import {createImportPlanner} from '../../source/shell/import-planner.ts';
import {parseTable, plainOptions, sheetOf} from '../csv/plan-csv.ts';

const table = parseTable('Last name,Email address\nA,a@x.example\nB,a@x.example\nC,c@');
const common = {table, options: plainOptions, sheet: sheetOf(), fileName: 'users.csv'};
const [first, , last] = table.rows;
const fixed = setCells(noFixes, last === undefined ? [] : [{row: last, position: 1, value: 'c@x.example'}]);
const others = setCells(fixed, first === undefined ? [] : [{row: first, position: 1, value: 'b@x.example'}]);

function wholePlan(fixes = noFixes): unknown {
	return finishWork(planImport(table, common.options, common.sheet, common.fileName, fixes));
}

function readPlan(made: unknown): ImportPlan {
	return made as ImportPlan;
}

test('rows that no fix is about are not judged again', async () => {
	const plan = createImportPlanner();
	const {signal} = new AbortController();
	const before = readPlan(await plan({...common, fixes: noFixes}, signal, () => {}));
	const after = readPlan(await plan({...common, fixes: fixed}, signal, () => {}));
	expect(after).toEqual(wholePlan(fixed));
	expect(after.rows[0]).toBe(before.rows[0]);
	expect(await plan({...common, fixes: others}, signal, () => {})).toEqual(wholePlan(others));
	expect(await plan({...common, fixes: noFixes}, signal, () => {})).toEqual(wholePlan());
});

test('other options, or a plan that was aborted half-way, are planned from the start', async () => {
	const plan = createImportPlanner();
	const {signal} = new AbortController();
	await plan({...common, fixes: fixed}, signal, () => {});
	const options = {...plainOptions, duplicates: 'skip'} as const;
	expect(await plan({...common, options, fixes: fixed}, signal, () => {})).toMatchObject({skipped: [{}]});
	const aborted = AbortSignal.abort();
	expect(await plan({...common, options, fixes: others}, aborted, () => {})).toBeUndefined();
	expect(await plan({...common, fixes: others}, signal, () => {})).toEqual(wholePlan(others));
});
