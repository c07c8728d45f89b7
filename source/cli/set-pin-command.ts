import {type Command, Option} from 'commander';
import {applyChange} from '../domain/apply-change.ts';
import {type Change, nameOfUpdate} from '../domain/change.ts';
import {storedField} from '../domain/field-lists.ts';
import {checkDeploymentPin} from '../domain/pin.ts';
import {describeEasy, type PinChoice, planPins} from '../domain/pins/plan-pins.ts';
import {count} from '../domain/problem.ts';
import {checkCommonPin} from '../domain/shared-rules.ts';
import type {Sheet} from '../domain/sheet.ts';
import type {User} from '../domain/user.ts';
import {finishWork} from '../domain/work.ts';
import {trimUnseen, visibleText} from '../terminal/text/visible-text.ts';
import type {Act} from './act.ts';
import {
	addChangeFlags,
	type ChangeFlags,
	changeChosenUsers,
	type PlannedChange,
} from './change-chosen-users.ts';
import {failUnchosen, isChosen} from './chosen-users.ts';
import {type Context, fail} from './context.ts';
import {exitCodes} from './exit-code.ts';
import {type Io, printLine, writePieces} from './io.ts';

type SetPinFlags = ChangeFlags & {
	readonly pin?: string;
	readonly pinStdin?: boolean;
	readonly generate?: boolean;
	readonly generateEach?: boolean;
};

/** `usersheet set-pin`. */
export function registerSetPin(program: Command, act: Act): void {
	const command = program
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
		.option('--generate-each', 'a generated PIN for each of them');
	addChangeFlags(command)
		.addHelpText(
			'after',
			'\nGenerated PINs are printed on standard output, one user a line: ID, name and\nPIN with tabs between; with --json they are in "pins".',
		)
		.action(act(runSetPin));
}

async function runSetPin(context: Context, flags: SetPinFlags): Promise<number> {
	const {io} = context;
	if (!isChosen(flags)) return failUnchosen(io);
	const choice = await chooseKind(flags, io);
	if ('problem' in choice) return fail(io, exitCodes.usage, choice.problem);
	const finding = choice.kind === 'typed' ? checkDeploymentPin(choice.pin) : undefined;
	if (finding !== undefined) {
		const column = storedField('deploymentPin').header;
		return fail(io, exitCodes.refused, [{severity: 'error', ...finding, column}]);
	}
	const isGenerated = choice.kind !== 'typed';
	return changeChosenUsers(flags, context, {
		plan: (users, {sheet}) => planChosenPins(users, choice, sheet, io),
		result: (change) => (isGenerated ? {pins: listPins(change)} : {}),
		async tell(change) {
			const lines = listPins(change).map(({id, name, pin}) => `${id}\t${visibleText(name)}\t${pin}\n`);
			if (isGenerated) await writePieces(io.stdout, lines);
			printLine(io.stderr, `Deployment PIN of ${count(change.updated.length, 'user')} set.`);
		},
	});
}

function planChosenPins(users: readonly User[], choice: PinChoice, sheet: Sheet, io: Io): PlannedChange {
	const plan = finishWork(planPins(users, choice, io.randomInteger));
	const {change} = plan;
	const easy = describeEasy(plan, users.length);
	const [first] = change.updated;
	// One PIN for all may be that of many now (rules.md 3.15).
	const common =
		choice.kind === 'generated-each' || first === undefined
			? undefined
			: checkCommonPin(applyChange(sheet, change).users, first.cells.deploymentPin?.after ?? '');
	return {
		change,
		problems: [
			...(easy === undefined
				? []
				: [{severity: 'warning', code: 'easy-pin', message: easy, short: 'Easy to guess'} as const]),
			...(common === undefined ? [] : [{severity: 'warning' as const, ...common}]),
		],
		nothing: 'They have this PIN already.',
	};
}

type UserPin = {readonly id: number; readonly name: string; readonly pin: string};

function listPins({updated}: Change): readonly UserPin[] {
	return updated.map((update) => ({
		id: update.id,
		name: nameOfUpdate(update),
		pin: update.cells.deploymentPin?.after ?? '',
	}));
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
