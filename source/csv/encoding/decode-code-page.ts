import {decodeWindows1252} from '../decode-windows-1252.ts';
import type {Encoding} from '../import-plan.ts';
import {type CodePage, makeCodePages} from './code-page.ts';

type Pages = ReturnType<typeof makeCodePages>;

const pageKeys = {
	'windows-1252': 'western',
	'dos-850': 'dos850',
	'dos-437': 'dos437',
	'mac-roman': 'mac',
	'windows-1250': 'central',
	'windows-1251': 'cyrillic',
	'windows-1254': 'turkish',
} as const satisfies Readonly<Partial<Record<Encoding, keyof Pages>>>;

/** Encodings with one byte for each character. */
export type CodePageName = keyof typeof pageKeys;

/** Makes what reads bytes as text of a code page. A page is looked up by what Windows-1252 makes of its bytes, one character of each. */
export function codePageReader(name: CodePageName): (bytes: Uint8Array) => string {
	if (name === 'windows-1252') return decodeWindows1252;
	const pages = makeCodePages();
	const {western} = pages;
	const page: CodePage = pages[pageKeys[name]];
	return (bytes) =>
		decodeWindows1252(bytes).replaceAll(
			/[^\0-\x7f]/g,
			(letter) => page.high[(western.bytes.get(letter) ?? 128) - 128] ?? letter,
		);
}
