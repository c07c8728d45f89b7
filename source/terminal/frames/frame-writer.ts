import {Writable} from 'node:stream';
import {mouseOff, mouseOn} from '../input/pointer.ts';
import {
	entersAlternateScreen,
	leavesAlternateScreen,
	splitControls,
	TerminalModes,
	usualModes,
} from './control-string.ts';
import {ScreenPainter, type ScreenSize} from './screen-painter.ts';

/** What the writer needs of `process.stdout`. */
export type TerminalOutput = Pick<
	Writable,
	'write' | 'on' | 'off' | 'once' | 'destroyed' | 'writableEnded'
> & {
	readonly columns?: number | undefined;
	readonly rows?: number | undefined;
};

/** How to write to the terminal. */
export type FrameWriterOptions = {
	/** False takes the colours out and leaves inverse, bold, dim and underline. */
	readonly withColor?: boolean;
};

/** Both for a terminal that tells no size. */
const fallback: ScreenSize = {columns: 80, rows: 24};

const hideCursor = '\u001b[?25l';

/** Ink's `stdout`, with `debug: true`: takes whole frames and writes to the terminal what differs. */
export function createFrameWriter(terminal: TerminalOutput, options: FrameWriterOptions = {}): FrameWriter {
	return new FrameWriter(terminal, options);
}

/**
 * A stream of frames and control strings. A control string is passed on at once, in its place. Of the frames that come
 * before the event loop turns, or while the terminal takes no more, only the newest is drawn. An empty string is
 * a barrier: its callback is called when all before it is with the terminal.
 */
export class FrameWriter extends Writable {
	/** Ink asks; a writer is only made for a terminal. */
	readonly isTTY = true;
	readonly #terminal: TerminalOutput;
	readonly #painter: ScreenPainter;
	readonly #modes = new TerminalModes();
	#frame: string | undefined;
	#isDue = false;
	#isAway = false;
	#isBlocked = false;
	#hasMouse = false;
	#isStopped = false;
	/** What to call when all is with the terminal; a stream hands over one write at a time, so there is never a second. */
	#barrier: (() => void) | undefined;
	#timer: NodeJS.Immediate | undefined;

	constructor(terminal: TerminalOutput, {withColor = true}: FrameWriterOptions) {
		super({decodeStrings: false});
		this.#terminal = terminal;
		this.#painter = new ScreenPainter(withColor);
		terminal.on('resize', this.#resized);
		terminal.on('error', this.#lost);
	}

	get columns(): number {
		return sizeOr(this.#terminal.columns, fallback.columns);
	}

	get rows(): number {
		return sizeOr(this.#terminal.rows, fallback.rows);
	}

	/**
	 * Draws the last frame again on an emptied screen, with the terminal's modes as they should be: after another program
	 * wrote to it, after the process was stopped and continued, or because the user asks for it.
	 */
	reset(): void {
		if (this.#isStopped) this.#isAway = false;
		this.#isStopped = false;
		if (this.#isAway) return;
		this.#painter.forget();
		this.#send(this.#modes.sequences + (this.#hasMouse ? mouseOn : ''));
		this.#schedule();
	}

	/** Gives the terminal back before the process is stopped, until {@link FrameWriter.reset}. */
	leave(): void {
		if (this.#isAway) return;
		this.#send((this.#hasMouse ? mouseOff : '') + this.#modes.inverse);
		this.#painter.forget();
		this.#isAway = true;
		this.#isStopped = true;
	}

	/** Switches what the terminal tells of the mouse. It is off while the alternate screen is left, and so also at the end. */
	setMouse(isOn: boolean): void {
		if (isOn === this.#hasMouse) return;
		this.#hasMouse = isOn;
		this.writeAside(isOn ? mouseOn : mouseOff);
	}

	/** Sends what is for the terminal itself, such as text for its clipboard, between two frames; nothing while another program has it. */
	writeAside(sequence: string): void {
		if (this.#isAway) return;
		this.#flush();
		this.#send(sequence);
	}

	override _write(chunk: string | Buffer, _encoding: BufferEncoding, done: () => void): void {
		const {controls, frame} = splitControls(String(chunk));
		if (controls !== '') this.#writeControls(controls);
		if (frame !== '') this.#writeFrame(frame);
		if (controls !== '' || frame !== '') {
			done();
			return;
		}
		this.#barrier = done;
		this.#flush();
		if (!this.#isBlocked) this.#passBarrier();
	}

	override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
		clearImmediate(this.#timer);
		this.#terminal.off('resize', this.#resized);
		this.#terminal.off('drain', this.#drained);
		// No caller is left waiting. The listener for errors stays: those of a lost terminal still come.
		this.#barrier?.();
		this.#barrier = undefined;
		done(error);
	}

	#writeFrame(frame: string): void {
		this.#frame = frame;
		this.#schedule();
	}

	#writeControls(text: string): void {
		this.#modes.note(text);
		if (leavesAlternateScreen(text)) {
			// Whatever is still to be drawn belongs to the screen that goes away.
			if (this.#hasMouse && !this.#isAway) this.#send(mouseOff);
			this.#isAway = true;
			this.#isDue = false;
			this.#painter.forget();
		}
		this.#flush();
		this.#send(text);
		this.#painter.loseCursor();
		if (!entersAlternateScreen(text)) return;
		if (this.#isAway) this.#send(usualModes);
		this.#isAway = false;
		this.#painter.forget();
		// Ink does so too the first time, but not when it comes back from a program that it gave the terminal to.
		this.#modes.note(hideCursor);
		this.#send(hideCursor + (this.#hasMouse ? mouseOn : ''));
	}

	#schedule(): void {
		this.#isDue = this.#frame !== undefined && !this.#isAway;
		if (this.#isDue) this.#timer ??= setImmediate(this.#flush);
	}

	readonly #flush = (): void => {
		clearImmediate(this.#timer);
		this.#timer = undefined;
		if (!this.#isDue || this.#isBlocked || this.#frame === undefined) return;
		this.#isDue = false;
		this.#send(this.#painter.paint(this.#frame, {columns: this.columns, rows: this.rows}));
	};

	#send(bytes: string): void {
		if (bytes === '' || !this.#canWrite()) return;
		if (this.#terminal.write(bytes) || this.#isBlocked) return;
		this.#isBlocked = true;
		this.#terminal.once('drain', this.#drained);
	}

	#passBarrier(): void {
		const done = this.#barrier;
		if (done === undefined) return;
		this.#barrier = undefined;
		if (this.#canWrite()) this.#terminal.write('', () => done());
		else done();
	}

	#canWrite(): boolean {
		return !this.#terminal.destroyed && !this.#terminal.writableEnded;
	}

	readonly #drained = (): void => {
		this.#isBlocked = false;
		this.#flush();
		if (!this.#isBlocked) this.#passBarrier();
	};

	readonly #resized = (): void => {
		// The terminal may have wrapped or cut what it shows.
		this.#painter.forget();
		this.#schedule();
		this.emit('resize');
	};

	/** The terminal is gone, as after a hang-up: 'close' tells, and Ink sees that it must not write. */
	readonly #lost = (): void => {
		this.destroy();
	};
}

function sizeOr(size: number | undefined, otherwise: number): number {
	return size !== undefined && size > 0 ? size : otherwise;
}
