import xterm, {type Terminal} from '@xterm/headless';
import {modernWidths} from './unicode-widths.ts';

/** How one cell of the screen looks. */
export type CellLook = {
	readonly text: string;
	readonly width: number;
	readonly inverse: boolean;
	readonly bold: boolean;
	readonly dim: boolean;
	readonly underline: boolean;
	/** The colour as the emulator numbers it; undefined for the terminal's own. */
	readonly foreground: number | undefined;
	readonly background: number | undefined;
};

/** What a test waits for: text somewhere on the screen, a pattern, or any condition on its rows. */
export type ScreenCondition = string | RegExp | ((rows: readonly string[]) => boolean);

/** A terminal emulator that is fed bytes and shows what a person would see. */
export class EmulatedScreen {
	readonly terminal: Terminal;
	readonly #waiting = new Set<() => void>();
	#written = 0;

	constructor({columns = 80, rows = 24, modern = true} = {}) {
		// CommonJS whose names Node does not see: benchmarks run without vitest.
		this.terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 1000});
		if (!modern) return;
		this.terminal.unicode.register(modernWidths);
		this.terminal.unicode.activeVersion = modernWidths.version;
	}

	/** Bytes taken since the start, or since {@link forgetBytes}. */
	get bytesWritten(): number {
		return this.#written;
	}

	forgetBytes(): void {
		this.#written = 0;
	}

	/** Takes bytes; calls back when they are on the screen. */
	write(data: string, done?: () => void): void {
		this.#written += Buffer.byteLength(data);
		this.terminal.write(data, () => {
			for (const check of this.#waiting) check();
			done?.();
		});
	}

	resize(columns: number, rows: number): void {
		this.terminal.resize(columns, rows);
	}

	/** The rows of the screen, without blanks at their end. */
	rows(): readonly string[] {
		const buffer = this.terminal.buffer.active;
		return Array.from({length: this.terminal.rows}, (_, row) => {
			return (
				buffer.getLine(buffer.baseY + row)?.translateToString(true, 0, this.terminal.cols) ?? ''
			).trimEnd();
		});
	}

	get cursor(): {readonly column: number; readonly row: number} {
		const {cursorX, cursorY} = this.terminal.buffer.active;
		return {column: cursorX, row: cursorY};
	}

	get isAlternate(): boolean {
		return this.terminal.buffer.active.type === 'alternate';
	}

	cell(column: number, row: number): CellLook {
		const buffer = this.terminal.buffer.active;
		const cell = buffer.getLine(buffer.baseY + row)?.getCell(column);
		if (cell === undefined) throw new Error(`No cell ${column},${row}`);
		return {
			text: cell.getChars(),
			width: cell.getWidth(),
			inverse: cell.isInverse() !== 0,
			bold: cell.isBold() !== 0,
			dim: cell.isDim() !== 0,
			underline: cell.isUnderline() !== 0,
			foreground: cell.isFgDefault() ? undefined : cell.getFgColor(),
			background: cell.isBgDefault() ? undefined : cell.getBgColor(),
		};
	}

	/** Resolves as soon as the screen is so; fails with the screen when the deadline has passed. */
	async waitFor(condition: ScreenCondition, deadlineMs = 5000): Promise<readonly string[]> {
		if (meets(this.rows(), condition)) return this.rows();
		return new Promise((resolve, reject) => {
			const finish = (settle: () => void) => {
				clearTimeout(timer);
				this.#waiting.delete(check);
				settle();
			};
			const timer = setTimeout(() => {
				finish(() => reject(new Error(`Not on screen in ${deadlineMs} ms: ${condition}\n${this.print()}`)));
			}, deadlineMs);
			const check = () => {
				if (meets(this.rows(), condition)) finish(() => resolve(this.rows()));
			};
			this.#waiting.add(check);
		});
	}

	/** The screen in a frame, for messages. */
	print(): string {
		const edge = `+${'-'.repeat(this.terminal.cols)}+`;
		return [edge, ...this.rows().map((row) => `|${row}`), edge].join('\n');
	}

	dispose(): void {
		this.terminal.dispose();
	}
}

function meets(rows: readonly string[], condition: ScreenCondition): boolean {
	if (typeof condition === 'function') return condition(rows);
	const screen = rows.join('\n');
	return typeof condition === 'string' ? screen.includes(condition) : condition.test(screen);
}
