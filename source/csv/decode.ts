import type {Work} from '../domain/work.ts';
import {decodeWindows1252} from './decode-windows-1252.ts';
import {codePageReader} from './encoding/decode-code-page.ts';
import {decodeMixed, isMostlyUtf8} from './encoding/decode-mixed.ts';
import {findBinaryKind, hasControlBytes, startsWith} from './find-binary-kind.ts';
import type {Encoding, FileRefusal} from './import-plan.ts';
import {noContent} from './layout/refuse-header.ts';
import type {ChosenEncoding} from './reading-choice.ts';

/** The text of a file without its byte order mark, and how it was read. */
type DecodedCsv = {readonly text: string; readonly encoding: Encoding};

/**
 * Reads the bytes of a CSV file: UTF-8 with or without BOM, UTF-16 with or without BOM, and Windows-1252 for what is
 * not valid UTF-8, be it the whole file or some of its bytes (rules.md 4.1 and 4.5). A file that is empty, or no text at all, is refused.
 * Progress counts bytes.
 *
 * @param chosen by a person, instead of what the bytes tell
 */
export function* decodeCsv(bytes: Uint8Array, chosen?: ChosenEncoding): Work<DecodedCsv | FileRefusal> {
	if (bytes.length === 0) return {refused: {...noContent, fix: 'Export or save it again.'}};
	const kind = findBinaryKind(bytes);
	if (kind !== undefined) return {refused: {severity: 'error', ...kind}};
	if (chosen !== undefined) return yield* decodeAs(bytes, chosen);
	return (yield* decodeText(bytes)) ?? binaryFile;
}

const binaryFile: FileRefusal = {
	refused: {
		severity: 'error',
		code: 'binary-file',
		message: 'This is a binary file and not a CSV file.',
		short: 'Not a CSV file',
		fix: 'Choose a CSV file, as a spreadsheet saves it or as "usersheet template" writes it.',
	},
};

/** The bytes in the encoding that a person has chosen; a byte order mark of that encoding is none of the text. */
function* decodeAs(bytes: Uint8Array, chosen: ChosenEncoding): Work<DecodedCsv> {
	switch (chosen) {
		case 'utf-8': {
			const text = yield* decodeUtf8(bytes);
			if (text !== undefined) return {text, encoding: chosen};
			return {
				text: yield* decodeMixed(hasUtf8Mark(bytes) ? bytes.subarray(3) : bytes),
				encoding: 'utf-8-mixed',
			};
		}
		case 'utf-16le':
		case 'utf-16be':
			return {text: yield* decodePieces(bytes, chosen), encoding: chosen};
		default:
			return {text: yield* mapPieces(bytes, codePageReader(chosen)), encoding: chosen};
	}
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
	return startsWith(bytes, [0xef, 0xbb, 0xbf]);
}

/** Undefined means that no encoding makes text of it. */
function* decodeText(bytes: Uint8Array): Work<DecodedCsv | undefined> {
	const wide = findUtf16(bytes);
	if (wide !== undefined) {
		const text = yield* decodePieces(bytes, wide);
		return text.slice(0, 1024).includes('\0') ? undefined : {text, encoding: wide};
	}
	const hasMark = hasUtf8Mark(bytes);
	// Some zeros are no reason to refuse a file: databases fill cells with them, and each is told as a control character.
	if (!hasMark && bytes.includes(0) && hasControlBytes(bytes)) return undefined;
	const text = yield* decodeUtf8(bytes);
	if (text !== undefined) return {text, encoding: hasMark ? 'utf-8-bom' : 'utf-8'};
	if (!hasMark && hasControlBytes(bytes)) return undefined;
	if (hasMark || (yield* isMostlyUtf8(bytes))) {
		return {text: yield* decodeMixed(hasMark ? bytes.subarray(3) : bytes), encoding: 'utf-8-mixed'};
	}
	return {text: yield* mapPieces(bytes, decodeWindows1252), encoding: 'windows-1252'};
}

function* decodeUtf8(bytes: Uint8Array): Work<string | undefined> {
	try {
		return yield* decodePieces(bytes, 'utf-8', true);
	} catch {
		return undefined;
	}
}

function* decodePieces(bytes: Uint8Array, encoding: string, fatal = false): Work<string> {
	const decoder = new TextDecoder(encoding, {fatal});
	const text = yield* mapPieces(bytes, (piece) => decoder.decode(piece, {stream: true}));
	return text + decoder.decode();
}

/** Few enough bytes for keys to come in between. */
const pieceLength = 256 * 1024;

function* mapPieces(bytes: Uint8Array, read: (piece: Uint8Array) => string): Work<string> {
	let text = '';
	for (let done = 0; done < bytes.length; done += pieceLength) {
		yield {done, total: bytes.length};
		text += read(bytes.subarray(done, done + pieceLength));
	}
	return text;
}

/** By its BOM, or because a header is mostly Latin letters, so that many of every second byte at the start are zero. */
function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
	if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
	const pairs = Math.min(bytes.length >> 1, 64);
	let zerosFirst = 0;
	let zerosSecond = 0;
	for (let pair = 0; pair < pairs; pair += 1) {
		if (bytes[pair * 2] === 0) zerosFirst += 1;
		if (bytes[pair * 2 + 1] === 0) zerosSecond += 1;
	}
	if (zerosSecond > pairs / 4 && zerosFirst < zerosSecond / 8) return 'utf-16le';
	if (zerosFirst > pairs / 4 && zerosSecond < zerosFirst / 8) return 'utf-16be';
	return undefined;
}
