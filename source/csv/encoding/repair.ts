import {type CodePage, decodeBytes, encodeText, makeCodePages} from './code-page.ts';

/** A mistake in reading, and how to take it back. */
export type Repair = {
	/** As people know it: the encoding that the text has, and the one as which it was read. */
	readonly right: string;
	readonly wrong: string;
	/** The text as it was, or undefined where this mistake cannot have made it. */
	readonly repair: (text: string) => string | undefined;
};

/** Text of one code page that was read as another one: told from right text by its letters only. */
type Repairs = {readonly pages: readonly Repair[]; readonly utf8: readonly Repair[]};

let known: Repairs | undefined;

/** Every mistake that is looked for, the likeliest first. */
export function listRepairs(): Repairs {
	if (known !== undefined) return known;
	const pages = makeCodePages();
	const {western, mac, dos850, dos437, central, cyrillic, turkish} = pages;
	const others = Object.values(pages).filter((page) => page !== western);
	known = {
		pages: [
			...others.map((page) => rereadPage(western, page)),
			...[mac, dos850, dos437, central, cyrillic].map((page) => rereadPage(page, western)),
		],
		utf8: [western, mac, dos850, dos437, central, cyrillic, turkish].map(rereadUtf8),
	};
	return known;
}

function rereadPage(wrong: CodePage, right: CodePage): Repair {
	return {
		right: right.name,
		wrong: wrong.name,
		repair(text) {
			const bytes = encodeText(text, wrong);
			const reread = bytes === undefined ? text : decodeBytes(bytes, right);
			return reread === text ? undefined : reread;
		},
	};
}

function rereadUtf8(wrong: CodePage): Repair {
	const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
	const known = new Map<string, string>();
	const decode = (sequence: string): string => {
		const before = known.get(sequence);
		if (before !== undefined) return before;
		const decoded = decoder.decode(Uint8Array.from(encodeText(sequence, wrong) ?? []));
		if (known.size >= mostKnown) known.clear();
		known.set(sequence, decoded);
		return decoded;
	};
	const sequences = findSequences(wrong);
	return {
		right: 'UTF-8',
		wrong: wrong.name,
		repair(text) {
			const result = text.replaceAll(sequences, decode);
			return result === text || result.includes('\ufffd') ? undefined : result;
		},
	};
}

const mostKnown = 5000;

/** Sequences of UTF-8 that were read as the letters of a page. */
function findSequences({bytes}: CodePage): RegExp {
	const letters = (from: number, to: number): string => {
		const found = [...bytes].filter(([, byte]) => byte >= from && byte <= to);
		return `[${found.map(([letter]) => letter).join('')}]`;
	};
	const next = letters(0x80, 0xbf);
	return new RegExp(
		`${letters(0xc2, 0xdf)}${next}|${letters(0xe0, 0xef)}${next}{2}|${letters(0xf0, 0xf4)}${next}{3}`,
		'g',
	);
}
