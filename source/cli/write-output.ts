import path from 'node:path';
import {quote} from '../domain/problem.ts';
import {writeFileWhole} from '../files/write-file.ts';
import {outputRefuser} from '../store/refuse-output.ts';
import {storeFileName} from '../store/store-files.ts';
import {visibleText} from '../terminal/text/visible-text.ts';
import {type Context, fail} from './context.ts';
import {type ExitCode, exitCodes} from './exit-code.ts';
import {type Output, printLine} from './io.ts';

/**
 * Writes CSV to a file, or to standard output where the file is `-`; says where it went on standard error.
 *
 * @param options.done the beginning of the sentence that the file's name ends
 */
export async function writeOutput(
	{io, directory}: Context,
	file: string,
	csv: string,
	options: {readonly force: boolean; readonly done: string},
): Promise<ExitCode> {
	if (file === '-') {
		writeCsv(io.stdout, csv);
		return exitCodes.done;
	}
	const problem = await writeFileWhole(file, csv, {
		force: options.force,
		refuse: outputRefuser(path.join(directory, storeFileName)),
	});
	if (problem !== undefined) return fail(io, exitCodes.usage, [problem]);
	printLine(io.stderr, `${options.done} ${quote(file)}.`);
	return exitCodes.done;
}

/** A pipe gets the bytes as they are; a terminal gets text that cannot control it. */
function writeCsv(output: Output, csv: string): void {
	output.write(
		output.isTerminal
			? csv
					.replace(/^\ufeff/, '')
					.split(/\r?\n/)
					.map(visibleText)
					.join('\n')
			: csv,
	);
}
