import {encode} from 'uqr';

/** The modules of a QR code, row by row, without the quiet zone around them; true is dark. */
export type QrCode = readonly (readonly boolean[])[];

/** Modules of light around a QR code on paper and on a white page: readers need four. */
export const quietZone = 4;

/**
 * The QR code of exactly this text, as UTF-8 (rules.md 5.0).
 *
 * @param use `print` may be scratched or badly lit: a seventh of it can be lost; `screen` is as small as the text allows
 * @returns undefined for a text that is too long for a QR code, or that is no Unicode text
 */
export function makeQrCode(text: string, use: 'print' | 'screen'): QrCode | undefined {
	try {
		return encode(text, {ecc: use === 'print' ? 'M' : 'L', boostEcc: true, border: 0}).data;
	} catch {
		return undefined;
	}
}
