import {z} from 'zod';
import type {ImportPlan, JudgedRow} from '../../csv/import-plan.ts';
import {updateOf} from '../../domain/change.ts';
import type {Problem} from '../../domain/problem.ts';
import {fullName, type User} from '../../domain/user.ts';
import {readNamedFile} from '../../files/read-file.ts';
import {formatJson, jsonLines, toJsonProblem} from '../format-json.ts';
import {toJsonUpdate, toJsonUser} from '../to-json-entry.ts';

/** The form of the file: another one is not read. */
const version = 1;
/** Bytes of the largest plan that is read. */
const largestPlan = 512 * 1024 * 1024;

/** What a plan hangs on: where one of these is another, it is no longer the plan that was looked at. */
export type PlanBasis = {
	/** SHA-256 of the bytes of the imported file, in hex. */
	readonly sha256: string;
	/** Revision of the sheet. */
	readonly revision: number;
	/** The flags that the plan was made with, as typed: `--match=email`. */
	readonly flags: readonly string[];
};

const headSchema = z.object({
	plan: z.literal(version),
	sha256: z.string(),
	revision: z.number(),
	flags: z.array(z.string()),
});

/**
 * A plan as a file to be looked at and applied later: what it hangs on, and what happens to each row. Secrets and PINs are masked in it, so
 * that they are read from the imported file again. It comes in pieces, with one row on each line.
 */
export function* formatPlan(
	fileName: string,
	basis: PlanBasis,
	plan: ImportPlan,
): Generator<string, void, void> {
	const head = formatJson({
		plan: version,
		file: fileName,
		...basis,
		created: plan.created.length,
		updated: plan.updated.length,
		unchanged: plan.unchanged.length,
		rejected: plan.rejected.length,
		skipped: plan.skipped.length,
		open: plan.open,
	});
	yield `${head.slice(0, -'\n}\n'.length)},\n  "rows": `;
	yield* jsonLines(plan.rows, toJsonRow);
	yield '}\n';
}

function toJsonRow(judged: JudgedRow): object {
	const {kind, row, problems} = judged;
	return {line: row.line, what: kind, ...toJsonEffect(judged), problems: problems.map(toJsonProblem)};
}

function toJsonEffect(judged: JudgedRow): object {
	switch (judged.kind) {
		case 'create':
			return {who: fullName(judged.user), user: filledIn(toJsonUser(judged.user))};
		case 'update':
			return {who: fullName(judged.before), ...toJsonUpdate(updateOf(judged.before, judged.after))};
		case 'unchanged':
		case 'skip':
			return nameUser(judged.user);
		case 'reject':
		case 'left-out':
			return {};
	}
}

/** What is empty says nothing, and would make most of a plan of many rows. */
function filledIn(user: object): object {
	return Object.fromEntries(Object.entries(user).filter(([, value]) => value !== ''));
}

function nameUser(user: User | undefined): object {
	return user === undefined ? {} : {id: user.id, who: fullName(user)};
}

/** A plan that was written, as text, and what it hangs on. */
export type ReadPlan = {readonly text: string; readonly basis: PlanBasis};

/** Reads a plan, or says why it is none. */
export async function readPlan(file: string): Promise<ReadPlan | {readonly problem: Problem}> {
	const read = await readNamedFile(file, {most: largestPlan});
	if ('problem' in read) return read;
	const text = new TextDecoder().decode(read.bytes);
	try {
		const {sha256, revision, flags} = headSchema.parse(JSON.parse(text));
		return {text, basis: {sha256, revision, flags}};
	} catch {
		return {problem: noPlan};
	}
}

export const noPlan: Problem = {
	severity: 'error',
	code: 'no-plan',
	message: 'The file of --apply is no plan of this version of usersheet.',
	short: 'No plan of usersheet',
	fix: 'Write one with --plan.',
};

/** Why a plan cannot be applied any more; undefined where all is as it was looked at. */
export function refuseApplying(
	{text, basis}: ReadPlan,
	now: PlanBasis,
	fileName: string,
	plan: ImportPlan,
): Problem | undefined {
	if (basis.sha256 !== now.sha256) return outdated('The file has other bytes than the one that was planned.');
	if (basis.revision !== now.revision) return outdated('The sheet has changed since it was planned.');
	const again = [...formatPlan(fileName, basis, plan)].join('');
	return withoutFile(again) === withoutFile(text) ? undefined : outdated('It would do something else now.');
}

/** The same bytes under another name are the same file. */
function withoutFile(text: string): string {
	return text.replace(/^ {2}"file": .*$/m, '');
}

function outdated(message: string): Problem {
	return {
		severity: 'error',
		code: 'plan-outdated',
		message: `The plan cannot be applied. ${message}`,
		short: 'The plan is outdated',
		fix: 'Make a new plan with --plan, and look at it.',
	};
}
