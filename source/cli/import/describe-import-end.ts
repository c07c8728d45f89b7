import {describeDecision, findRaised, type ImportDecision, listChoices} from '../../csv/import-decisions.ts';
import type {ImportPlan} from '../../csv/import-plan.ts';
import {count} from '../../domain/problem.ts';
import type {ImportOutcome} from './import-outcome.ts';

type Words = {
	/** Whether the import did, or would do, what was asked. */
	readonly good: boolean;
	readonly text: readonly string[];
};

/** The last words on an import: whether it happened, why not, and what to do next. */
export function describeImportEnd(outcome: ImportOutcome): Words {
	const {plan, stopped, file} = outcome;
	if (plan === undefined || stopped.length > 0)
		return {good: false, text: [`Nothing was imported from ${nameInput(file)}.`]};
	const refusal = describeRefusal(outcome);
	if (refusal.length > 0) return {good: false, text: [...refusal, ...describeRejects(outcome)]};
	return {good: true, text: ['', describeSuccess(outcome), ...describeRejects(outcome)]};
}

/** The file as sentences name it. */
export function nameInput(file: string): string {
	return file === '-' ? 'standard input' : file;
}

/** Why nothing went in, and the flags that decide it; nothing where something did. */
function describeRefusal({plan}: ImportOutcome): readonly string[] {
	if (plan === undefined) return [];
	const {open, options, concerned} = plan;
	const reasons = [
		...(open.includes('rejected-rows') || isAllRejected(plan) ? [describeRejected(plan)] : []),
		...findRaised(concerned)
			.filter(({key}) => open.includes(key))
			.map((decision) => `${describeDecision(decision, options, concerned)} ${adviseFlag(decision)}`),
	];
	return reasons.length === 0 ? [] : ['Nothing was imported.', ...reasons];
}

function isAllRejected({rejected, rows}: ImportPlan): boolean {
	return rows.length > 0 && rejected.length === rows.length;
}

function describeRejected(plan: ImportPlan): string {
	if (plan.suggestsOverwrite) return 'All IDs are those of users: update them with --overwrite.';
	if (isAllRejected(plan)) return 'Every row is invalid. Correct the file.';
	const rejected = count(plan.rejected.length, 'row is', 'rows are');
	return `${rejected} invalid. Correct the file, or leave such rows out with --partial.`;
}

function adviseFlag(decision: ImportDecision): string {
	return `Decide with ${listChoices(decision, `${decision.flag} `)}.`;
}

function describeSuccess({file, dryRun, committed, planFile}: ImportOutcome): string {
	if (planFile !== undefined)
		return `Nothing was written but the plan. "usersheet import ${file} --apply ${planFile}" does what it says.`;
	if (dryRun) return 'Dry run: nothing was written. The same command without --dry-run imports.';
	return committed ? 'Imported.' : 'Nothing to import: the sheet has all of this already.';
}

function describeRejects({plan, rejectsFile, dryRun}: ImportOutcome): readonly string[] {
	if (rejectsFile !== undefined) return [`The rejected rows are in ${rejectsFile}, each with its errors.`];
	if (plan === undefined || plan.rejected.length === 0 || plan.open.length > 0 || dryRun) return [];
	if (plan.suggestsOverwrite) return [];
	return [
		'Correct the rejected rows and import them again; --rejects FILE writes them to a file of their own.',
	];
}
