/** What stands for an SGR, a bell or a right-to-left override when a value is shown: data is never terminal control. */
const unsafe =
	/[\p{Default_Ignorable_Code_Point}\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2800\ufff9-\ufffb\u{16fe4}\u{1d159}\u{e0000}-\u{e0fff}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/u;
const unsafeEverywhere = new RegExp(unsafe.source, 'gu');
const zeroWidthJoiner = '\u200d';

/**
 * The text with every character that a terminal could act on, or that a reader could not see, as a visible symbol:
 * `␛` for ESC, `␍` for CR, `‹U+202E›` for a bidi override. Only for showing: what is kept stays as it is.
 */
export function visibleText(text: string): string {
	return unsafe.test(text) ? text.replace(unsafeEverywhere, visibleCharacter) : text;
}

/** Whether the text holds a character that {@link visibleText} would replace. */
export function hasUnsafeCharacters(text: string): boolean {
	return unsafe.test(text) && visibleText(text) !== text;
}

/** The text without the characters that {@link visibleText} would replace, and with one blank for line breaks and TABs between others. */
export function removeUnsafeCharacters(text: string): string {
	const inLine = text.replaceAll(/\s*[\t\n\r\u2028\u2029]\s*/g, ' ');
	const removeUnsafe = (character: string, offset: number): string =>
		visibleCharacter(character, offset, inLine) === character ? character : '';
	return trimUnseen(inLine.replace(unsafeEverywhere, removeUnsafe));
}

function visibleCharacter(character: string, offset: number, whole: string): string {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x20) return String.fromCodePoint(0x24_00 + code);
	if (code === 0x7f) return '\u2421';
	if (character === zeroWidthJoiner && joinsPictures(whole, offset)) return character;
	if (selectsForm(character, whole, offset)) return character;
	return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
}

/** A selector that changes how its character looks is part of it: a coloured picture, or a form of a Han letter in a name. */
function selectsForm(character: string, text: string, offset: number): boolean {
	const before = text.slice(Math.max(0, offset - 2), offset);
	if (character === '\ufe0e' || character === '\ufe0f') return /\p{Extended_Pictographic}$/u.test(before);
	return /^[\u{e0100}-\u{e01ef}]$/u.test(character) && /\p{Unified_Ideograph}$/u.test(before);
}

/** A zero-width joiner inside an emoji is part of one picture; anywhere else it hides something. */
function joinsPictures(text: string, offset: number): boolean {
	return (
		/\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?$/u.test(
			text.slice(Math.max(0, offset - 6), offset),
		) && /^\p{Extended_Pictographic}/u.test(text.slice(offset + 1, offset + 3))
	);
}

/** White space, and what has no looks of its own: a soft hyphen, a zero-width space, a byte order mark, a mark of direction; for a class of a pattern. */
export const unseenCharacters =
	'\\s\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufeff\\uffa0';
const unseen = new RegExp(`[${unseenCharacters}]`, 'u');
/** Every character below this one that is trimmed is white space. */
const firstUnseen = 0xad;

/** The text without white space and invisible characters around it, as a copied phone number has them. */
export function trimUnseen(text: string): string {
	const trimmed = text.trim();
	let end = trimmed.length;
	if (trimmed.charCodeAt(0) < firstUnseen && trimmed.charCodeAt(end - 1) < firstUnseen) return trimmed;
	let start = 0;
	while (start < end && unseen.test(trimmed.charAt(start))) start += 1;
	while (end > start && unseen.test(trimmed.charAt(end - 1))) end -= 1;
	return trimmed.slice(start, end);
}
