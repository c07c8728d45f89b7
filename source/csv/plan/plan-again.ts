import {isSameUser} from '../../domain/change.ts';
import type {Work} from '../../domain/work.ts';
import {fileLimits} from '../file-limits.ts';
import type {Fixes} from '../fixes.ts';
import type {CsvRow, ImportPlan, JudgedRow} from '../import-plan.ts';
import {findRepeated} from '../people/find-repeated-keys.ts';
import {findDependents} from '../people/people.ts';
import {addPlace, findFrom, removePlace} from '../people/places.ts';
import {addWritten, removeWritten} from './move-shared-values.ts';
import {removeOutcome} from './plan-draft.ts';
import {completeRow, judgeRow, type Planner, remainingRow} from './planner.ts';
import {findCommonPins, judgeShared} from './shared-values.ts';
import {viewPlan} from './view-plan.ts';

const rowsPerStep = 100;

/**
 * The plan for other fixes, of which only the rows are judged that may come out otherwise (rules.md 4.12): those with another fix, and
 * those that depend on them by an ID, as a possible duplicate or for a value that several have. It is the plan that all rows would come to.
 *
 * @param planner it is for these fixes afterwards
 * @returns undefined where so much depends on the fixes that the rows are judged as fast from the start: then the planner is of no more use
 */
export function* planAgain(planner: Planner, fixes: Fixes): Work<ImportPlan | undefined> {
	const {table, draft, shared} = planner;
	const most = Math.max(1000, table.rows.length / 10);
	const others = findOtherFixes(planner.fixes, fixes);
	if (others.length > most) return undefined;
	const waiting = moveKeys(planner, fixes, others);
	planner.fixes = fixes;
	const before = new Map<number, JudgedRow>();
	for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
		if (waiting.length + before.size > most) return undefined;
		const judged = draft.rows[at];
		if (judged !== undefined && !before.has(at)) before.set(at, judged);
		for (const dependent of judgeAgain(planner, at)) addWaiting(waiting, dependent);
		if (before.size % rowsPerStep === 0) yield {done: before.size, total: before.size + waiting.length};
	}
	if (draft.found > fileLimits.problems) return undefined;
	const touched = new Set(before.keys());
	for (const judged of before.values()) removeWritten(shared, judged, touched);
	for (const at of before.keys()) {
		const judged = draft.rows[at];
		if (judged !== undefined) addWritten(shared, at, judged, touched);
	}
	if (touched.size > most) return undefined;
	for (const at of touched) judgeShared(shared, at, draft.rows[at]);
	const pins = findCommonPins(shared, draft.rows);
	for (const at of [...planner.commonPins.keys(), ...pins.keys()]) touched.add(at);
	planner.commonPins = pins;
	for (const at of touched) {
		const judged = completeRow(planner, at);
		if (judged !== undefined) planner.judged[at] = judged;
	}
	return yield* viewPlan(planner, 'when-asked');
}

/**
 * Rows with other fixes may have other IDs.
 *
 * @param others the lines of these rows
 * @returns the places of rows with other fixes, and of those that have, or had, an ID in common with one: ascending
 */
function moveKeys(
	{table, fixes: before, context}: Planner,
	fixes: Fixes,
	others: readonly number[],
): number[] {
	const {lines, keyOf} = context.finder;
	const waiting: number[] = [];
	const waitForLine = (line: number): void => addWaiting(waiting, findRow(table.rows, line));
	const waitForRepeated = (key: string): void => {
		for (const line of findRepeated(lines, key) ?? []) waitForLine(line);
	};
	for (const line of others) {
		const row = table.rows[findRow(table.rows, line)];
		if (row?.line !== line) continue;
		waitForLine(line);
		const [was, is] = [before, fixes].map((some) => {
			const remaining = remainingRow(row, some);
			return remaining === undefined ? '' : keyOf(remaining);
		});
		if (was === is) continue;
		if (was !== undefined && was !== '') {
			waitForRepeated(was);
			removePlace(lines, was, line);
		}
		if (is !== undefined && is !== '') {
			addPlace(lines, is, line);
			waitForRepeated(is);
		}
	}
	return waiting;
}

/** The lines whose fixes differ. There may be as many fixes as rows, and two of them differ. */
function findOtherFixes(before: Fixes, after: Fixes): readonly number[] {
	const lines: number[] = [];
	for (const [line, fix] of after) if (before.get(line) !== fix) lines.push(line);
	for (const line of before.keys()) if (!after.has(line)) lines.push(line);
	return lines;
}

/** The place of the row on a line, or the one that it would have: rows come in the order of their lines. */
function findRow(rows: readonly CsvRow[], line: number): number {
	let low = 0;
	let high = rows.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((rows[middle]?.line ?? line) < line) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Judges the row at a place again. @returns the places behind it that depend on what has changed */
function judgeAgain({draft, ...planner}: Planner, at: number): readonly number[] {
	const {people} = draft;
	const was = people.ofRows[at];
	removeOutcome(draft, at);
	judgeRow({draft, ...planner}, at);
	const is = people.ofRows[at];
	if (was === is || (was !== undefined && is !== undefined && isSameUser(was, is))) return [];
	return [was, is].flatMap((user) => (user === undefined ? [] : findDependents(people, user, at)));
}

function addWaiting(waiting: number[], at: number): void {
	const index = findFrom(waiting, at);
	if (waiting[index] !== at) waiting.splice(index, 0, at);
}
