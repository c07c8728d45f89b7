import {type Command, Option} from 'commander';
import {planValues} from '../domain/cells/plan-values.ts';
import {type FieldKey, isMasked} from '../domain/field.ts';
import {storedFields} from '../domain/field-lists.ts';
import {count} from '../domain/problem.ts';
import {finishWork} from '../domain/work.ts';
import type {Act} from './act.ts';
import {addChangeFlags, type ChangeFlags, changeChosenUsers} from './change-chosen-users.ts';
import {failUnchosen, isChosen} from './chosen-users.ts';
import {type Context, fail} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {valueFlag} from './flag-of.ts';
import {printLine} from './io.ts';
import {readSecrets, secretsHelp} from './read-secrets.ts';

type GivenValues = {readonly [Key in FieldKey]?: string};
type SetFlags = ChangeFlags & GivenValues & {readonly secretsStdin?: boolean};

const examples = [
	'usersheet set --where "profile:Remote -pin:none" --profile Local --dry-run',
	'usersheet set --id 1-50,60 --service-host mcs.example.com',
];

/** `usersheet set`: a flag for each field that is neither a secret nor a PIN, in the order of the form. */
export function registerSet(program: Command, act: Act): void {
	const command = program
		.command('set')
		.description('give users the same value in one or more fields, as one change');
	for (const field of storedFields.filter((one) => !isMasked(one)))
		command.addOption(new Option(valueFlag(field), `${field.header}; "" empties it`));
	addChangeFlags(command.option('--secrets-stdin', 'read passwords and the PIN from standard input'))
		.addHelpText('after', secretsHelp(examples))
		.action(act(runSet));
}

async function runSet(context: Context, flags: SetFlags): Promise<number> {
	const {io} = context;
	if (!isChosen(flags)) return failUnchosen(io);
	const secrets = flags.secretsStdin ? await readSecrets(io) : {values: {}};
	if ('problem' in secrets) return fail(io, exitCodes.usage, secrets.problem);
	const given: GivenValues = {...flags, ...secrets.values};
	const named = storedFields.filter(({key}) => given[key] !== undefined);
	if (named.length === 0)
		return fail(io, exitCodes.usage, 'Which value? Give a flag like --profile NAME, or --secrets-stdin.');
	return changeChosenUsers(flags, context, {
		plan(users, {sheet}) {
			const {change, problems, readOnly} = finishWork(planValues(users, given, sheet));
			if (readOnly > 0 && !flags.json)
				printLine(
					io.stderr,
					`${count(readOnly, 'value')} left alone: the data of synchronised users is read-only here.`,
				);
			return {
				change,
				problems,
				nothing: readOnly > 0 ? 'Nothing was set.' : 'Nothing to set: they have this already.',
				facts: {readOnly},
			};
		},
		async tell({updated}) {
			printLine(
				io.stdout,
				`${named.map(({header}) => header).join(', ')} of ${count(updated.length, 'user')} set.`,
			);
		},
	});
}
