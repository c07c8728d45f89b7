import type {Input} from './input.ts';
import {keyOfSequence} from './key-of-sequence.ts';
import {type KeyPress, keyOfControl, keyOfText} from './key-press.ts';
import {burstPatience, looksPasted, mayBePasted} from './looks-pasted.ts';
import {createPasteCollector, isRestOfPaste, type PasteCollector, pasteMarks} from './paste-collector.ts';
import {pointerOfSequence} from './pointer.ts';
import {
	afterEscape,
	endSequence,
	isControl,
	type Open,
	patienceOf,
	type Reading,
	readSequence,
} from './read-sequence.ts';

/** Turns the bytes of a terminal into keys, pastes and what the mouse does. It has no clock: the caller tells when a wait is over. */
export type KeyDecoder = {
	/** Reads bytes, cut anywhere. */
	readonly feed: (bytes: Uint8Array) => readonly Input[];
	/** Milliseconds without a byte after which {@link KeyDecoder.timeOut} is to be called; undefined when nothing is open. */
	readonly patience: () => number | undefined;
	/** Decides what more bytes might have decided. */
	readonly timeOut: () => readonly Input[];
};

/** A paste without its end is over when nothing comes for so many milliseconds. */
const pastePatience = 2000;
/** Ctrl+C and Ctrl+Q, alone in what was read: a person wants to leave a paste that does not end. */
const interrupting = ['\u0003', '\u0011'];
/** An emoji is not over after this. */
const joiner = '\u200d';
/** Milliseconds that the rest of it may take over a slow line. */
const joinerPatience = 1000;
const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** A decoder at the beginning of the input. */
export function createKeyDecoder(): KeyDecoder {
	const characters = new TextDecoder('utf-8', {ignoreBOM: true});
	let open: Open | undefined;
	let paste: PasteCollector | undefined;
	/** A paste that was left before its end: what is missing of it may still come. */
	let unended: PasteCollector | undefined;
	/** A paste without marks, which is over when nothing more comes. */
	let burst: PasteCollector | undefined;
	let marksPastes = false;
	let typed = '';
	let inputs: Input[] = [];

	return {
		feed(bytes) {
			read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
			return takeInputs();
		},
		patience() {
			if (burst !== undefined) return burstPatience;
			if (paste !== undefined) return pastePatience;
			if (open !== undefined) return patienceOf(open);
			return typed === '' ? undefined : joinerPatience;
		},
		timeOut() {
			if (burst !== undefined) endBurst(burst);
			else if (paste !== undefined) leavePaste(paste);
			else if (open !== undefined) take(endSequence(open));
			deliverTyped();
			return takeInputs();
		},
	};

	function read(bytes: Buffer): void {
		if (readBurst(bytes)) return;
		if (paste !== undefined && interrupting.includes(bytes.toString('latin1', 0, 2))) {
			paste.drop();
			leavePaste(paste);
		} else if (unended !== undefined && open === undefined && isRestOfPaste(bytes)) {
			startPaste(unended);
		}
		let position = 0;
		while (position < bytes.length) {
			if (paste !== undefined) position = readPaste(paste, bytes, position);
			else if (open === undefined) position = readPlain(bytes, position);
			else if (take(readSequence(open, bytes[position] ?? 0))) position += 1;
		}
	}

	/** Reads text up to the next control character, or that. */
	function readPlain(bytes: Buffer, start: number): number {
		let end = start;
		while (end < bytes.length && !isControl(bytes[end] ?? 0)) end += 1;
		if (end > start) {
			typed += characters.decode(bytes.subarray(start, end), {stream: true});
			return end;
		}
		typed += characters.decode();
		const byte = bytes[start] ?? 0;
		if (byte === 0x1b) open = afterEscape;
		else deliverKey(keyOfControl(String.fromCodePoint(byte)));
		return start + 1;
	}

	/** Takes over what was read in a sequence; false where the byte has to be read once more, after it. */
	function take({next, isForeign, isLate, typed: held, whole, key: plain}: Reading): boolean {
		open = next;
		const key = whole === undefined ? plain : keyOfSequence(whole);
		if (isLate) deliver({type: 'no-escape', ...(key === undefined ? {} : {key})});
		else deliverKey(key);
		const pointer = whole === undefined ? undefined : pointerOfSequence(whole);
		if (pointer !== undefined) deliver({type: 'pointer', pointer});
		typed += held ?? '';
		if (whole === pasteMarks.start.slice(1)) startPaste(createPasteCollector());
		if (whole === pasteMarks.end.slice(1)) unended = undefined;
		return isForeign !== true;
	}

	function startPaste(started: PasteCollector): void {
		unended = undefined;
		marksPastes = true;
		paste = started;
	}

	/** Takes what was pasted without marks; false where it is something else, which ends such a paste. */
	function readBurst(bytes: Buffer): boolean {
		if (burst !== undefined && !mayBePasted(bytes)) endBurst(burst);
		const isFree = paste === undefined && unended === undefined && open === undefined && typed === '';
		if (isFree && !marksPastes && looksPasted(bytes)) burst ??= createPasteCollector();
		if (burst === undefined) return false;
		const wasTooLong = burst.isTooLong();
		burst.take(bytes);
		if (!wasTooLong && burst.isTooLong()) deliver({type: 'refused-paste'});
		return true;
	}

	function endBurst(current: PasteCollector): void {
		if (!current.isTooLong()) deliver({type: 'paste', text: current.text(), unbracketed: true});
		burst = undefined;
	}

	function readPaste(current: PasteCollector, bytes: Buffer, start: number): number {
		const wasTooLong = current.isTooLong();
		const end = current.take(bytes.subarray(start));
		if (!wasTooLong && current.isTooLong()) deliver({type: 'refused-paste'});
		if (end === undefined) return bytes.length;
		endPaste(current);
		return start + end;
	}

	function leavePaste(current: PasteCollector): void {
		endPaste(current);
		unended = current.isTooLong() ? current : createPasteCollector();
	}

	function endPaste(current: PasteCollector): void {
		if (!current.isTooLong()) deliver({type: 'paste', text: current.text()});
		paste = undefined;
	}

	function deliverKey(key: KeyPress | undefined): void {
		if (key !== undefined) deliver({type: 'key', key});
	}

	function deliver(input: Input): void {
		deliverTyped();
		inputs.push(input);
	}

	/** A family emoji, or a letter with its accent, is one key. */
	function deliverTyped(): void {
		const text = typed;
		typed = '';
		let before = '';
		for (const {segment} of segmenter.segment(text)) {
			// The rest of an emoji that came in pieces: alone, the joiner would join what stands behind it.
			const grapheme = before + segment;
			before = segment === joiner && text !== joiner ? joiner : '';
			if (before === '' && !/^[\u0080-\u009f]/.test(grapheme))
				inputs.push({type: 'key', key: keyOfText(grapheme)});
		}
	}

	function takeInputs(): readonly Input[] {
		if (!typed.endsWith(joiner)) deliverTyped();
		const taken = inputs;
		inputs = [];
		return taken;
	}
}
