import type {NodeKey} from './key.ts';

/** One `keypress` event of `node:readline`. */
export type Keypress = {readonly character: string | undefined; readonly key: NodeKey};

/** What is being left out: the rest of a control sequence, an answer of the terminal, bytes of an old mouse report. */
export type Skipping =
	| {readonly kind: 'sequence'}
	| {readonly kind: 'text'; readonly held: Keypress[]}
	| {readonly kind: 'bytes'; readonly left: number};

/** CSI with parameters and no final character: Node gives up there, and would hand over the rest as typed text. */
const unfinished = /^\u001b{1,2}\[[\u0020-\u003f]+$/;
/** OSC, DCS, SOS, PM and APC: text up to a terminator. */
const textIntroducer = /^\u001b[\]PX^_]$/;

/** The characters that the event stands for. */
export function sequenceOf({character, key}: Keypress): string {
	return key.sequence ?? character ?? '';
}

/** What to leave out from this event on; undefined where it is a key. */
export function startSkipping(keypress: Keypress): Skipping | undefined {
	const sequence = sequenceOf(keypress);
	if (sequence === '\u001b[M') return {kind: 'bytes', left: 3};
	if (textIntroducer.test(sequence)) return {kind: 'text', held: [keypress]};
	const known = keypress.key.name !== undefined && keypress.key.name !== 'undefined';
	return !known && unfinished.test(sequence) ? {kind: 'sequence'} : undefined;
}

/** What to leave out after this event, which is itself left out. */
export function skipOn(skipping: Skipping, keypress: Keypress): Skipping | undefined {
	const sequence = sequenceOf(keypress);
	switch (skipping.kind) {
		case 'bytes':
			return skipping.left > 1 ? {kind: 'bytes', left: skipping.left - 1} : undefined;
		case 'sequence':
			return /^[\u0020-\u003f]/.test(sequence) ? skipping : undefined;
		case 'text':
			if (sequence === '\u0007' || sequence === '\u001b\\') return undefined;
			// Grown in place: without bracketed paste it can be a whole file.
			skipping.held.push(keypress);
			return skipping;
	}
}
