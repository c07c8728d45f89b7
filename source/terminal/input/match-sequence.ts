/**
 * What the characters after an Esc are: a sequence that is whole, the start of one, the start of a text for us up to its
 * terminator (an answer of the terminal: OSC, DCS or APC), an old mouse report of which three bytes follow, or none of these.
 */
export type Match = 'whole' | 'start' | 'text' | 'mouse' | 'none';

const patterns: readonly (readonly [Match, RegExp])[] = [
	['mouse', /^\[M$/],
	// CSI; before it the Linux console's F1 to F5, and rxvt's Shift, which ends keys with what is no end for others.
	['whole', /^\[\[[A-E]$/],
	['start', /^\[\[$/],
	['whole', /^\[\d+\$$/],
	['whole', /^\[[0-?]*[ -/]*[@-~]$/],
	['start', /^\[[0-?]*[ -/]*$/],
	// SS3, with the modifier that a few old terminals put into it. Only what ends a key: a name may begin with O.
	['whole', /^O[2-8]?[A-FHMP-SXa-dj-y]$/],
	['start', /^O[2-8]?$/],
	// An answer begins with a number or a sign, so that a name that begins with P is none.
	['text', /^(?:\][0-9]|P[!-?]|_G)$/],
	['start', /^[\]P_]$/],
];

/** Matches what has come after an Esc, without the Esc; at least one character. */
export function matchSequence(text: string): Match {
	return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? 'none';
}
