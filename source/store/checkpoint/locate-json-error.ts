const token =
	/[{}[\],:]|"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null/y;
const space = /[ \t\r\n]*/y;

/** What may come next: a value, a key of an object, and so on. */
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end';

/**
 * Where a text stops being JSON: line and column from 1. `JSON.parse` says so only for some errors, and quotes the text
 * while it does, which may be a password.
 */
export function locateJsonError(text: string): {readonly line: number; readonly column: number} {
	const before = text.slice(0, findError(text));
	return {line: before.split('\n').length, column: before.length - before.lastIndexOf('\n')};
}

function findError(text: string): number {
	const open: string[] = [];
	let expected: Expected = 'value';
	let position = 0;
	for (;;) {
		position = matchAt(space, text, position)?.end ?? position;
		const found = matchAt(token, text, position);
		const next: Expected | undefined =
			found === undefined ? undefined : expectAfter(found.text, expected, open);
		if (found === undefined || next === undefined) return position;
		expected = next;
		position = found.end;
	}
}

/** What may follow a token, or undefined where the token is wrong. Opens and closes brackets on the way. */
function expectAfter(found: string, expected: Expected, open: string[]): Expected | undefined {
	const inside = open.at(-1);
	if (expected === ':') return found === ':' ? 'value' : undefined;
	if (expected === ', or end' && found === ',' && inside !== undefined)
		return inside === '{' ? 'key' : 'value';
	const mayClose = inside === '{' ? ['key or }', ', or end'] : ['value or ]', ', or end'];
	if (found === '}' || found === ']') {
		if (inside !== (found === '}' ? '{' : '[') || !mayClose.includes(expected)) return undefined;
		open.pop();
		return ', or end';
	}
	if (expected === 'key' || expected === 'key or }') return found.startsWith('"') ? ':' : undefined;
	if (expected === ', or end' || found === ',' || found === ':') return undefined;
	if (found !== '{' && found !== '[') return ', or end';
	open.push(found);
	return found === '{' ? 'key or }' : 'value or ]';
}

function matchAt(
	pattern: RegExp,
	text: string,
	from: number,
): {readonly text: string; readonly end: number} | undefined {
	pattern.lastIndex = from;
	const found = pattern.exec(text)?.[0];
	return found === undefined ? undefined : {text: found, end: from + found.length};
}
