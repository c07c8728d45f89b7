import {leastPaste} from './paste-collector.ts';

/** Milliseconds in which nothing comes, after which a paste without marks is over: between its pieces a slow line takes less. */
export const burstPatience = 250;

/** Other control characters than those between cells and lines: a terminal pastes none of them, and sends keys with them. */
const keys = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;
const separators = /[\t\r\n]+/;

/**
 * Whether bytes that were read at once are pasted, where no mark says so (the Linux console, older terminals, programs in
 * between that know no marks). All of these have to be so, and else they are keys that were typed ahead:
 *
 * - At least 64 bytes. A person would have typed them for over six seconds without seeing any of it. Time itself tells nothing:
 *   after a stall a line brings all keys at once. But what a terminal pastes it sends at once, and SSH carries that in
 *   one packet, which also a slow line hands over whole.
 * - Only text, tabs and line ends: no arrow, Esc, Backspace or Ctrl and a letter among them.
 * - Three or more texts with tabs or line ends between them, on two lines at least, as cells of a sheet are pasted. A long
 *   name with Enter, or with Enter and a key for the next screen, is typed.
 */
export function looksPasted(bytes: Buffer): boolean {
	if (bytes.length < leastPaste) return false;
	const text = bytes.toString('latin1').trim();
	return !keys.test(text) && /[\r\n]/.test(text) && text.split(separators, 3).length === 3;
}

/** Whether bytes may be the rest of a paste without marks. */
export function mayBePasted(bytes: Buffer): boolean {
	return !keys.test(bytes.toString('latin1'));
}
