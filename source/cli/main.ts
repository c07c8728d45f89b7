import {CommanderError} from 'commander';
import type {Context} from './context.ts';
import {exitCodes} from './exit-code.ts';
import type {GlobalFlags} from './global-flags.ts';
import {type Io, type OutputFailure, printLine} from './io.ts';
import {openGrid} from './open-grid.ts';
import {createProgram} from './program.ts';
import {runInContext} from './run-in-context.ts';

/**
 * Runs usersheet: the grid, or the subcommand that the arguments name.
 *
 * @param argv the arguments without program and script
 * @returns the exit code
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
	let code: number = exitCodes.done;
	let hasSaved = false;
	const noteSaved = () => {
		hasSaved = true;
	};
	const program = createProgram(io, (run) => async (...given) => {
		const runCommand = (context: Context): Promise<number> =>
			Reflect.apply(run, undefined, [context, ...given]);
		code = await runInContext(program.opts<GlobalFlags>(), io, runCommand, noteSaved);
	});
	try {
		// A program with an action of its own takes a misspelt command for an excess argument, and suggests nothing.
		// So it gets its action, the grid, only where nothing but global flags is given.
		const {operands, unknown} = createProgram(io, () => async () => {}).parseOptions([...argv]);
		if (operands.length === 0 && unknown.length === 0) {
			program.action(async () => {
				const flags = program.opts<GlobalFlags>();
				const open = (context: Context) => openGrid(context, flags);
				code = await runInContext(flags, io, open, undefined, io.stdout.isTerminal);
			});
		}
		await program.parseAsync([...argv], {from: 'user'});
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		code = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
	}
	return reportOutput(await io.finish(), hasSaved, code, io);
}

/** What a script must not take for a failed change: that it is saved, although the output about it is lost. */
function reportOutput(failure: OutputFailure | undefined, hasSaved: boolean, code: number, io: Io): number {
	if (failure === undefined) return code;
	if (hasSaved) {
		printLine(
			io.stderr,
			`The change is saved, but the output about it could not be written: ${failure.reason}.`,
		);
		return exitCodes.unprinted;
	}
	if (failure.isClosed) return code;
	printLine(io.stderr, `The output could not be written: ${failure.reason}.`);
	return exitCodes.usage;
}
