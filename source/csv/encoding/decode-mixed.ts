import type {Work} from '../../domain/work.ts';
import {decodeWindows1252} from '../decode-windows-1252.ts';
import type {CsvRow} from '../import-plan.ts';

/** Bytes in one step: few enough for keys to come in between. */
const bytesPerStep = 256 * 1024;
/** What a byte that is no UTF-8 becomes, plus the byte: half a surrogate pair, which no decoder makes of anything. */
const misread = 0xdc00;
const lineFeed = 0x0a;

/**
 * Whether the lines of a text that is no valid UTF-8 are UTF-8 for the most part. Each line that has more than ASCII has one vote:
 * for UTF-8 if it holds at least as many sequences as bytes that fit into none, as no other encoding makes them by accident.
 */
export function* isMostlyUtf8(bytes: Uint8Array): Work<boolean> {
	let votes = 0;
	let [sequences, strays] = [0, 0];
	let next = bytesPerStep;
	for (let at = 0; at <= bytes.length; ) {
		const byte = bytes[at] ?? lineFeed;
		const length = sequenceLength(bytes, at);
		if (length === 0) strays += 1;
		if (length > 1) sequences += 1;
		if (byte === lineFeed || byte === 0x0d) {
			votes += Math.sign(sequences + strays) * (sequences >= strays ? 1 : -1);
			[sequences, strays] = [0, 0];
		}
		at += length || 1;
		if (at >= next) {
			next += bytesPerStep;
			yield {done: at, total: bytes.length};
		}
	}
	return votes >= 0;
}

/** Reads UTF-8. Bytes that are none become lone surrogates, which {@link restoreMisread} makes text of. */
export function* decodeMixed(bytes: Uint8Array): Work<string> {
	const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
	let text = '';
	let start = 0;
	let next = bytesPerStep;
	for (let at = 0; at < bytes.length; ) {
		const length = sequenceLength(bytes, at);
		if (length === 0) {
			text += decoder.decode(bytes.subarray(start, at)) + String.fromCharCode(misread + (bytes[at] ?? 0));
			start = at + 1;
		}
		at += length || 1;
		if (at >= next) {
			text += decoder.decode(bytes.subarray(start, at));
			start = at;
			next = at + bytesPerStep;
			yield {done: at, total: bytes.length};
		}
	}
	return text + decoder.decode(bytes.subarray(start));
}

/** The row with those bytes read as Windows-1252, and with the cells that have any named. */
export function restoreMisread(row: CsvRow): CsvRow {
	const misread = row.cells.flatMap((cell, index) => (/[\udc80-\udcff]/u.test(cell) ? [index] : []));
	return misread.length === 0 ? row : {...row, cells: row.cells.map(readStrays), misread: new Set(misread)};
}

function readStrays(cell: string): string {
	return cell.replaceAll(/[\udc80-\udcff]+/gu, (strays) =>
		decodeWindows1252(Uint8Array.from(strays, (stray) => stray.charCodeAt(0) - misread)),
	);
}

/** Bytes of the UTF-8 sequence that begins here; 0 where none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
	const first = bytes[at] ?? 0;
	if (first < 0x80) return 1;
	if (first < 0xc2 || first > 0xf4) return 0;
	const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
	for (let index = 1; index < length; index += 1) {
		const byte = bytes[at + index] ?? 0;
		if (byte >> 6 !== 2) return 0;
	}
	const second = bytes[at + 1] ?? 0;
	// Longer forms than needed, halves of surrogate pairs, and numbers beyond Unicode.
	if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)) return 0;
	return (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f) ? 0 : length;
}
