import {decodeWindows1252} from '../decode-windows-1252.ts';

/** An encoding with one byte for each character, the lower half of which is ASCII. */
export type CodePage = {
	/** As people know it: "Mac Roman". */
	readonly name: string;
	/** What the bytes from 0x80 on mean. */
	readonly high: string;
	/** The bytes of the characters that are not ASCII. */
	readonly bytes: ReadonlyMap<string, number>;
};

const highBytes = Uint8Array.from({length: 128}, (_, index) => 128 + index);

/** The code pages of DOS, which no standard for decoders knows. */
const dos850 =
	'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
const dos437 =
	'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** Every code page in which files come, or as which they are read by mistake; made when the first text has more than ASCII. */
export const makeCodePages = () =>
	({
		western: makePage('Windows-1252', decodeWindows1252(highBytes)),
		mac: decodePage('Mac Roman', 'macintosh'),
		dos850: makePage('DOS 850', dos850),
		dos437: makePage('DOS 437', dos437),
		central: decodePage('Windows-1250', 'windows-1250'),
		latin2: decodePage('ISO 8859-2', 'iso-8859-2'),
		cyrillic: decodePage('Windows-1251', 'windows-1251'),
		dos866: decodePage('DOS 866', 'ibm866'),
		koi8: decodePage('KOI8-R', 'koi8-r'),
		greek: decodePage('Windows-1253', 'windows-1253'),
		turkish: decodePage('Windows-1254', 'windows-1254'),
		baltic: decodePage('Windows-1257', 'windows-1257'),
	}) as const;

function decodePage(name: string, label: string): CodePage {
	return makePage(name, new TextDecoder(label).decode(highBytes));
}

/** The control characters of Latin-1 are bytes of every page, as many programs read a byte that means nothing to them so. */
function makePage(name: string, high: string): CodePage {
	const controls = Array.from(
		{length: 32},
		(_, index) => [String.fromCharCode(128 + index), 128 + index] as const,
	);
	const letters = [...high].map((letter, index) => [letter, 128 + index] as const);
	return {name, high, bytes: new Map([...controls, ...letters])};
}

/** The bytes of a text in a code page, or undefined where it has a character that the page has not. */
export function encodeText(text: string, page: CodePage): readonly number[] | undefined {
	const bytes: number[] = [];
	for (const letter of text) {
		const code = letter.charCodeAt(0);
		const byte = code < 0x80 ? code : page.bytes.get(letter);
		if (byte === undefined) return undefined;
		bytes.push(byte);
	}
	return bytes;
}

/** The text that bytes are in a code page. */
export function decodeBytes(bytes: readonly number[], page: CodePage): string {
	return bytes
		.map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : (page.high[byte - 128] ?? '')))
		.join('');
}
