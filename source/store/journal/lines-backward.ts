import {fstatSync, readSync} from 'node:fs';

const newline = 10;
const chunkSize = 256 * 1024;

/** The lines of a file, each with its newline, from the last to the first. A line lasts until the next one is asked for. */
export function* linesBackward(handle: number): Generator<Buffer, void, void> {
	let bytes: Buffer = Buffer.allocUnsafe(2 * chunkSize);
	/** How many of them, at the front, belong to a line that begins further up in the file. */
	let rest = 0;
	for (let position = fstatSync(handle).size; position > 0; ) {
		const length = Math.min(chunkSize, position);
		position -= length;
		if (length + rest > bytes.length) bytes = Buffer.concat([bytes], 2 * (length + rest));
		bytes.copyWithin(length, 0, rest);
		readSync(handle, bytes, 0, length, position);
		rest += length;
		for (;;) {
			// The newline before the last line, not the one at its end.
			const before = rest < 2 ? -1 : bytes.lastIndexOf(newline, rest - 2);
			if (before === -1) break;
			yield bytes.subarray(before + 1, rest);
			rest = before + 1;
		}
	}
	if (rest > 0) yield bytes.subarray(0, rest);
}
