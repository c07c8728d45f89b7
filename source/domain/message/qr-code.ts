import {encode} from 'uqr';

/** The modules of a QR code, row by row, without the quiet zone around them; true is dark. */
export type QrCode = readonly (readonly boolean[])[];

/** Modules of light around a QR code on paper and on a white page: readers need four. */
export const quietZone = 4;

/** Bytes that the largest code for print holds: version 40 with level M. */
const mostBytes = 2331;

/** Whether a text can be a QR code of either kind. */
export function fitsQrCode(text: string): boolean {
	return text.isWellFormed() && new TextEncoder().encode(text).length <= mostBytes;
}

/**
 * The QR code of exactly this text, as UTF-8 (rules.md 5.0).
 *
 * @param use `print` may be scratched or badly lit: a seventh of it can be lost; `screen` is as small as the text allows
 * @returns undefined for a text that does not fit: see {@link fitsQrCode}
 */
export function makeQrCode(text: string, use: 'print' | 'screen'): QrCode | undefined {
	if (!fitsQrCode(text)) return undefined;
	return encode(text, {ecc: use === 'print' ? 'M' : 'L', boostEcc: true, border: 0}).data;
}
