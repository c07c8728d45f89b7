import type {Key} from '../../app/key.ts';
import {keyFromKeypress, keyFromText, type NodeKey} from './key.ts';
import {type Keypress, type Skipping, sequenceOf, skipOn, startSkipping} from './skip-sequence.ts';

/** Where a {@link KeyReader} delivers what it read, in the order in which it was typed. */
export type KeyListener = {
	readonly onKey: (key: Key) => void;
	readonly onPaste: (text: string) => void;
};

/** Turns the `keypress` events of `node:readline` into keys and pastes. */
export type KeyReader = {
	/** One `keypress` event. */
	readonly keypress: (character: string | undefined, key: NodeKey) => void;
	/** To be called when a chunk of input has been read whole: delivers the last characters. */
	readonly endOfChunk: () => void;
};

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** A reader that delivers to the listener. It holds no clock and does no I/O. */
export function createKeyReader({onKey, onPaste}: KeyListener): KeyReader {
	let typed = '';
	let paste: string[] | undefined;
	let skipping: Skipping | undefined;

	return {
		keypress(character, key) {
			read({character, key});
		},
		endOfChunk() {
			if (skipping?.kind === 'text') {
				// No terminator came: it was Esc and a letter that look like the start of an answer of the terminal.
				const [first, ...others] = skipping.held;
				skipping = undefined;
				if (first !== undefined) readEscapeAnd(first);
				for (const keypress of others) read(keypress);
			}
			deliverTyped();
		},
	};

	function read(keypress: Keypress) {
		if (paste !== undefined) {
			readPaste(paste, keypress);
		} else if (skipping !== undefined) {
			skipping = skipOn(skipping, keypress);
		} else if (keypress.key.name === 'paste-start') {
			deliverTyped();
			paste = [];
		} else {
			skipping = startSkipping(keypress);
			if (skipping === undefined) readKey(keypress);
		}
	}

	function readKey(keypress: Keypress) {
		const key = keyFromKeypress(keypress.character, keypress.key);
		const afterEscape = sequenceOf(keypress).startsWith('\u001b\u001b');
		if (key === undefined || afterEscape) readEscapeAnd(keypress);
		else deliver(key);
	}

	/**
	 * Esc and a key that came in one chunk look like Alt and that key. We bind no Alt, and over a slow link it is
	 * type-ahead: both are delivered. What is neither is dropped.
	 */
	function readEscapeAnd({key, ...keypress}: Keypress) {
		const sequence = sequenceOf({key, ...keypress});
		const rest = sequence.slice(1);
		if (!sequence.startsWith('\u001b') || /^(?:\[|O.)/.test(rest)) return;
		deliver({chord: 'escape'});
		deliver(keyFromKeypress(rest, {...key, sequence: rest, meta: false}));
	}

	function readPaste(pasted: string[], keypress: Keypress) {
		if (keypress.key.name !== 'paste-end') {
			pasted.push(sequenceOf(keypress));
			return;
		}
		paste = undefined;
		onPaste(pasted.join(''));
	}

	function deliver(key: Key | undefined) {
		if (key === undefined) return;
		if (key.text !== undefined) {
			typed += key.text;
			return;
		}
		deliverTyped();
		onKey(key);
	}

	/** Node splits at code points; a family emoji, or a letter with its accent, is one key. */
	function deliverTyped() {
		const text = typed;
		typed = '';
		for (const {segment} of segmenter.segment(text)) onKey(keyFromText(segment));
	}
}
