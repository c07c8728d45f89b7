import fc from 'fast-check';
import stringWidth from 'string-width';

/** A piece of a frame: text in one style, as Ink would write it. */
type Piece = {readonly text: string; readonly codes: readonly [string, string]};

const styles: readonly (readonly [string, string])[] = [
	['', ''],
	['\u001b[7m', '\u001b[27m'],
	['\u001b[1m', '\u001b[22m'],
	['\u001b[2m', '\u001b[22m'],
	['\u001b[31m', '\u001b[39m'],
	['\u001b[48;5;21m', '\u001b[49m'],
	['\u001b[1m\u001b[36m\u001b[7m', '\u001b[27m\u001b[39m\u001b[22m'],
];

const words = ['x', 'ab', '   ', 'Name', '中', '文字', '─────', 'é', '…', '0123456789', '                 '];
/** Characters about which old and new terminals disagree. */
const riskyWords = ['👍', '👩‍👩‍👧', '🇩🇪', 'e\u0301', '❤️', '👍🏽'];

function arbitraryLine(texts: readonly string[]): fc.Arbitrary<string> {
	return fc
		.array(fc.record({text: fc.constantFrom(...texts), codes: fc.constantFrom(...styles)}), {maxLength: 8})
		.map(toLine);
}

function toLine(pieces: readonly Piece[]): string {
	return pieces.map(({text, codes: [open, close]}) => `${open}${text}${close}`).join('');
}

/** Frames as Ink writes them: lines parted by newlines, each ending its own styles. */
export function arbitraryFrames(withRisky: boolean): fc.Arbitrary<readonly string[]> {
	const line = arbitraryLine(withRisky ? [...words, ...riskyWords] : words);
	// Lines come from a small stock, so that frames repeat, share and shift them as those of an app do.
	return fc
		.array(line, {minLength: 1, maxLength: 8})
		.chain((stock) =>
			fc.array(
				fc.array(fc.oneof({weight: 4, arbitrary: fc.constantFrom(...stock)}, {weight: 1, arbitrary: line}), {
					minLength: 1,
					maxLength: 12,
				}),
				{minLength: 1, maxLength: 6},
			),
		)
		.map((frames) => frames.map((lines) => lines.join('\n')));
}

/** What a screen shows for the frame: rows without styles, cut to its size, without blanks at their end. */
export function plainRows(frame: string, columns: number, rows: number): readonly string[] {
	const lines = frame.replaceAll(/\u001b\[[\d;]*m/g, '').split('\n');
	return Array.from({length: rows}, (_, index) => cut(lines[index] ?? '', columns).trimEnd());
}

function cut(line: string, columns: number): string {
	let kept = '';
	for (const {segment} of new Intl.Segmenter().segment(line)) {
		if (stringWidth(kept + segment) > columns) break;
		kept += segment;
	}
	return kept;
}
