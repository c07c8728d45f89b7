#!/usr/bin/env node
import module from 'node:module';
import process from 'node:process';

/*
 * Everything else is loaded after the version check, and dynamically: an older Node would otherwise stop at the
 * first import that it lacks, with a stack trace instead of a sentence. This is also the only place that sets the exit code.
 */
const needed = [22, 12] as const;

if (isTooOld(process.versions.node)) {
	process.stderr.write(
		`usersheet needs Node ${needed.join('.')} or newer, and this is Node ${process.versions.node}. ` +
			'`npm install && npm start` in the folder of usersheet brings a Node of its own.\n',
	);
	process.exitCode = 2;
} else {
	process.on('uncaughtException', (error) => {
		reportFault(error);
		process.exit();
	});
	for (const stream of [process.stdout, process.stderr]) stream.on('error', onOutputError);
	// React reads it once, when it is loaded: its development build is several times slower.
	process.env.NODE_ENV ??= 'production';
	module.enableCompileCache();
	try {
		const [{main}, {processIo}] = await Promise.all([import('./cli/main.ts'), import('./cli/process-io.ts')]);
		const code = await main(process.argv.slice(2), processIo());
		process.exitCode ??= code;
	} catch (error) {
		reportFault(error);
	}
}

function isTooOld(version: string): boolean {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major < needed[0] || (major === needed[0] && minor < needed[1]);
}

/** What was not foreseen is ours: one line, and the stack only for those who ask. */
function reportFault(error: unknown): void {
	const reason = (error instanceof Error ? error.message : String(error)).replaceAll(/\p{C}+/gu, ' ');
	process.stderr.write(
		`usersheet stopped: ${reason}. This is a fault of usersheet; USERSHEET_DEBUG=1 shows where.\n`,
	);
	if (process.env.USERSHEET_DEBUG === '1' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
	process.exitCode = 70;
}

/**
 * A reader that has seen enough (`| head`) or a terminal that is gone is nobody's mistake: the work goes on, and its own exit code stands.
 * A disk that is full is: the output is a file then, and it is not whole.
 */
function onOutputError(error: NodeJS.ErrnoException): void {
	if (['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED'].includes(error.code ?? '')) return;
	const reason = error.message.replaceAll(/^[A-Z]+: |, write$/g, '');
	if (process.exitCode !== 2) process.stderr.write(`The output could not be written: ${reason}.\n`);
	process.exitCode = 2;
}
