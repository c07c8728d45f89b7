import {type AnsiCode, reduceAnsiCodesIncremental} from '@alcalzone/ansi-tokenize';
import {drawnGrapheme, graphemeWidth} from '../text/cell-width.ts';
import {type CellStyle, plainStyle, styleOf} from './cell-style.ts';
import {isColorCode} from './color-support.ts';
import {tokenizeLine} from './tokenize-line.ts';

/** One cell of the screen. A character two cells wide is a cell with width 2, and a {@link coveredCell} after it. */
export type Cell = {
	/** One grapheme; '' for a cell covered by the character before it. */
	readonly text: string;
	readonly width: number;
	readonly style: CellStyle;
};

/** One row of a frame. */
export type FrameRow = {
	/** Never longer than the screen is wide; without blank cells at the end. */
	readonly cells: readonly Cell[];
	/** The text that it was read from, by which equal rows are found. */
	readonly source: string;
	/** Whether terminals may disagree on the width of one of its characters, see {@link isSafeWidth}. */
	readonly isRisky: boolean;
};

/** What a terminal shows where nothing was written. */
export const blankCell: Cell = {text: ' ', width: 1, style: plainStyle};
/** The second half of a wide character. */
export const coveredCell: Cell = {text: '', width: 0, style: plainStyle};
/** A row where nothing was written. */
export const blankRow: FrameRow = {cells: [], source: '', isRisky: false};

/**
 * Splits one line of a frame into cells. Only SGR sequences count: Ink ends every style at the end of its line, and other
 * sequences have no place in a frame. What does not fit the screen is cut off.
 */
export function readFrameRow(source: string, columns: number, withColor: boolean): FrameRow {
	const cells: Cell[] = [];
	let codes: AnsiCode[] = [];
	let style = plainStyle;
	let isRisky = false;
	for (const token of tokenizeLine(source)) {
		if (token.type === 'ansi') {
			codes = reduceAnsiCodesIncremental(codes, [token]);
			style = styleOf(codes.filter(({code}) => isShown(code, withColor)));
			continue;
		}
		if (token.type === 'control') continue;
		// The last line of defence: the maker of the frame should have shown it as a symbol.
		const text = isControl(token.value) ? '\ufffd' : drawnGrapheme(token.value);
		const width = isAscii(text) ? 1 : Math.max(1, graphemeWidth(text));
		if (cells.length + width > columns) {
			// Half of a wide character cannot be shown: the cell stays empty, in the style of the row.
			while (cells.length < columns) cells.push({text: ' ', width: 1, style});
			break;
		}
		isRisky ||= !isSafeWidth(text, width);
		cells.push(text === ' ' && style === plainStyle ? blankCell : {text, width, style});
		for (let covered = 1; covered < width; covered += 1) cells.push(coveredCell);
	}
	while (cells.at(-1) === blankCell) cells.pop();
	return {cells, source, isRisky};
}

/** Whether the two cells look the same. */
export function isSameCell(a: Cell, b: Cell): boolean {
	return a === b || (a.text === b.text && a.style === b.style && a.width === b.width);
}

/**
 * Whether all terminals agree on the width: a single character that is no emoji and joins nothing. About flags, families,
 * skin tones, and scripts whose letters stack, old and new terminals disagree.
 */
export function isSafeWidth(text: string, width: number): boolean {
	if (isAscii(text)) return true;
	if (text.length !== 1) return false;
	if (width === 1) return !/^\p{M}/u.test(text);
	return /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffe6]$/.test(text);
}

function isAscii(text: string): boolean {
	return text.length === 1 && text >= ' ' && text <= '~';
}

function isControl(text: string): boolean {
	const code = text.charCodeAt(0);
	return code < 0x20 || (code >= 0x7f && code < 0xa0);
}

function isShown(code: string, withColor: boolean): boolean {
	return code.startsWith('\u001b[') && (withColor || !isColorCode(code));
}
