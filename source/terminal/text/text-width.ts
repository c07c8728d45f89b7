import {graphemeWidth, isOneCellEach} from './cell-width.ts';
import {visibleText} from './visible-text.ts';

/** One user-perceived character as it is shown, and the terminal cells that it takes. */
export type ShownGrapheme = {readonly text: string; readonly width: number};

/** Signs that join what comes after them: alone they would take the space behind their cell. */
const prepended =
	/^[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}\u0d4e\u{111c2}\u{111c3}\u{1193f}\u{11941}\u{11a3a}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}]+$/u;
const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
const ellipsis = '…';
/** UTF-16 units of one grapheme that are shown: a family of four with skin colours has 25, accents piled up have no end. */
const longestGrapheme = 32;

/** A PageDown fits the same names again and again; the slow path is taken once for each. */
const fitted = new Map<string, string>();
const fittedLimit = 20_000;

/** Width in terminal cells of the text as it would be shown, after {@link visibleText}. */
export function textWidth(text: string): number {
	return isOneCellEach(text) ? text.length : graphemesWidth(shownGraphemes(text));
}

/**
 * The text made visible and exactly `width` terminal cells long: padded with spaces, or cut between graphemes with `…`
 * in the last cell. A wide character never straddles the end. `align: 'right'` puts the padding at the left.
 */
export function fitText(text: string, width: number, align: 'left' | 'right' = 'left'): string {
	if (!(width > 0)) return '';
	if (text.length <= width && isOneCellEach(text)) return pad(text, width - text.length, align);
	if (text.length > unitsFor(width)) return fitGraphemes(text, width, align);
	const key = `${width}${align}${text}`;
	const known = fitted.get(key);
	if (known !== undefined) return known;
	const result = fitGraphemes(text, width, align);
	if (fitted.size >= fittedLimit) fitted.clear();
	fitted.set(key, result);
	return result;
}

/** Like {@link fitText} without padding: at most `width` cells. */
export function cutText(text: string, width: number): string {
	if (!(width > 0)) return '';
	const {graphemes, isCut} = fittingGraphemes(text, width);
	return joinGraphemes(graphemes) + (isCut ? ellipsis : '');
}

/** Like {@link cutText}, with the mark in the middle: for names whose ends tell them apart. */
export function cutMiddle(text: string, width: number): string {
	if (textWidth(text) <= width) return cutText(text, width);
	const graphemes = shownGraphemes(text);
	const start = takeCells(graphemes, Math.ceil((width - 1) / 2));
	const end = takeCells(graphemes.toReversed(), width - 1 - graphemesWidth(start)).toReversed();
	return width > 0 ? joinGraphemes(start) + ellipsis + joinGraphemes(end) : '';
}

/**
 * The text made visible, in lines of at most `width` cells, broken between words; a longer word is broken between
 * graphemes. Newlines in the text start a new line. An empty text is one empty line.
 */
export function wrapText(text: string, width: number): readonly string[] {
	const cells = Math.max(1, width);
	return text.split(/\r?\n/).flatMap((paragraph) => wrapParagraph(paragraph, cells));
}

/** Like {@link wrapText}, in at most `height` lines: where there are more, the last one ends in `…`. */
export function wrapToHeight(text: string, width: number, height: number): readonly string[] {
	// What is behind the last line need not be looked at: the text may be far longer than any screen.
	return cutLines(wrapText(text.slice(0, unitsFor(width * (height + 1))), width), width, height);
}

/** At most `height` of the lines: where there are more, the last one ends in `…`. */
export function cutLines(lines: readonly string[], width: number, height: number): readonly string[] {
	if (lines.length <= height) return lines;
	const kept = lines.slice(0, Math.max(0, height));
	return kept.map((line, index) => (index < kept.length - 1 ? line : cutText(`${line} ${ellipsis}`, width)));
}

/** The text cut into graphemes, each as a terminal can show it: a lone accent on a dotted circle, never zero cells. */
export function shownGraphemes(text: string): readonly ShownGrapheme[] {
	return Array.from(segmenter.segment(visibleText(text))).flatMap(({segment}) => showSegment(segment));
}

function showSegment(segment: string): ShownGrapheme | readonly ShownGrapheme[] {
	if (segment.length > longestGrapheme) return showLongSegment(segment);
	const width = prepended.test(segment) ? 0 : graphemeWidth(segment);
	if (width > 0) return {text: segment, width};
	// Left alone, an accent would join the last character of the cell before it, and shift the whole row.
	if (/^\p{M}/u.test(segment))
		return {text: `\u25cc${segment}`, width: Math.max(1, graphemeWidth(`\u25cc${segment}`))};
	return Array.from(segment, (character) => oneCellMark(`‹U+${codePoint(character)}›`));
}

/** Its beginning, and how many characters more it has. */
function showLongSegment(segment: string): readonly ShownGrapheme[] {
	const characters = [...segment];
	const shown = characters.slice(0, longestGrapheme / 4);
	const more = (characters.length - shown.length).toLocaleString('en-US');
	return [...[showSegment(shown.join(''))].flat(), oneCellMark(`‹+${more}›`)];
}

/** A mark of signs and digits that take one cell each. */
function oneCellMark(text: string): ShownGrapheme {
	return {text, width: text.length};
}

function codePoint(character: string): string {
	return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

function fitGraphemes(text: string, width: number, align: 'left' | 'right'): string {
	const {graphemes, isCut} = fittingGraphemes(text, width);
	const used = graphemesWidth(graphemes);
	return isCut
		? pad(joinGraphemes(graphemes), width - 1 - used, 'left') + ellipsis
		: pad(joinGraphemes(graphemes), width - used, align);
}

/** The graphemes that fit, with a cell left for the mark where some do not. */
function fittingGraphemes(
	text: string,
	width: number,
): {readonly graphemes: readonly ShownGrapheme[]; readonly isCut: boolean} {
	const most = unitsFor(width);
	const graphemes = shownGraphemes(text.slice(0, most));
	const isCut = text.length > most || graphemesWidth(graphemes) > width;
	return {graphemes: isCut ? takeCells(graphemes, width - 1) : graphemes, isCut};
}

/** UTF-16 units that are enough to fill so many cells: each grapheme that is shown takes a cell at least. */
function unitsFor(width: number): number {
	return (width + 1) * longestGrapheme;
}

function takeCells(graphemes: readonly ShownGrapheme[], cells: number): readonly ShownGrapheme[] {
	let used = 0;
	const end = graphemes.findIndex(({width}) => {
		used += width;
		return used > cells;
	});
	return end === -1 ? graphemes : graphemes.slice(0, end);
}

function wrapParagraph(paragraph: string, cells: number): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of paragraph.split(' ').filter((part) => part !== '')) {
		const joined = line === '' ? word : `${line} ${word}`;
		if (textWidth(joined) <= cells) {
			line = joined;
			continue;
		}
		if (line !== '') lines.push(line);
		const pieces = breakWord(word, cells);
		for (const piece of pieces.slice(0, -1)) lines.push(piece);
		line = pieces.at(-1) ?? '';
	}
	return [...lines, line].map((text) => joinGraphemes(shownGraphemes(text)));
}

function breakWord(word: string, cells: number): readonly string[] {
	const pieces: string[] = [];
	let piece = '';
	let used = 0;
	for (const {text, width} of shownGraphemes(word)) {
		// A character wider than the whole line still has to go somewhere.
		if (used > 0 && used + width > cells) {
			pieces.push(piece);
			piece = '';
			used = 0;
		}
		piece += text;
		used += width;
	}
	return used === 0 ? pieces : [...pieces, piece];
}

function pad(text: string, cells: number, align: 'left' | 'right'): string {
	const space = ' '.repeat(Math.max(0, cells));
	return align === 'left' ? text + space : space + text;
}

/** The text of some graphemes. */
export function joinGraphemes(graphemes: readonly ShownGrapheme[]): string {
	return graphemes.map(({text}) => text).join('');
}

/** The terminal cells that some graphemes take. */
export function graphemesWidth(graphemes: readonly ShownGrapheme[]): number {
	return graphemes.reduce((sum, {width}) => sum + width, 0);
}
