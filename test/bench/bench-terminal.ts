import {PassThrough, Writable} from 'node:stream';
import {setImmediate} from 'node:timers/promises';
import type {Size} from '../../source/app/size.ts';

/** Standard input of a terminal that nobody sits at. */
class BenchInput extends PassThrough {
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

/** Standard output of a terminal that costs no time: it counts, and keeps what was written last. */
class BenchOutput extends Writable {
	readonly isTTY = true;
	readonly columns: number;
	readonly rows: number;
	bytes = 0;
	/** When something was written last, as `performance.now()` has it. */
	writtenAt = 0;
	last = '';

	constructor(columns: number, rows: number) {
		super({decodeStrings: false});
		this.columns = columns;
		this.rows = rows;
	}

	override _write(chunk: string | Buffer, _encoding: BufferEncoding, done: () => void): void {
		const text = String(chunk);
		if (text !== '') {
			this.bytes += Buffer.byteLength(text);
			this.writtenAt = performance.now();
			this.last = text;
		}
		done();
	}
}

/** What one key cost. */
export type KeyCost = {
	readonly bytes: number;
	/** Milliseconds from the key to the last byte of its frame. */
	readonly time: number;
	/** What was written last for it. */
	readonly last: string;
};

/** Longest time that a key may go unanswered: an Esc is waited on for 50 ms. */
const patience = 5_000;
/** Milliseconds without another byte after which a frame counts as whole. */
const quiet = 4;

/** A terminal without an emulator, which would be slower than what is measured. */
export class BenchTerminal {
	readonly stdin = new BenchInput() as unknown as NodeJS.ReadStream & BenchInput;
	readonly stdout: NodeJS.WriteStream & BenchOutput;

	constructor({columns, rows}: Size = {columns: 120, rows: 40}) {
		this.stdout = new BenchOutput(columns, rows) as unknown as NodeJS.WriteStream & BenchOutput;
	}

	/** Presses a key and waits for what the screen makes of it. */
	async press(key: string): Promise<KeyCost> {
		const start = performance.now();
		this.stdout.bytes = 0;
		this.stdin.write(key);
		while (this.stdout.writtenAt < start) {
			if (performance.now() - start > patience) throw new Error(`No answer to ${JSON.stringify(key)}`);
			await setImmediate();
		}
		const time = await this.settle(start);
		return {bytes: this.stdout.bytes, time, last: this.stdout.last};
	}

	/** Resolves when nothing has been written for a moment, to the time of the last byte since `start`. */
	async settle(start = performance.now()): Promise<number> {
		while (performance.now() - this.stdout.writtenAt < quiet) await setImmediate();
		return this.stdout.writtenAt - start;
	}
}
