/** A text being edited, and where the caret stands in it. */
export type TextFieldState = {
	readonly text: string;
	/** Graphemes before the caret: 0 is before the first, the number of graphemes after the last. */
	readonly caret: number;
};

/** What a key can do to a text field, beside typing. */
export type TextEdit =
	| 'left'
	| 'right'
	| 'word-left'
	| 'word-right'
	| 'home'
	| 'end'
	| 'delete-left'
	| 'delete-right'
	| 'delete-word-left'
	| 'delete-to-start'
	| 'delete-to-end';

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** A field holding the text, with the caret at its end. */
export function textField(text: string): TextFieldState {
	return {text, caret: graphemesOf(text).length};
}

/** The user-perceived characters of a text: the unit of every caret and every deletion. */
export function graphemesOf(text: string): readonly string[] {
	return Array.from(segmenter.segment(text), ({segment}) => segment);
}

/** The field after typing or pasting at the caret. */
export function insertText(state: TextFieldState, text: string): TextFieldState {
	if (text === '') return state;
	const {before, after} = split(state);
	return at(before.join('') + text, after.join(''));
}

/** The field after the edit; the very same state where there is nothing to do. */
export function editText(state: TextFieldState, edit: TextEdit): TextFieldState {
	const {before, after} = split(state);
	switch (edit) {
		case 'left':
			return move(state, before.length - 1, before, after);
		case 'right':
			return move(state, before.length + 1, before, after);
		case 'word-left':
			return move(state, wordStart(before), before, after);
		case 'word-right':
			return move(state, before.length + wordEnd(after), before, after);
		case 'home':
			return move(state, 0, before, after);
		case 'end':
			return move(state, before.length + after.length, before, after);
		case 'delete-left':
			return keep(state, before.slice(0, -1), before, after, after);
		case 'delete-right':
			return keep(state, before, before, after.slice(1), after);
		case 'delete-word-left':
			return keep(state, before.slice(0, wordStart(before)), before, after, after);
		case 'delete-to-start':
			return keep(state, [], before, after, after);
		case 'delete-to-end':
			return keep(state, before, before, [], after);
	}
}

/** A pasted text for a field of one line: lines joined with a space, tabs as spaces, no white space around it. */
export function oneLine(text: string): string {
	return text
		.replace(/[^\S\r\n]*[\r\n\v\f\u0085\u2028\u2029]+\s*/g, ' ')
		.replaceAll('\t', ' ')
		.trim();
}

function split(state: TextFieldState) {
	const graphemes = graphemesOf(state.text);
	const caret = Math.min(Math.max(0, state.caret), graphemes.length);
	return {before: graphemes.slice(0, caret), after: graphemes.slice(caret)};
}

function move(state: TextFieldState, caret: number, before: readonly string[], after: readonly string[]) {
	const inRange = Math.min(Math.max(0, caret), before.length + after.length);
	return inRange === state.caret ? state : {text: state.text, caret: inRange};
}

function keep(
	state: TextFieldState,
	keptBefore: readonly string[],
	before: readonly string[],
	keptAfter: readonly string[],
	after: readonly string[],
): TextFieldState {
	const same = keptBefore.length === before.length && keptAfter.length === after.length;
	return same ? state : at(keptBefore.join(''), keptAfter.join(''));
}

/** Counted in the joined text, because its two sides can meet in one grapheme: a letter and the accent after it. */
function at(before: string, after: string): TextFieldState {
	const text = before + after;
	let caret = 0;
	for (const {index} of segmenter.segment(text)) {
		if (index >= before.length) break;
		caret += 1;
	}
	return {text, caret};
}

function wordStart(before: readonly string[]): number {
	let index = before.length;
	while (index > 0 && !isWord(before[index - 1])) index -= 1;
	while (index > 0 && isWord(before[index - 1])) index -= 1;
	return index;
}

function wordEnd(after: readonly string[]): number {
	let index = 0;
	while (index < after.length && !isWord(after[index])) index += 1;
	while (index < after.length && isWord(after[index])) index += 1;
	return index;
}

function isWord(grapheme: string | undefined): boolean {
	return grapheme !== undefined && /^[\p{L}\p{N}\p{M}_]/u.test(grapheme);
}
