import {PassThrough, Writable} from 'node:stream';
import {type CellLook, EmulatedScreen, type ScreenCondition} from './emulated-screen.ts';

/** Standard input of a terminal: what a test presses comes out as typed. */
export class FakeInput extends PassThrough {
	readonly isTTY = true;
	isRaw = false;

	setRawMode(isRaw: boolean): this {
		this.isRaw = isRaw;
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}
}

/** Standard output of a terminal: all that is written goes to an emulator. */
export class FakeOutput extends Writable {
	readonly isTTY = true;
	columns: number | undefined;
	rows: number | undefined;
	/** All that was written, in the pieces in which it was. */
	readonly writes: string[] = [];
	readonly #screen: EmulatedScreen;

	constructor(screen: EmulatedScreen, columns: number | undefined, rows: number | undefined) {
		super({decodeStrings: false});
		this.#screen = screen;
		this.columns = columns;
		this.rows = rows;
	}

	override _write(chunk: string | Buffer, _encoding: BufferEncoding, done: () => void): void {
		const text = String(chunk);
		if (text !== '') this.writes.push(text);
		this.#screen.write(text, done);
	}
}

/** A terminal without a terminal: streams to give to Ink, and the screen that a person would see. */
export class FakeTerminal {
	readonly stdin = new FakeInput();
	readonly stdout: FakeOutput;
	readonly emulator: EmulatedScreen;

	constructor({columns = 80, rows = 24, modern = true} = {}) {
		this.emulator = new EmulatedScreen({columns, rows, modern});
		this.stdout = new FakeOutput(this.emulator, columns, rows);
	}

	/** Types: one chunk of input, as it would come over the line. */
	press(text: string): void {
		this.stdin.write(text);
	}

	resize(columns: number, rows: number): void {
		this.stdout.columns = columns;
		this.stdout.rows = rows;
		this.emulator.resize(columns, rows);
		this.stdout.emit('resize');
	}

	/** The rows on the screen, without blanks at their end. What was written shows after {@link settle}. */
	screen(): readonly string[] {
		return this.emulator.rows();
	}

	get cursor(): {readonly column: number; readonly row: number} {
		return this.emulator.cursor;
	}

	get bytesWritten(): number {
		return this.emulator.bytesWritten;
	}

	forgetBytes(): void {
		this.emulator.forgetBytes();
	}

	cellStyle(column: number, row: number): CellLook {
		return this.emulator.cell(column, row);
	}

	async waitForScreen(condition: ScreenCondition, deadlineMs?: number): Promise<readonly string[]> {
		return this.emulator.waitFor(condition, deadlineMs);
	}

	/** Resolves when all that was written to `stdout` so far is on the screen. */
	async settle(): Promise<void> {
		return new Promise((resolve) => {
			this.stdout.write('', () => resolve());
		});
	}

	dispose(): void {
		this.emulator.dispose();
	}
}
