/** What Windows-1252 has from 0x80 to 0x9f, where Latin-1 has control characters; a byte that means nothing there is itself. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Reads bytes as Windows-1252, as Western European Excel writes them.
 *
 * Several Node versions decode it as Latin-1, and lose the euro sign and the typographic quotes: those are put right here.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
	return new TextDecoder('windows-1252')
		.decode(bytes)
		.replace(/[\u0080-\u009f]/g, (control) => high[control.charCodeAt(0) - 0x80] ?? control);
}
