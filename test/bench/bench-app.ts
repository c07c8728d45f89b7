import {type Instance, render} from 'ink';
import {createElement} from 'react';
import type {Model} from '../../source/app/model.ts';
import type {Size} from '../../source/app/size.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import type {Runtime} from '../../source/shell/runtime.ts';
import type {Store} from '../../source/store/store.ts';
import {BenchTerminal} from './bench-terminal.ts';
import type {Built} from './built.ts';

/** How frames reach the terminal: our way, each one whole, or by Ink's own comparison of lines. */
export type Drawing = 'frame-writer' | 'whole-frames' | 'ink-incremental';

/** The app as {@link runApp} puts it together, on a terminal that only counts. */
export type BenchApp = {
	readonly terminal: BenchTerminal;
	readonly runtime: Runtime;
	readonly model: () => Model;
	readonly close: () => Promise<void>;
};

/** Opens the app on a sheet; resolves after the first frame. */
export async function openBenchApp(
	built: Built,
	{
		store,
		sheet,
		drawing = 'frame-writer',
		size = {columns: 120, rows: 40},
	}: {store: Store; sheet: Sheet; drawing?: Drawing; size?: Size},
): Promise<BenchApp> {
	const terminal = new BenchTerminal(size);
	const faults: unknown[] = [];
	const runtime = built.createRuntime(
		built.initialModel({
			sheet,
			size,
			readOnly: false,
			grid: built.initialUsers(sheet),
		}),
		built.createEffectRunner({
			store,
			screen: {redraw: () => {}, writeAside: () => {}, lend: async () => {}},
			quit: () => {},
		}),
		(error) => faults.push(error),
	);
	const isOurs = drawing === 'frame-writer';
	const screen = isOurs ? built.createFrameWriter(terminal.stdout) : terminal.stdout;
	const app: Instance = render(createElement(built.App, {runtime}), {
		stdin: new built.InkInput(terminal.stdin) as unknown as NodeJS.ReadStream,
		stdout: screen as unknown as NodeJS.WriteStream,
		debug: drawing !== 'ink-incremental',
		incrementalRendering: drawing === 'ink-incremental',
		maxFps: 1000,
		interactive: true,
		alternateScreen: true,
		exitOnCtrlC: false,
		patchConsole: false,
	});
	await app.waitUntilRenderFlush();
	await terminal.settle();
	return {
		terminal,
		runtime,
		model: () => runtime.model(),
		close: async () => {
			await runtime.whenIdle();
			app.unmount();
			await app.waitUntilExit();
			if (faults.length > 0) throw faults[0];
		},
	};
}
