import {graphemesOf, type TextFieldState} from '../../app/text-field-state.ts';
import {type ShownGrapheme, shownGraphemes} from '../../terminal/text/text-width.ts';

/** A text field as it is drawn: `before + caret + after` is `text`, exactly the width asked for. */
export type TextFieldView = {
	readonly text: string;
	/** Cell at which the caret stands, 0 to width − 1. */
	readonly caretColumn: number;
	readonly before: string;
	/** What is under the caret: a character, or the space after the last one; or a sign of its own. */
	readonly caret: string;
	readonly after: string;
};

/** One step of the caret, as it is shown: a control character is one step and up to eight cells. */
type Step = {readonly text: string; readonly width: number};

const ellipsis = '…';
/** Stands at the caret, before what would be under it, where nothing can be inverse. */
const caretSign = '_';
/** Below this width every cell is needed for the text: nothing marks a cut side. */
const narrowest = 4;

/**
 * The part of the field around the caret, in exactly `width` cells; `…` stands at a side that is cut off. Masked, each
 * character is a `•`. Plain, the caret is a sign of its own.
 */
export function viewTextField(
	state: TextFieldState,
	width: number,
	{masked = false, isPlain = false}: {readonly masked?: boolean; readonly isPlain?: boolean} = {},
): TextFieldView {
	const cells = Math.max(1, width);
	const shown = graphemesOf(state.text).map(masked ? maskedStep : shownStep);
	const caret = Math.min(Math.max(0, state.caret), shown.length);
	const steps = isPlain
		? shown.toSpliced(caret, 0, {text: caretSign, width: 1})
		: // The caret after the last character needs a cell too.
			[...shown, {text: ' ', width: 1}];
	const {start, end} = chooseWindow(steps, caret, cells);
	const marks = cells >= narrowest;
	const left = marks && start > 0 ? ellipsis : '';
	const right = marks && end < steps.length ? ellipsis : '';
	const before = left + textOf(steps.slice(start, caret));
	const caretColumn = left.length + widthOf(steps.slice(start, caret));
	const under = steps[caret] ?? {text: ' ', width: 1};
	// A field narrower than the character under the caret shows that the caret is there, and no more.
	const fits = caretColumn + under.width + right.length <= cells;
	const caretText = fits ? under.text : ' ';
	const ahead = textOf(steps.slice(caret + 1, end));
	const used = caretColumn + (fits ? under.width : 1) + widthOf(steps.slice(caret + 1, end)) + right.length;
	const after = ahead + ' '.repeat(Math.max(0, cells - used)) + right;
	return {text: before + caretText + after, caretColumn, before, caret: caretText, after};
}

/** First and last step to show: from the beginning while that shows the caret, then with the caret in the middle. */
function chooseWindow(steps: readonly Step[], caret: number, cells: number) {
	if (widthOf(steps) <= cells) return {start: 0, end: steps.length};
	const mark = cells >= narrowest ? 1 : 0;
	const own = steps[caret]?.width ?? 1;
	const ahead = widthOf(steps.slice(caret + 1));
	// About as much after the caret as before it; what is not needed there goes to the text before it.
	const wantedAhead = Math.min(ahead, Math.max(0, Math.floor((cells - 2) / 2)));
	let start = caret;
	let used = own + wantedAhead + (wantedAhead < ahead ? mark : 0);
	for (; start > 0; start -= 1) {
		const next = steps[start - 1]?.width ?? 1;
		if (used + next + (start > 1 ? mark : 0) > cells) break;
		used += next;
	}
	let end = caret + 1;
	let filled = (start > 0 ? mark : 0) + widthOf(steps.slice(start, end));
	for (; end < steps.length; end += 1) {
		const next = steps[end]?.width ?? 1;
		if (filled + next + (end + 1 < steps.length ? mark : 0) > cells) break;
		filled += next;
	}
	return {start, end};
}

function shownStep(grapheme: string): Step {
	const shown: readonly ShownGrapheme[] = shownGraphemes(grapheme);
	return {text: textOf(shown), width: widthOf(shown)};
}

function maskedStep(): Step {
	return {text: '•', width: 1};
}

function textOf(steps: readonly Step[]): string {
	return steps.map(({text}) => text).join('');
}

function widthOf(steps: readonly Step[]): number {
	return steps.reduce((sum, {width}) => sum + width, 0);
}
