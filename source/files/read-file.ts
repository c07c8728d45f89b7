import {constants} from 'node:fs';
import {type FileHandle, open} from 'node:fs/promises';
import {setTimeout} from 'node:timers/promises';
import {errorCode} from '../domain/error-code.ts';
import {count, type Problem} from '../domain/problem.ts';
import {inFileLane} from './file-lanes.ts';
import {fileProblem} from './file-problem.ts';
import {locateFile} from './locate-file.ts';

/** Bytes of the largest CSV file that is read; its text must be one string. */
export const largestCsv = 256 * 1024 * 1024;

/** How a file is read. */
type ReadOptions = {
	/** What messages call it, where that is not the path. */
	readonly name?: string;
	/** More bytes than this are refused. */
	readonly most: number;
	/** Milliseconds that a pipe may take to send its first byte. */
	readonly patience?: number;
	/** Ends the wait at once, with an error that says so. */
	readonly signal?: AbortSignal;
};

const pieceLength = 1024 * 1024;
/** Milliseconds between two looks at a pipe that has nothing yet. */
const pollInterval = 20;

/**
 * The one way in which a file is read that a person names: a regular file, or a pipe that sends something soon. A device is
 * refused, and so is what is larger than it may be. Nothing here waits where it cannot be cancelled.
 *
 * @throws only the signal's reason
 */
export async function readNamedFile(
	file: string,
	{name = file, most, patience = 10_000, signal}: ReadOptions,
): Promise<{readonly bytes: Uint8Array} | {readonly problem: Problem}> {
	try {
		return await inFileLane(async () => {
			// Without O_NONBLOCK the opening of a pipe waits, in a thread of its own, for a writer.
			const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);
			const handle = await open(await locateFile(file), flags);
			try {
				return {bytes: await readHandle(handle, most, patience, signal)};
			} finally {
				await handle.close();
			}
		}, signal);
	} catch (error) {
		signal?.throwIfAborted();
		return {problem: error instanceof Unusable ? refuseFile(name, error) : fileProblem('read', name, error)};
	}
}

/** Why a file is not read at all. */
class Unusable extends Error {
	readonly code: string;

	constructor(code: 'file-is-device' | 'file-too-large' | 'file-silent' | 'file-changing', reason: string) {
		super(reason);
		this.code = code;
	}
}

const changing = new Unusable('file-changing', 'it is being written; try again when it is whole');

/** Why a file or standard input is refused that has more bytes than may be read. */
export function tooLarge(file: string, most: number): Problem {
	return refuseFile(file, new Unusable('file-too-large', describeLimit(most)));
}

function refuseFile(file: string, {code, message}: Unusable): Problem {
	return {...fileProblem('read', file, new Error(message)), code};
}

function describeLimit(most: number): string {
	const [amount, unit] = most >= 1024 * 1024 ? [most / (1024 * 1024), 'MiB'] : [most / 1024, 'KiB'];
	return `it is larger than ${amount.toLocaleString('en-US')} ${unit}`;
}

async function readHandle(
	handle: FileHandle,
	most: number,
	patience: number,
	signal: AbortSignal | undefined,
): Promise<Uint8Array> {
	const found = await handle.stat();
	if (found.isDirectory()) throw Object.assign(new Error('it is a folder'), {code: 'EISDIR'});
	const isPipe = found.isFIFO() || found.isSocket();
	if (!isPipe && !found.isFile()) throw new Unusable('file-is-device', 'it is a device and not a file');
	if (found.size > most) throw new Unusable('file-too-large', describeLimit(most));
	const pieces: Uint8Array[] = [];
	let length = 0;
	let waited = 0;
	for (;;) {
		signal?.throwIfAborted();
		const piece = await readPiece(handle, found.isFile() ? found.size - length : pieceLength);
		if (piece !== undefined && piece.length > 0) {
			length += piece.length;
			if (length > most) throw new Unusable('file-too-large', describeLimit(most));
			pieces.push(piece);
			// What goes on writing may do so for ever, and half a file is not what was meant.
			if (found.isFile() && length > found.size && found.size > 0) throw changing;
		} else if (!isPipe || (piece !== undefined && length > 0)) {
			if (found.isFile() && length !== found.size && found.size > 0) throw changing;
			return Buffer.concat(pieces);
		} else {
			if (length === 0 && waited >= patience)
				throw new Unusable(
					'file-silent',
					`nothing came from this pipe within ${count(patience / 1000, 'second')}`,
				);
			await setTimeout(pollInterval, undefined, signal === undefined ? {} : {signal});
			waited += pollInterval;
		}
	}
}

/** Undefined means that a pipe has nothing just now; an empty piece is its end, or that it has no writer yet. */
async function readPiece(handle: FileHandle, expected: number): Promise<Uint8Array | undefined> {
	const piece = Buffer.allocUnsafe(Math.min(pieceLength, Math.max(expected, 1024)));
	try {
		const {bytesRead} = await handle.read(piece, 0, piece.length);
		return piece.subarray(0, bytesRead);
	} catch (error) {
		if (errorCode(error) === 'EAGAIN') return undefined;
		throw error;
	}
}
