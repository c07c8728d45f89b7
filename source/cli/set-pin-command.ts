import {type Command, Option} from 'commander';
import {isEmptyChange} from '../domain/change.ts';
import {storedField} from '../domain/field-lists.ts';
import {checkDeploymentPin} from '../domain/pin.ts';
import {describeEasy, type PinChoice, planPins} from '../domain/plan-pins.ts';
import {count, type Finding, formatFinding} from '../domain/problem.ts';
import {checkCommonPin} from '../domain/shared-rules.ts';
import type {Sheet} from '../domain/sheet.ts';
import {fullName, type User} from '../domain/user.ts';
import {finishWork} from '../domain/work.ts';
import {trimUnseen, visibleText} from '../terminal/text/visible-text.ts';
import type {Act} from './act.ts';
import {type Context, commitChange, fail, withSheet} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {findUsers} from './find-users.ts';
import {type Io, printLine} from './io.ts';

type SetPinFlags = {
	readonly pin?: string;
	readonly pinStdin?: boolean;
	readonly generate?: boolean;
	readonly generateEach?: boolean;
	readonly all?: boolean;
	readonly id?: readonly string[];
};

/** `usersheet set-pin`. */
export function registerSetPin(program: Command, act: Act): void {
	program
		.command('set-pin')
		.description('give users a deployment PIN, one for all or one each')
		.addOption(
			new Option(
				'--pin <digits>',
				'this PIN for all of them; others on this machine can read it while the command runs, so --pin-stdin is safer',
			).conflicts(['pinStdin', 'generate', 'generateEach']),
		)
		.addOption(
			new Option('--pin-stdin', 'this PIN for all of them, read as one line from standard input').conflicts([
				'generate',
				'generateEach',
			]),
		)
		.addOption(new Option('--generate', 'one generated PIN for all of them').conflicts('generateEach'))
		.option('--generate-each', 'a generated PIN for each of them')
		.addOption(new Option('--all', 'all users').conflicts('id'))
		.option('--id <id...>', 'the users with these IDs')
		.addHelpText(
			'after',
			'\nGenerated PINs are printed on standard output, one user a line: ID, name and\nPIN with tabs between.',
		)
		.action((flags: SetPinFlags) => act((context) => runSetPin(flags, context)));
}

async function runSetPin(flags: SetPinFlags, context: Context): Promise<number> {
	const {io} = context;
	if (flags.all === undefined && flags.id === undefined)
		return fail(io, exitCodes.usage, 'Whose PIN? Give --all or --id N.');
	const choice = await chooseKind(flags, io);
	if ('problem' in choice) return fail(io, exitCodes.usage, choice.problem);
	const finding = choice.kind === 'typed' ? checkDeploymentPin(choice.pin) : undefined;
	if (finding !== undefined) {
		const column = storedField('deploymentPin').header;
		return fail(io, exitCodes.refused, [{severity: 'error', ...finding, column}]);
	}
	return withSheet(context, 'write', async (opened) => {
		const found = flags.id === undefined ? {users: opened.sheet.users} : findUsers(opened.sheet, flags.id);
		if ('problem' in found) return fail(io, exitCodes.usage, found.problem);
		const {change, easy} = finishWork(planPins(found.users, choice, io.randomInteger));
		if (easy > 0) printLine(io.stderr, describeEasy(easy, found.users.length));
		if (isEmptyChange(change)) {
			printLine(io.stderr, found.users.length === 0 ? 'There are no users.' : 'They have this PIN already.');
			return exitCodes.done;
		}
		const committed = await commitChange(io, opened, change);
		if ('failed' in committed) return committed.failed;
		const changed = committed.change.updated.map(([, after]) => after);
		if (choice.kind !== 'typed')
			io.stdout.write(
				changed.map((user) => `${user.id}\t${visibleText(fullName(user))}\t${user.deploymentPin}\n`).join(''),
			);
		printLine(io.stderr, `Deployment PIN of ${count(changed.length, 'user')} set.`);
		const common = findCommonPin(choice, changed, committed.sheet);
		if (common !== undefined) printLine(io.stderr, formatFinding(common));
		return exitCodes.done;
	});
}

/** One PIN for all may be that of many now (rules.md 3.15). */
function findCommonPin({kind}: PinChoice, [first]: readonly User[], {users}: Sheet): Finding | undefined {
	if (kind === 'generated-each' || first === undefined) return undefined;
	return checkCommonPin(users, first.deploymentPin);
}

async function chooseKind(flags: SetPinFlags, io: Io): Promise<PinChoice | {readonly problem: string}> {
	if (flags.generate) return {kind: 'generated'};
	if (flags.generateEach) return {kind: 'generated-each'};
	if (flags.pin === undefined && flags.pinStdin === undefined)
		return {problem: 'Which PIN? Give --pin-stdin, --pin N, --generate or --generate-each.'};
	const pin = flags.pin ?? (await readPin(io));
	return pin === undefined
		? {problem: 'There is no PIN on standard input: one line with its digits is needed.'}
		: {kind: 'typed', pin: trimUnseen(pin)};
}

/** The first line of standard input, which a terminal does not show while it is typed; undefined where there is none. */
async function readPin({stdin}: Io): Promise<string | undefined> {
	if (stdin.hidden !== undefined) return (await stdin.hidden.ask('Deployment PIN: ')) || undefined;
	const bytes = await stdin.read(1024);
	return bytes === 'too-large' ? undefined : new TextDecoder().decode(bytes).split(/\r?\n/)[0] || undefined;
}
