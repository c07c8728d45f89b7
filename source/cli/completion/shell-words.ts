/** The words of a command line up to the caret, the last one apart, as far as it is typed. */
export type TypedLine = {
	readonly words: readonly string[];
	/** Without quotation marks and backslashes. */
	readonly current: string;
	/** As it is typed. */
	readonly raw: string;
	/** The quotation mark that is open at the caret. */
	readonly quote: '' | '"' | "'";
};

/** Takes a line apart as bash does; of what bash replaces nothing is looked at. */
export function splitLine(line: string): TypedLine {
	const words: string[] = [];
	let current = '';
	let quote: TypedLine['quote'] = '';
	let from = 0;
	let isWord = false;
	for (let place = 0; place < line.length; place += 1) {
		const letter = line[place] ?? '';
		if (quote === '' && /\s/.test(letter)) {
			if (isWord) words.push(current);
			current = '';
			isWord = false;
			from = place + 1;
			continue;
		}
		isWord = true;
		if (letter === quote) quote = '';
		else if (quote === '' && (letter === '"' || letter === "'")) quote = letter;
		else if (letter === '\\' && quote !== "'") {
			place += 1;
			current += line[place] ?? '';
		} else current += letter;
	}
	return {words, current, raw: line.slice(from), quote};
}

/**
 * A word as bash takes it for the one that is typed: quoted alike, and without the part before the last character at which bash
 * breaks words, as it keeps that.
 *
 * @param breaks the characters of COMP_WORDBREAKS
 */
export function quoteForBash(word: string, {raw, quote}: TypedLine, breaks: string): string {
	if (quote === "'") return word.replaceAll("'", "'\\''");
	if (quote === '"') return word.replaceAll(/["\\$`]/g, '\\$&');
	const quoted = word.replaceAll(/[^\p{L}\p{N}_./:=@%+,-]/gu, '\\$&');
	const kept = [...raw].findLastIndex((letter) => ':='.includes(letter) && breaks.includes(letter)) + 1;
	return quoted.startsWith(raw.slice(0, kept)) ? quoted.slice(kept) : quoted;
}
