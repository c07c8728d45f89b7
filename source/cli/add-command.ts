import {type Command, Option} from 'commander';
import {emptyChange} from '../domain/change.ts';
import {checkInSheet} from '../domain/check-in-sheet.ts';
import type {FieldKey} from '../domain/field.ts';
import {storedFields} from '../domain/field-lists.ts';
import {formatProblem, type Problem} from '../domain/problem.ts';
import {findProfile} from '../domain/profile.ts';
import type {Sheet} from '../domain/sheet.ts';
import {emptyUser, fullName, trimValue, type User} from '../domain/user.ts';
import type {Act} from './act.ts';
import {type Context, commitChange, fail, withSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {valueFlag} from './flag-of.ts';
import {formatJson, toJsonProblem} from './format-json.ts';
import {type Io, printLine} from './io.ts';
import {readSecrets, secretsHelp} from './read-secrets.ts';

type AddFlags = {
	readonly [Key in FieldKey]?: string;
} & {readonly secretsStdin?: boolean; readonly json?: boolean};

const examples = [
	'usersheet add --last-name Archer --email ann@example.com',
	'usersheet add --last-name Archer --email ann@example.com --secrets-stdin <file',
];

/** `usersheet add`: a flag for each field that is no secret, in the order of the form. */
export function registerAdd(program: Command, act: Act): void {
	const command = program.command('add').description('create a user');
	for (const field of storedFields.filter(({kind}) => kind !== 'secret'))
		command.addOption(new Option(valueFlag(field), field.help));
	command
		.option('--secrets-stdin', 'read passwords from standard input')
		.option('--json', 'print the result as JSON')
		.addHelpText('after', secretsHelp(examples))
		.action(act(runAdd));
}

async function runAdd(context: Context, flags: AddFlags): Promise<number> {
	const {io} = context;
	const secrets = flags.secretsStdin ? await readSecrets(io) : {values: {}};
	if ('problem' in secrets) return fail(io, exitCodes.usage, secrets.problem);
	return withSheet(context, 'write', async (opened) => {
		const user = createUser({...flags, ...secrets.values}, opened.sheet);
		const problems = checkInSheet(user, opened.sheet);
		if (problems.some(({severity}) => severity === 'error')) {
			reportAdded(io, flags, undefined, problems);
			return exitCodes.refused;
		}
		const committed = await commitChange(io, opened, {
			...emptyChange(`Create ${fullName(user)}`),
			added: [user],
		});
		if ('failed' in committed) return committed.failed;
		reportAdded(io, flags, committed.change.added[0]?.id, problems);
		return exitCodes.done;
	});
}

/** The user that the flags describe; without a profile flag in the sheet's only profile. */
function createUser(given: {readonly [Key in FieldKey]?: string}, sheet: Sheet): User {
	const values = storedFields.map((field) => [field.key, trimValue(field, given[field.key] ?? '')]);
	const user: User = {...emptyUser, ...Object.fromEntries(values), id: sheet.nextId};
	const only = sheet.profiles.length === 1 ? sheet.profiles[0] : undefined;
	const profile = given.profile === undefined ? only : findProfile(sheet.profiles, user.profile);
	return {...user, profile: profile?.name ?? user.profile};
}

function reportAdded(io: Io, flags: AddFlags, id: number | undefined, problems: readonly Problem[]): void {
	for (const problem of problems) printLine(io.stderr, formatProblem(problem));
	if (flags.json)
		io.stdout.write(
			formatJson({id: id ?? null, committed: id !== undefined, problems: problems.map(toJsonProblem)}),
		);
	else if (id !== undefined) printLine(io.stdout, String(id));
}
