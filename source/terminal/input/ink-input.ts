import {EventEmitter} from 'node:events';

/** The part of a terminal's standard input that is used. */
export type TerminalInput = {
	readonly on: (event: 'data' | 'end' | 'error', listener: (bytes: Uint8Array) => void) => unknown;
	readonly off: (event: 'data', listener: (bytes: Uint8Array) => void) => unknown;
	readonly pause: () => unknown;
	readonly resume: () => unknown;
	readonly setRawMode: (isRaw: boolean) => unknown;
	readonly ref: () => unknown;
	readonly unref: () => unknown;
};

/**
 * Ink's `stdin`: Ink switches the modes of the terminal with it, and says when input is wanted by listening for `readable`,
 * which it does not do while another program has the terminal. It gets no byte: Ink would decode all of them once more, keep
 * what it cannot decode, and make characters of bytes that are none. The bytes are told as `bytes`. When the terminal has
 * hung up, it is told as `lost`.
 */
export class InkInput extends EventEmitter {
	readonly isTTY = true;
	readonly #terminal: TerminalInput;

	constructor(terminal: TerminalInput) {
		super();
		this.#terminal = terminal;
		// Setting modes fails then, too, which is no fault of the program. The listeners stay: it fails at the end once more.
		terminal.on('error', this.#lost);
		terminal.on('end', this.#lost);
		this.on('newListener', (event) => {
			if (event !== 'readable' || this.listenerCount('readable') > 0) return;
			terminal.on('data', this.#read);
			terminal.resume();
		});
		this.on('removeListener', (event) => {
			if (event !== 'readable' || this.listenerCount('readable') > 0) return;
			terminal.off('data', this.#read);
			terminal.pause();
		});
	}

	setRawMode(isRaw: boolean): this {
		this.#terminal.setRawMode(isRaw);
		return this;
	}

	setEncoding(): this {
		return this;
	}

	read(): null {
		return null;
	}

	ref(): this {
		this.#terminal.ref();
		return this;
	}

	unref(): this {
		this.#terminal.unref();
		return this;
	}

	readonly #lost = (): void => {
		this.emit('lost');
	};

	readonly #read = (bytes: Uint8Array): void => {
		this.emit('bytes', bytes);
	};
}
