import type {QrCode} from './qr-code.ts';

/** Modules of light around a QR code in a terminal: two are enough for the cameras of phones, and rows are few. */
const terminalQuietZone = 2;

/**
 * A QR code as lines of text.
 *
 * - `blocks`: half blocks, two rows of modules in a line; what is dark is drawn, for dark text on a light background.
 * - `light-blocks`: the same with what is light drawn, for a terminal without colours that is dark.
 * - `ascii`: two letters for a module, as `light-blocks`.
 */
export function drawQrCode(code: QrCode, way: 'blocks' | 'light-blocks' | 'ascii'): readonly string[] {
	const size = code.length + 2 * terminalQuietZone;
	const isDrawn = (row: number, column: number): boolean => {
		if (row >= size) return false;
		const isDark = code[row - terminalQuietZone]?.[column - terminalQuietZone] ?? false;
		return isDark === (way === 'blocks');
	};
	const columns = Array.from({length: size}, (_, column) => column);
	if (way === 'ascii') {
		return columns.map((row) => columns.map((column) => (isDrawn(row, column) ? '##' : '  ')).join(''));
	}
	return Array.from({length: Math.ceil(size / 2)}, (_, line) =>
		columns.map((column) => halfBlock(isDrawn(2 * line, column), isDrawn(2 * line + 1, column))).join(''),
	);
}

function halfBlock(upper: boolean, lower: boolean): string {
	if (upper) return lower ? '█' : '▀';
	return lower ? '▄' : ' ';
}
