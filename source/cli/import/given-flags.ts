import type {ImportPlan} from '../../csv/import-plan.ts';
import type {Problem} from '../../domain/problem.ts';
import {writeFileWhole} from '../../files/write-file.ts';
import {outputRefuser} from '../../store/refuse-output.ts';
import type {Opened} from '../context.ts';
import type {ImportFlags} from './import-flags.ts';
import {formatPlan, noPlan, type PlanBasis, type ReadPlan, readPlan} from './plan-file.ts';

/** The flags of an import, and the plan that they are from with `--apply`. */
export type Given = {readonly flags: ImportFlags; readonly planned?: ReadPlan};

/** Flags that change nothing of what happens to a row: they go with a plan that is applied, and are not kept in one. */
const reporting = [
	...['plan', 'apply', 'progress', 'dry-run', 'json', 'force'],
	...['rejects', 'list-missing', 'missing-where', 'max-changes'],
];

/** The typed flags that decide what happens to the rows. */
export function planningFlags({typed = []}: ImportFlags): readonly string[] {
	return typed.filter((flag) => !reporting.includes(nameOf(flag)));
}

function nameOf(flag: string): string {
	return flag.slice('--'.length).replace(/=[\s\S]*$/, '');
}

/** What is to be done: by the flags, or with `--apply` by those of the plan. */
export async function takePlanned(
	flags: ImportFlags,
	parseFlags: (typed: readonly string[]) => ImportFlags | undefined,
): Promise<Given | {readonly refused: Problem}> {
	// A plan that is written is to be looked at first.
	if (flags.apply === undefined) return {flags: flags.plan === undefined ? flags : {...flags, dryRun: true}};
	const [more] = planningFlags(flags);
	if (more !== undefined) return {refused: planSaysAll(more)};
	const planned = await readPlan(flags.apply);
	if ('problem' in planned) return {refused: planned.problem};
	const before = parseFlags(planned.basis.flags);
	if (before === undefined) return {refused: noPlan};
	return {flags: {...before, ...flags, typed: planned.basis.flags}, planned};
}

function planSaysAll(flag: string): Problem {
	return {
		severity: 'error',
		code: 'plan-says-all',
		message: `The plan says what is to be done, and --${nameOf(flag)} cannot change it.`,
		short: 'The plan says all',
		fix: 'Leave it out, or make a new plan with it.',
	};
}

/** Writes the plan where one is wanted; says what is in the way. */
export async function writePlan(
	fileName: string,
	basis: PlanBasis,
	plan: ImportPlan,
	{plan: file, force = false}: ImportFlags,
	{store}: Opened,
	input: string,
): Promise<Problem | undefined> {
	if (file === undefined) return undefined;
	return writeFileWhole(file, [...formatPlan(fileName, basis, plan)].join(''), {
		force,
		refuse: outputRefuser(store.file, input),
	});
}
