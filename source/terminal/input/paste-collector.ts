/** What a terminal puts around a paste. */
export const pasteMarks = {start: '\u001b[200~', end: '\u001b[201~'} as const;

/** No person types so many bytes at once. */
export const leastPaste = 64;

const end = Buffer.from(pasteMarks.end);

/** Bytes of a paste longer than this are thrown away as they come: what is so long comes better in a file. */
export const longestPaste = 1_048_576;

/** A paste on its way. */
export type PasteCollector = {
	/**
	 * Takes bytes of it.
	 *
	 * @returns the position behind its end, if that was among them
	 */
	readonly take: (bytes: Buffer) => number | undefined;
	/** Whether it is too long already, or dropped; then nothing of it is kept. */
	readonly isTooLong: () => boolean;
	/** Throws away what came, and what will. */
	readonly drop: () => void;
	/** What was pasted. */
	readonly text: () => string;
};

/** Collects the bytes of a paste up to the mark at its end, which may come in pieces. */
export function createPasteCollector(): PasteCollector {
	const parts: Buffer[] = [];
	let length = 0;
	/** What may be the beginning of the mark. */
	let held = Buffer.alloc(0);

	return {
		take(bytes) {
			const before = held.length;
			const all = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
			const position = all.indexOf(end);
			const content = position < 0 ? all.length - endingLength(all) : position;
			keep(all.subarray(0, content));
			held = Buffer.from(all.subarray(content, position < 0 ? undefined : content));
			return position < 0 ? undefined : position + end.length - before;
		},
		drop() {
			parts.length = 0;
			length = Number.POSITIVE_INFINITY;
		},
		isTooLong: () => length > longestPaste,
		text: () => Buffer.concat(parts).toString('utf8'),
	};

	function keep(bytes: Buffer): void {
		length += bytes.length;
		if (length > longestPaste) parts.length = 0;
		// A copy: what was read is used again, and a small part of it would hold all of it.
		else parts.push(Buffer.from(bytes));
	}
}

/** After a paste that was left before its end: whether this is more of it, and nothing that a person types. */
export function isRestOfPaste(bytes: Buffer): boolean {
	const start = bytes.indexOf(pasteMarks.start);
	const position = bytes.indexOf(end);
	return position < 0 ? start < 0 && bytes.length >= leastPaste : start < 0 || position < start;
}

/** How many of the last bytes may be the beginning of the mark. */
function endingLength(bytes: Buffer): number {
	for (let count = Math.min(end.length - 1, bytes.length); count > 0; count -= 1) {
		if (bytes.subarray(-count).equals(end.subarray(0, count))) return count;
	}
	return 0;
}
