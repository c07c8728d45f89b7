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
			'"npm install && npm start" in the folder of usersheet brings a Node of its own.\n',
	);
	process.exitCode = 2;
} else {
	// Without a listener Node opens a debugger, to which every user of the machine could connect.
	process.on('SIGUSR1', () => {});
	process.on('uncaughtException', (error) => {
		reportFault(error);
		process.exit();
	});
	if (process.stdin.isTTY && process.stderr.isTTY) {
		const {promptMayCome} = await import('./cli/prompt-may-come.ts');
		if (promptMayCome(process.argv.slice(2), process.env))
			(await import('./cli/hidden-typing.ts')).hideTyping();
	}
	// React reads it once, when it is loaded: its development build is several times slower.
	process.env.NODE_ENV ??= 'production';
	try {
		const {compileCacheFolder} = await import('./cli/compile-cache-folder.ts');
		const cache = compileCacheFolder();
		if (cache !== undefined) module.enableCompileCache(cache);
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
