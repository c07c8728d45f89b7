import {type Token, tokenize} from '@alcalzone/ansi-tokenize';

/** SGR sequences, and characters of one cell that join nothing: ASCII, Latin letters, dashes, `…`, box drawing. */
const simpleLine =
	/^(?:[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u2013-\u2026\u2190-\u2193\u2500-\u257f]|\u001b\[[\d;]*m)*$/;
const simplePart = /\u001b\[[\d;]*m|[^\u001b]/g;

/** Most characters and sequences come again and again: the same token stands for each of them. */
const tokens = new Map<string, readonly Token[]>();
const tokensLimit = 4096;

/** The characters and style changes of a line; several times faster than the library for the lines that most are. */
export function tokenizeLine(line: string): readonly Token[] {
	if (!simpleLine.test(line)) return tokenize(line);
	return (line.match(simplePart) ?? []).flatMap(tokensOf);
}

function tokensOf(part: string): readonly Token[] {
	const known = tokens.get(part);
	if (known !== undefined) return known;
	const read = tokenize(part);
	if (tokens.size >= tokensLimit) tokens.clear();
	tokens.set(part, read);
	return read;
}
