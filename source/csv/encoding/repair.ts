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
export type Repairs = {readonly pages: readonly Repair[]; readonly utf8: readonly Repair[]};

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

/** Sequences of UTF-8, written with a character for each byte. */
const sequences =
	/[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/g;

function rereadUtf8(wrong: CodePage): Repair {
	const decoder = new TextDecoder('utf-8', {ignoreBOM: true});
	const reread = (text: string): string => {
		const letters = [...text];
		// A character that the page has not stays as it is, as a place that no sequence reaches over.
		const bytes = letters.map(
			(letter) => wrong.bytes.get(letter) ?? (letter <= '\x7f' ? letter.charCodeAt(0) : 0),
		);
		const written = String.fromCharCode(...bytes);
		let result = '';
		let end = 0;
		for (const {0: sequence, index} of written.matchAll(sequences)) {
			result += letters.slice(end, index).join('');
			result += decoder.decode(Uint8Array.from(bytes.slice(index, index + sequence.length)));
			end = index + sequence.length;
		}
		return result + letters.slice(end).join('');
	};
	return {
		right: 'UTF-8',
		wrong: wrong.name,
		repair(text) {
			const result = reread(text);
			return result === text || result.includes('\ufffd') ? undefined : result;
		},
	};
}
