import {describeMissing, findMissing, type Missing, refuseMissing} from '../../csv/find-missing.ts';
import {formatExport} from '../../csv/format-export.ts';
import type {CsvTable, ImportPlan} from '../../csv/import-plan.ts';
import {exportedFields} from '../../domain/field-lists.ts';
import type {Problem} from '../../domain/problem.ts';
import {finishWork} from '../../domain/work.ts';
import {writeFileWhole} from '../../files/write-file.ts';
import {outputRefuser} from '../../store/refuse-output.ts';
import {chooseUsers} from '../chosen-users.ts';
import type {Opened} from '../context.ts';
import {type ExitCode, exitCodes} from '../exit-code.ts';
import type {Io} from '../io.ts';
import type {ImportFlags} from './import-flags.ts';

/** How many users are missing from a file, and where they were written; null for nowhere. */
export type ListedMissing = Omit<Missing, 'users'> & {readonly users: number; readonly file: string | null};

type Listed =
	| {readonly missing?: ListedMissing}
	| {readonly code: ExitCode; readonly stopped: readonly Problem[]};

/** PINs have no place in a list of people who have left. */
const columns = exportedFields.filter((field) => field.role !== 'stored' || field.kind !== 'pin');

/**
 * `--list-missing FILE`: writes the users who are not in the file, of all or of those that `--missing-where` finds (rules.md 3.27).
 * A newer file of a system that users are synchronised with says how many are missing without it, too (rules.md 3.28).
 *
 * @param input the file that is imported, which the list must not replace
 */
export async function listMissing(
	table: CsvTable,
	plan: ImportPlan,
	{listMissing: file, missingWhere, source, force = false}: ImportFlags,
	opened: Opened,
	io: Io,
	input: string,
): Promise<Listed> {
	if (file === undefined && source === undefined) return {};
	const refused = refuseMissing(table, plan.options);
	if (refused !== undefined)
		return file === undefined ? {} : {code: exitCodes.usage, stopped: [noMissing(refused)]};
	const chosen = await chooseUsers(missingWhere === undefined ? {} : {where: missingWhere}, opened, io);
	if ('failed' in chosen) return {code: chosen.failed, stopped: []};
	const missing = finishWork(findMissing(table, plan, chosen.users));
	const {users} = missing;
	if (file === undefined)
		return users.length === 0 ? {} : {missing: {...missing, users: users.length, file: null}};
	const problem = await writeFileWhole(
		file,
		formatExport(users, opened.sheet.profiles, {exact: false, columns}),
		{
			force,
			refuse: outputRefuser(opened.store.file, input),
		},
	);
	if (problem !== undefined) return {code: exitCodes.usage, stopped: [problem]};
	return {missing: {...missing, users: users.length, file}};
}

function noMissing(message: string): Problem {
	return {
		severity: 'error',
		code: 'no-missing',
		message: `Who is missing cannot be said. ${message}`,
		short: 'Nothing to find users by',
		fix: 'Find users by a column of the file with --match.',
	};
}

/** Who is missing, in sentences. */
export function tellMissing(missing: ListedMissing | undefined): readonly string[] {
	if (missing === undefined) return [];
	return [
		'',
		...describeMissing(missing, missing.users),
		`${missing.file === null ? '--list-missing FILE writes them' : `They are in ${missing.file}`}. The import removes no user.`,
	];
}
