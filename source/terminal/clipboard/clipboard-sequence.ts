/**
 * The longest text in bytes of UTF-8 that is sent to a terminal's clipboard: what many of them take in one sequence, 100,000
 * bytes, holds so much in base64. What a terminal does with more differs: it takes nothing, or only the beginning.
 */
export const longestClipboard = 74_994;

/** GNU screen before 2008 took control strings of up to 256 bytes; with their beginning and end these are shorter. */
const screenPiece = 240;
/** A longer control string that screen does not know is printed by it. */
const longestForScreen = 700;

/**
 * What makes a terminal put a text on its clipboard (OSC 52). A terminal that cannot do that ignores it, and none answers.
 *
 * tmux has two switches for it, and either may be off: it is asked to set the clipboard itself (`set-clipboard on`), and to pass
 * the sequence on (`allow-passthrough on`, before 3.3 always). GNU screen passes it on in pieces. A tmux on the near side of an
 * SSH connection may call itself screen: it ignores these pieces, and takes the sequence itself where that is short.
 *
 * @param env the program's environment, which tells what it runs in
 * @returns undefined where the text is longer than {@link longestClipboard}
 */
export function clipboardSequence(
	text: string,
	env: Readonly<Record<string, string | undefined>>,
): string | undefined {
	const bytes = Buffer.from(text, 'utf8');
	if (bytes.length > longestClipboard) return undefined;
	const sequence = `\u001b]52;c;${bytes.toString('base64')}\u0007`;
	const {TERM: term = ''} = env;
	if (env.TMUX || /^tmux/.test(term)) return sequence + passThroughTmux(sequence);
	if (env.STY || /^screen/.test(term)) {
		const direct = env.STY || sequence.length > longestForScreen ? '' : sequence;
		return direct + passThroughScreen(sequence);
	}
	return sequence;
}

function passThroughTmux(sequence: string): string {
	return `\u001bPtmux;${sequence.replaceAll('\u001b', '\u001b\u001b')}\u001b\\`;
}

function passThroughScreen(sequence: string): string {
	const pieces = sequence.match(new RegExp(`[^]{1,${screenPiece}}`, 'g')) ?? [];
	return pieces.map((piece) => `\u001bP${piece}\u001b\\`).join('');
}
