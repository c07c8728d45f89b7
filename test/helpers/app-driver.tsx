import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setImmediate} from 'node:timers/promises';
import {stripVTControlCharacters} from 'node:util';
import {onTestFinished} from 'vitest';
import type {Message} from '../../source/app/message.ts';
import type {Model} from '../../source/app/model.ts';
import {emptyChange} from '../../source/domain/change.ts';
import type {Profile} from '../../source/domain/profile.ts';
import {emptySheet, type Sheet} from '../../source/domain/sheet.ts';
import type {Runtime} from '../../source/shell/runtime.ts';
import {openStore} from '../../source/store/open-store.ts';
import type {Store} from '../../source/store/store.ts';
import {isStoreError} from '../../source/store/store-error.ts';
import {hasStyles} from '../../source/terminal/frames/color-support.ts';
import type {ScreenCondition} from './emulated-screen.ts';
import {FakeTerminal} from './fake-terminal.ts';
import {type Keys, resolveKeys} from './go-to.ts';
import {countKeys} from './key-bytes.ts';
import {keyOf} from './key-of.ts';
import {makeSheet} from './make-users.ts';

// Chalk looks once, when Ink is loaded: the same styles wherever the tests run.
process.env.FORCE_COLOR = '1';
delete process.env.NO_COLOR;
const [{renderToString}, {App}, {runApp}] = await Promise.all([
	import('ink'),
	import('../../source/ui/app.tsx'),
	import('../../source/ui/run-app.tsx'),
]);

/** How the app is started. */
export type AppOptions = {
	readonly columns?: number;
	readonly rows?: number;
	/** What the store holds: that many made-up users, or this sheet. */
	readonly users?: number;
	readonly sheet?: Sheet;
	readonly profiles?: readonly Profile[];
	readonly standAlone?: boolean;
	readonly readOnly?: boolean;
	readonly isDemo?: boolean;
	/** A store of before, instead of a new one. */
	readonly directory?: string;
	/** Stands in front of the store. */
	readonly wrapStore?: (store: Store) => Store;
};

/** Longer than any answer takes on a busy machine; nothing waits for it to pass. */
const deadlineMs = 8000;

/** A folder of its own, removed after the test. */
export function makeFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'usersheet-app-'));
	onTestFinished(() => rmSync(folder, {recursive: true, force: true}));
	return folder;
}

/** A folder with copies of the samples, and with these files beside them. */
export function makeFiles(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
	const folder = makeFolder();
	cpSync('samples', folder, {recursive: true});
	for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
	return folder;
}

/** The profiles of the samples. */
export function sampleProfiles(): readonly Profile[] {
	return JSON.parse(readFileSync('samples/profiles.json', 'utf8'));
}

/** Opens the whole app on a store of its own and a terminal of its own; both are gone after the test. */
export async function openApp(options: AppOptions = {}): Promise<AppDriver> {
	const directory = options.directory ?? makeFolder();
	if (options.directory === undefined) await fillStore(directory, options);
	const opened = await openStore({directory, readOnly: options.readOnly ?? false});
	if (isStoreError(opened)) throw new Error(opened.error.message);
	const store = options.wrapStore?.(opened.store) ?? opened.store;
	const {columns = 80, rows = 24} = options;
	const driver = new AppDriver({...opened, store}, directory, {columns, rows}, options.isDemo ?? false);
	onTestFinished(() => driver.close());
	await driver.settle();
	return driver;
}

/** Keys in, screen and store out: what a person at the app has. */
export class AppDriver {
	readonly terminal: FakeTerminal;
	/** The folder of the store. */
	readonly directory: string;
	/** Resolves with the exit code; rejects with a fault of the program. */
	readonly exit: Promise<number>;
	#runtime: Runtime | undefined;
	#sent = 0;
	#arrived = 0;
	#isOver = false;
	readonly #waiting = new Set<() => void>();

	constructor(
		opened: {readonly store: Store; readonly sheet: Sheet},
		directory: string,
		size: {readonly columns: number; readonly rows: number},
		isDemo: boolean,
	) {
		this.directory = directory;
		this.terminal = new FakeTerminal(size);
		const {stdin, stdout} = this.terminal;
		this.exit = runApp({
			...opened,
			isDemo,
			terminal: {
				stdin: stdin as unknown as NodeJS.ReadStream,
				stdout: stdout as unknown as NodeJS.WriteStream,
			},
			watch: (runtime) => this.#watch(runtime),
		});
		const over = (): void => {
			this.#isOver = true;
			this.#wake();
		};
		this.exit.then(over, over);
	}

	/** What the loop holds: for what the screen cannot show. */
	get model(): Model {
		if (this.#runtime === undefined) throw new Error('The app has not started');
		return this.#runtime.model();
	}

	/** Everything written to the terminal so far. */
	get output(): string {
		return this.terminal.stdout.writes.join('');
	}

	/** Presses keys, each by the ID of the command that it is for (its first key is taken) or by its chord. */
	async press(...keys: readonly Keys[]): Promise<void> {
		for (const named of keys)
			for (const key of resolveKeys(named, this.model)) {
				this.#send(keyOf(this.model, key), 1);
				await this.whenIdle();
			}
		await this.settle();
	}

	/** Types a text, one chunk for all of it. Keys that are no characters may be in it, as the bytes that they send. */
	async type(text: string): Promise<void> {
		this.#send(text, countKeys(text));
		await this.settle();
	}

	/** Pastes as a terminal with bracketed paste does. */
	async paste(text: string): Promise<void> {
		this.#send(`\u001b[200~${text}\u001b[201~`, 1);
		await this.settle();
	}

	async resize(columns: number, rows: number): Promise<void> {
		this.terminal.resize(columns, rows);
		await this.settle();
	}

	/** The frame as Ink makes it just now, without styles, before anything is cut to the terminal. */
	frame(): readonly string[] {
		const runtime: Runtime = {
			model: () => this.model,
			dispatch: () => {},
			subscribe: () => () => {},
			whenIdle: () => Promise.resolve(),
		};
		const {columns = 80} = this.terminal.stdout;
		return stripVTControlCharacters(
			renderToString(<App runtime={runtime} isPlain={!hasStyles(process.env)} />, {columns}),
		).split('\n');
	}

	/** The rows of the screen as one text. */
	screen(): string {
		return this.terminal.screen().join('\n');
	}

	/** The screen with each run of white space as one space: for sentences that may be wrapped. */
	text(): string {
		return this.screen().replaceAll(/\s+/g, ' ');
	}

	/** The last row: the keys of the moment. */
	footer(): string {
		return this.terminal.screen().at(-1) ?? '';
	}

	async waitForScreen(condition: ScreenCondition): Promise<string> {
		return (await this.terminal.waitForScreen(condition, deadlineMs)).join('\n');
	}

	/** Resolves when every key has arrived, no work is under way, and the screen shows what came of it. */
	async settle(): Promise<void> {
		await this.whenIdle();
		let written: number;
		do {
			written = this.terminal.stdout.writes.length;
			// React, Ink and the frame writer each take up to two turns of the event loop; on a busy machine React cuts its work
			// into more of them.
			for (let turn = 0; turn < 24; turn += 1) await setImmediate();
			await this.terminal.settle();
		} while (this.terminal.stdout.writes.length !== written);
	}

	/** Resolves when every key has arrived and no work is under way. Esc arrives late: the app waits for what may follow it. */
	async whenIdle(): Promise<void> {
		await this.#until(() => this.#isOver || this.#arrived >= this.#sent, 'every key had arrived');
		await this.#runtime?.whenIdle();
	}

	/** The sheet on the disk, read anew. */
	async stored(): Promise<Sheet> {
		const opened = await openStore({directory: this.directory, readOnly: true});
		if (isStoreError(opened)) throw new Error(opened.error.message);
		return opened.sheet;
	}

	/** Quits with the key for it, and gives the exit code. */
	async quit(): Promise<number> {
		await this.press('app.quit');
		return this.exit;
	}

	/** Ends the app, however it stands. */
	async close(): Promise<void> {
		if (!this.#isOver) this.#runtime?.dispatch({type: 'app/quit', sure: true});
		await this.exit.catch(() => {});
		this.terminal.dispose();
	}

	#send(bytes: string, keys: number): void {
		this.#sent += keys;
		this.terminal.press(bytes);
	}

	#watch(runtime: Runtime): Runtime {
		this.#runtime = {
			...runtime,
			dispatch: (message: Message) => {
				runtime.dispatch(message);
				if (!/^(?:pointer\/.*|input\/(?:press-key|paste))$/.test(message.type)) return;
				this.#arrived += 1;
				this.#wake();
			},
		};
		return this.#runtime;
	}

	#wake(): void {
		for (const check of this.#waiting) check();
	}

	async #until(isSo: () => boolean, what: string): Promise<void> {
		if (isSo()) return;
		await new Promise<void>((resolve, reject) => {
			const timer = setTimeout(() => {
				this.#waiting.delete(check);
				reject(new Error(`Waited ${deadlineMs} ms until ${what}\n${this.terminal.emulator.print()}`));
			}, deadlineMs);
			const check = (): void => {
				if (!isSo()) return;
				clearTimeout(timer);
				this.#waiting.delete(check);
				resolve();
			};
			this.#waiting.add(check);
		});
	}
}

/** Puts the sheet that a test starts with into a new store. */
export async function fillStore(directory: string, options: AppOptions): Promise<void> {
	const made = options.sheet ?? makeSheet(options.users ?? 0);
	const profiles = options.profiles ?? made.profiles;
	const settings =
		options.standAlone === undefined ? made.settings : {...made.settings, standAlone: options.standAlone};
	const isEmpty =
		made.users.length === 0 &&
		profiles === emptySheet.profiles &&
		settings.standAlone === emptySheet.settings.standAlone;
	if (isEmpty) return;
	const opened = await openStore({directory, readOnly: false});
	if (isStoreError(opened)) throw new Error(opened.error.message);
	const done = await opened.store.commit(
		{
			...emptyChange('Start of the test'),
			added: made.users,
			profiles: [opened.sheet.profiles, profiles],
			settings: [opened.sheet.settings, settings],
		},
		opened.sheet,
	);
	if (isStoreError(done)) throw new Error(done.error.message);
}
