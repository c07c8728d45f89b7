import {type Command, Option} from 'commander';
import {storedValue} from '../domain/cells/plan-cells.ts';
import type {FieldKey} from '../domain/field.ts';
import {storedFields} from '../domain/field-lists.ts';
import {
	type HandOverWay,
	numberOf,
	planHandOver,
	refuseToKeep,
	valuesToHandOver,
} from '../domain/plan-hand-over.ts';
import {formatProblem} from '../domain/problem.ts';
import type {Sheet} from '../domain/sheet.ts';
import {emptyUser, fullName, type User} from '../domain/user.ts';
import type {Act} from './act.ts';
import {type Context, commitChange, fail, withSheet} from './context.ts';
import {describeDifferences} from './describe-differences.ts';
import {exitCodes} from './exit-code.ts';
import {findUsers} from './find-users.ts';
import {valueFlag} from './flag-of.ts';
import {formatJson, toJsonProblem} from './format-json.ts';
import {printLine, printLines} from './io.ts';
import {readSecrets, secretsHelp} from './read-secrets.ts';

type GivenValues = {readonly [Key in FieldKey]?: string};
type HandOverFlags = GivenValues & {
	readonly delete?: boolean;
	readonly keep?: boolean;
	readonly secretsStdin?: boolean;
	readonly dryRun?: boolean;
	readonly json?: boolean;
};

const examples = ['usersheet hand-over 7 --delete --last-name Baker --email bob@example.com'];

/** `usersheet hand-over`: a flag for each field of the new user that is no secret. */
export function registerHandOver(program: Command, act: Act): void {
	const command = program
		.command('hand-over')
		.description('give the number of a user, with its device and passwords, to a new user')
		.argument('<id>', 'the user who has the number')
		.addOption(new Option('--delete', 'delete that user').conflicts('keep'))
		.option('--keep', 'keep that user, without number, device and mailbox');
	for (const field of storedFields.filter(({kind}) => kind !== 'secret'))
		command.addOption(new Option(valueFlag(field), `${field.header} of the new user`));
	command
		.option('--secrets-stdin', 'read passwords of the new user from standard input')
		.option('--dry-run', 'show what would happen; the sheet is not written')
		.option('--json', 'print the result as JSON')
		.addHelpText('after', secretsHelp(examples))
		.action(act(runHandOver));
}

async function runHandOver(context: Context, id: string, flags: HandOverFlags): Promise<number> {
	const {io} = context;
	const way: HandOverWay = flags.keep === true ? 'keep' : 'delete';
	if (flags.keep !== true && flags.delete !== true)
		return fail(io, exitCodes.usage, 'What becomes of the user who has the number? Give --delete or --keep.');
	const secrets = flags.secretsStdin ? await readSecrets(io) : {values: {}};
	if ('problem' in secrets) return fail(io, exitCodes.usage, secrets.problem);
	return withSheet(context, flags.dryRun ? 'read' : 'write', async (opened) => {
		const {sheet} = opened;
		const found = findUsers(sheet, [id]);
		if ('problem' in found) return fail(io, exitCodes.usage, found.problem);
		const [from, ...others] = found.users;
		if (from === undefined || others.length > 0)
			return fail(io, exitCodes.usage, 'A number is handed over by one user: give one ID.');
		const refused =
			numberOf(from) === undefined
				? 'This user has no number.'
				: way === 'keep'
					? refuseToKeep(from, sheet)
					: undefined;
		if (refused !== undefined) return fail(io, exitCodes.refused, refused);
		const to = createUser(from, {...flags, ...secrets.values}, sheet);
		const {change, problems} = planHandOver(from, to, way, sheet);
		const isRefused = problems.some(({severity}) => severity === 'error');
		for (const problem of problems) printLine(io.stderr, formatProblem(problem));
		const isWritten = !isRefused && flags.dryRun !== true;
		const done = isWritten ? await commitChange(io, opened, change) : {change};
		if ('failed' in done) return done.failed;
		const newId = isWritten ? (done.change.added[0]?.id ?? null) : null;
		if (flags.json) {
			const report = {id: newId, committed: isWritten, from: from.id, problems: problems.map(toJsonProblem)};
			io.stdout.write(formatJson(report));
		} else if (isWritten) {
			printLine(io.stderr, `${change.label}: done.`);
			printLine(io.stdout, String(newId));
		} else if (!isRefused)
			await printLines(io.stdout, [
				`1 user would be created: ${fullName(to)}`,
				...describeDifferences(change),
				'Dry run: nothing was written. The same command without --dry-run does it.',
			]);
		return isRefused ? exitCodes.refused : exitCodes.done;
	});
}

/** The new user: what comes with the number, and over it what the flags say. */
function createUser(from: User, given: GivenValues, sheet: Sheet): User {
	const typed = storedFields.flatMap(({key}) => {
		const value = given[key];
		return value === undefined ? [] : [[key, storedValue(key, value, sheet)] as const];
	});
	return {...emptyUser, ...valuesToHandOver(from), ...Object.fromEntries(typed), id: sheet.nextId};
}
