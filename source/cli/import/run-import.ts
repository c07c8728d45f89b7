import {rm} from 'node:fs/promises';
import {basename} from 'node:path';
import {countImport} from '../../csv/count-import.ts';
import {describeOlderValues, findOlderValues, type OlderValues} from '../../csv/find-older-values.ts';
import {planFixed} from '../../csv/fix/plan-fixed.ts';
import {formatRejects} from '../../csv/format-rejects.ts';
import {refuseChanges} from '../../csv/import-guards.ts';
import {findImportMark} from '../../csv/import-mark.ts';
import type {CsvTable, ImportPlan} from '../../csv/import-plan.ts';
import {isEmptyChange} from '../../domain/change.ts';
import type {Origination} from '../../domain/entry.ts';
import type {Problem} from '../../domain/problem.ts';
import {finishWork} from '../../domain/work.ts';
import {locateFile} from '../../files/locate-file.ts';
import {writeFileWhole} from '../../files/write-file.ts';
import {machineTimeZone} from '../../shell/machine-time-zone.ts';
import {findEarlierImport} from '../../store/find-earlier-import.ts';
import {readLastValues} from '../../store/read-last-values.ts';
import {outputRefuser} from '../../store/refuse-output.ts';
import type {StoreError} from '../../store/store-error.ts';
import {type Context, type Opened, reportConflicts, tellNotice} from '../context.ts';
import {type ExitCode, exitCodes} from '../exit-code.ts';
import {writePieces} from '../io.ts';
import {chooseDecisions} from './choose-decisions.ts';
import {chooseProfile} from './choose-profile.ts';
import {type Given, planningFlags, takePlanned, writePlan} from './given-flags.ts';
import type {ImportFlags} from './import-flags.ts';
import {formatImportReport, type ImportOutcome} from './import-outcome.ts';
import {listMissing} from './list-missing.ts';
import {refuseApplying} from './plan-file.ts';
import {printImport} from './print-import.ts';
import {readImportTable} from './read-import-table.ts';
import {finishTelling} from './tell-progress.ts';

/** `usersheet import`: read, plan, and commit what the plan allows. */
export async function runImport(
	context: Context,
	file: string,
	flags: ImportFlags,
	parseFlags: (typed: readonly string[]) => ImportFlags | undefined,
): Promise<ExitCode> {
	const given = await takePlanned(flags, parseFlags);
	const outcome =
		'refused' in given
			? {file, dryRun: false, committed: false, stopped: [], ...stopImport(given.refused)}
			: await importFile(file, given, context);
	if (flags.json) await writePieces(context.io.stdout, formatImportReport(outcome));
	else await printImport(context.io, outcome);
	return outcome.code;
}

async function importFile(file: string, given: Given, context: Context): Promise<ImportOutcome> {
	const {flags} = given;
	const start = {file, dryRun: flags.dryRun === true, committed: false, stopped: []} as const;
	const read = await readImportTable(file, flags, context);
	if ('refused' in read) return {...start, ...stopImport(read.refused)};
	const {table} = read;
	const opened = await context.openSheet('write');
	if ('error' in opened) return {...start, table, ...stopAtStore(opened.error)};
	tellNotice(context.io, opened.store);
	try {
		return {...start, table, ...(await planAndCommit(read, file, given, context, opened))};
	} finally {
		await opened.store.close();
	}
}

async function planAndCommit(
	{table, hash}: {readonly table: CsvTable; readonly hash: string},
	file: string,
	{flags, planned: before}: Given,
	context: Context,
	opened: Opened,
): Promise<
	Ending &
		Pick<
			ImportOutcome,
			'plan' | 'fixed' | 'importedBefore' | 'rejectsOf' | 'missing' | 'planFile' | 'olderValues'
		>
> {
	const {profile, refused} = chooseProfile(flags, table, opened.sheet);
	const options = {
		profile,
		partial: flags.partial === true,
		overwrite: flags.overwrite === true || flags.source !== undefined,
		matchBy: flags.source ?? flags.match ?? 'id',
		...chooseDecisions(flags),
	};
	const name = file === '-' ? 'standard input' : basename(file);
	const today = new Date().toISOString();
	const work = planFixed(table, options, opened.sheet, name, flags.fix ?? new Set(), today);
	const planned = flags.progress ? finishTelling(work, context.io, Date.now) : finishWork(work);
	if ('refused' in planned) return stopImport(planned.refused);
	const {plan, taken} = planned;
	// Where all IDs are known the profile is not what is missing (rules.md 3.2).
	if (refused !== undefined && !plan.suggestsOverwrite) return stopImport(refused);
	const basis = {sha256: hash, revision: opened.sheet.revision, flags: planningFlags(flags)};
	const outdated = before && refuseApplying(before, basis, name, plan);
	if (outdated !== undefined) return {plan, ...stopImport(outdated, exitCodes.refused)};
	const mark = findImportMark(table);
	const rejectsOf = mark === undefined ? undefined : await findEarlierImport(opened.store, mark);
	const first = rejectsOf === undefined ? {} : {rejectsOf: rejectsOf.revision};
	const origination = {from: 'import', fileName: name, hash, ...first, counts: countImport(plan)} as const;
	const importedBefore = await findEarlierImport(opened.store, hash);
	// What a shell has put before the command is found by that name.
	const input = file === '-' ? '/dev/stdin' : await locateFile(file);
	const olderValues = findOlderValues(
		plan,
		await readLastValues(opened.store, machineTimeZone(context.io.env)),
	);
	const unwritten = await writePlan(name, basis, plan, flags, opened, input);
	if (unwritten !== undefined) return {plan, fixed: taken, ...stopImport(unwritten)};
	const listed = await listMissing(table, plan, flags, opened, context.io, input);
	if ('stopped' in listed) return {plan, fixed: taken, ...listed};
	const isOlder = olderValues?.isMuch === true && flags.takeOlderValues !== true && flags.dryRun !== true;
	if (isOlder) return {plan, fixed: taken, ...listed, ...stopImport(tooOld(olderValues), exitCodes.refused)};
	const ending = await carryOutImport(plan, table, origination, flags, context, opened, input);
	return {
		plan,
		fixed: taken,
		...(flags.plan === undefined ? {} : {planFile: flags.plan}),
		...(olderValues === undefined ? {} : {olderValues}),
		...listed,
		...ending,
		...(importedBefore === undefined ? {} : {importedBefore}),
		...(rejectsOf === undefined ? {} : {rejectsOf}),
	};
}

type Ending = Pick<ImportOutcome, 'code'> &
	Partial<Pick<ImportOutcome, 'committed' | 'rejectsFile' | 'stopped'>>;

/** Writes the rejected rows first: a name that is taken must be known before the sheet changes. */
async function carryOutImport(
	plan: ImportPlan,
	table: CsvTable,
	origination: Origination & {readonly from: 'import'},
	{rejects, force = false, dryRun = false, maxChanges}: ImportFlags,
	{io}: Context,
	{store, sheet}: Opened,
	input: string,
): Promise<Ending> {
	const tooMany = maxChanges && refuseChanges(plan.changes, sheet.users.length, maxChanges);
	if (tooMany !== undefined) return stopImport(tooManyChanges(tooMany), exitCodes.refused);
	const rejectsFile = plan.rejected.length > 0 ? rejects : undefined;
	if (rejectsFile !== undefined) {
		const problem = await writeFileWhole(rejectsFile, formatRejects(table, plan.rejected, origination.hash), {
			force: force && !dryRun,
			refuse: outputRefuser(store.file, input),
		});
		const isKept = dryRun && problem?.code === 'file-exists';
		if (isKept) return stopImport({...problem, fix: 'Choose another name: a dry run replaces nothing.'});
		if (problem !== undefined) return stopImport(problem);
	}
	const ending = {code: codeOf(plan), ...(rejectsFile === undefined ? {} : {rejectsFile})};
	if (dryRun || plan.open.length > 0 || isEmptyChange(plan.change)) return ending;
	const committed = await store.commit(plan.change, sheet, {origination});
	if ('error' in committed) {
		// The file would be in the way when the same command is tried again.
		if (rejectsFile !== undefined && !force) await rm(rejectsFile, {force: true});
		return stopAtStore(committed.error);
	}
	reportConflicts(io, committed.conflicts);
	return {...ending, committed: true};
}

function codeOf(plan: ImportPlan): ExitCode {
	if (plan.open.length > 0) return exitCodes.refused;
	if (plan.rejected.length === 0) return exitCodes.done;
	return plan.rejected.length === plan.rows.length ? exitCodes.refused : exitCodes.partial;
}

function stopImport(problem: Problem, code: ExitCode = exitCodes.usage): Ending {
	return {code, stopped: [problem]};
}

function tooOld(older: OlderValues): Problem {
	return {
		severity: 'error',
		code: 'older-values',
		message: describeOlderValues(older),
		short: 'Older than the sheet',
		fix: 'Export again, or take them back with --take-older-values.',
	};
}

function tooManyChanges(message: string): Problem {
	return {
		severity: 'error',
		code: 'too-many-changes',
		message,
		short: 'More changes than allowed',
		fix: 'Look at it with --dry-run, and raise --max-changes where it is meant.',
	};
}

function stopAtStore(error: StoreError): Ending {
	return {
		code: exitCodes.store,
		stopped: [
			{
				severity: 'error',
				code: `store-${error.kind}`,
				message: error.message,
				short: 'The store cannot be used',
			},
		],
	};
}
