import module from 'node:module';
import process from 'node:process';
import {setImmediate} from 'node:timers/promises';
import {BenchTerminal} from './bench-terminal.ts';
import {load} from './built.ts';

/** Fewer are no frame, but modes of the terminal. */
const frameBytes = 1_000;

/** What the time to the first frame is made of, in milliseconds. */
export type StartParts = {
	readonly commandLine: number;
	readonly loadStore: number;
	readonly loadScreen: number;
	readonly firstFrame: number;
};

/** Does what `cli.ts` and `open-grid.ts` do, and looks at the clock in between: run in a process of its own. */
async function measureParts(directory: string): Promise<StartParts> {
	process.env.NODE_ENV ??= 'production';
	module.enableCompileCache();
	const start = performance.now();
	await load('cli/main.js');
	await load('cli/process-io.js');
	const {openStore} = await load<typeof import('../../source/store/open-store.ts')>('store/open-store.js');
	const loaded = performance.now();
	const opened = await openStore({directory, readOnly: false});
	if ('error' in opened) throw new Error(opened.error.message);
	const read = performance.now();
	const {runApp} = await load<typeof import('../../source/ui/run-app.tsx')>('ui/run-app.js');
	const ready = performance.now();
	const terminal = new BenchTerminal();
	const done = runApp({...opened, terminal});
	while (terminal.stdout.bytes < frameBytes) await setImmediate();
	const drawn = terminal.stdout.writtenAt;
	terminal.stdin.write('\u0011');
	await done;
	return {
		commandLine: loaded - start,
		loadStore: read - loaded,
		loadScreen: ready - read,
		firstFrame: drawn - ready,
	};
}

if (import.meta.main) console.log(JSON.stringify(await measureParts(process.argv[2] ?? '')));
