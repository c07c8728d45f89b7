import {describeChanges} from '../../csv/count-changes.ts';
import {describeReading} from '../../csv/describe-reading.ts';
import {describeOlderValues} from '../../csv/find-older-values.ts';
import {describeDecision, findRaised} from '../../csv/import-decisions.ts';
import type {CsvTable, ImportPlan} from '../../csv/import-plan.ts';
import {updateOf} from '../../domain/change.ts';
import {describeImportedBefore, describeRejectsOf} from '../../domain/imported-before.ts';
import {count, formatProblem, type Severity} from '../../domain/problem.ts';
import {machineTimeZone} from '../../shell/machine-time-zone.ts';
import {describeDifferences} from '../describe-differences.ts';
import {groupProblems} from '../group-problems.ts';
import {type Io, printLines} from '../io.ts';
import {describeFixes} from './describe-fixes.ts';
import {describeImportEnd, nameInput} from './describe-import-end.ts';
import type {ImportOutcome} from './import-outcome.ts';
import {tellMissing} from './list-missing.ts';

const headings: readonly (readonly [Severity, string])[] = [
	['error', 'Rejected:'],
	['warning', 'Look at these:'],
	['notice', 'For your information:'],
];

/** Tells a person what came of an import: the report on standard output, what kept it from happening on standard error. */
export async function printImport(io: Io, outcome: ImportOutcome): Promise<void> {
	const {table, plan, importedBefore, rejectsOf} = outcome;
	if (table !== undefined && plan !== undefined) {
		await printLines(io.stdout, [
			...describeCounts(outcome, table, plan),
			...(importedBefore === undefined
				? []
				: [describeImportedBefore(importedBefore, machineTimeZone(io.env))]),
			...(rejectsOf === undefined ? [] : [describeRejectsOf(rejectsOf, machineTimeZone(io.env))]),
			...describeFixes(outcome.fixed ?? []),
			...describeProblems(plan),
			...describeConcerned(plan),
			...describeWhatChanges(plan),
			...(outcome.olderValues === undefined ? [] : [describeOlderValues(outcome.olderValues)]),
			...tellMissing(outcome.missing),
			...(outcome.dryRun ? describeUpdates(plan) : []),
		]);
	}
	await printLines(io.stderr, outcome.stopped.map(formatProblem));
	const {text, good} = describeImportEnd(outcome);
	await printLines(good ? io.stdout : io.stderr, text);
}

function describeCounts(
	{file, committed}: ImportOutcome,
	table: CsvTable,
	plan: ImportPlan,
): readonly string[] {
	const show = (amount: number): string => amount.toLocaleString('en-US');
	const amounts = [
		`${show(plan.created.length)} ${committed ? 'created' : 'to create'}`,
		`${show(plan.updated.length)} ${committed ? 'updated' : 'to update'}`,
		`${show(plan.unchanged.length)} unchanged`,
		`${show(plan.rejected.length)} rejected`,
		...(plan.skipped.length > 0 ? [`${show(plan.skipped.length)} skipped`] : []),
		...(plan.leftOut.length > 0 ? [`${show(plan.leftOut.length)} left out`] : []),
	];
	return [
		`${nameInput(file)}: ${count(plan.rows.length, 'row')} (${describeReading(table)})`,
		amounts.join(', '),
	];
}

/** The columns with their counts, and a simpler way where there is one. */
function describeWhatChanges({changes}: ImportPlan): readonly string[] {
	const what = describeChanges(changes);
	if (what === undefined) return [];
	const hint = changes.isOnePinForAll
		? ['"usersheet set-pin" gives one PIN to many users without a file.']
		: [];
	return ['', what, ...hint];
}

function describeUpdates({updated}: ImportPlan): readonly string[] {
	const updates = updated.map(({before, after}) => updateOf(before, after));
	return updates.length === 0 ? [] : ['', ...describeDifferences({updated: updates, removed: []})];
}

function describeProblems({problems}: ImportPlan): readonly string[] {
	return headings.flatMap(([severity, heading]) => {
		const lines = groupProblems(problems.filter((problem) => problem.severity === severity));
		return lines.length === 0 ? [] : ['', heading, ...lines.map((line) => `  ${line}`)];
	});
}

function describeConcerned({concerned, options, examples}: ImportPlan): readonly string[] {
	return findRaised(concerned).flatMap((decision) => {
		const {key, unit} = decision;
		const example = examples[key];
		return [
			'',
			describeDecision(decision, options, concerned),
			...[...concerned[key]].map(([where, amount]) => `  ${where}: ${count(amount, unit.one, unit.many)}`),
			...(example === undefined ? [] : [`  For example: ${formatProblem(example)}`]),
		];
	});
}
