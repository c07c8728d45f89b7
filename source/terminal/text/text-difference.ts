import {
	cutText,
	graphemesWidth,
	joinGraphemes,
	type ShownGrapheme,
	shownGraphemes,
	textWidth,
} from './text-width.ts';

type Graphemes = readonly ShownGrapheme[];

const arrow = ' → ';
const mark = '…';
/** UTF-16 units that are looked at: a value may have millions. */
const longest = 4000;

/**
 * A value before and after in at most `width` terminal cells: "…@old.example → …@new.example". Where there is no room for
 * both, first what they begin with and then what they end with in common is shortened, so that the part that differs is
 * seen. Nothing is named `empty`.
 */
export function cutDifference(before: string, after: string, width: number): string {
	const [old, now] = [shownGraphemes(before.slice(0, longest)), shownGraphemes(after.slice(0, longest))];
	const start = countCommon(old, now);
	const oldEnd = old.slice(start).reverse();
	const end = countCommon(oldEnd, now.slice(start).reverse());
	const room = width - textWidth(arrow);
	const over = graphemesWidth(old) + graphemesWidth(now) - room;
	// Where nothing else is left of one side, a character on each side of the gap says where it is.
	const kept = Math.min(old.length, now.length) === start + end ? 1 : 0;
	const atStart = countDropped(old.slice(0, Math.max(0, start - kept)), over);
	const atEnd = countDropped(oldEnd.slice(0, Math.max(0, end - kept)), over - atStart.saved);
	const oldText = nameSide(old, atStart.dropped, atEnd.dropped);
	const nowText = nameSide(now, atStart.dropped, atEnd.dropped);
	const shown = cutText(oldText, Math.max(Math.floor(room / 2), room - textWidth(nowText)));
	return cutText(`${shown}${arrow}${cutText(nowText, room - textWidth(shown))}`, width);
}

/** How many graphemes both begin with. */
function countCommon(a: Graphemes, b: Graphemes): number {
	const differs = a.findIndex((grapheme, index) => grapheme.text !== b[index]?.text);
	return differs === -1 ? a.length : differs;
}

/**
 * How many of the graphemes that both sides have give way to a mark, the first ones first.
 *
 * @param over cells that are too many, of both sides
 */
function countDropped(common: Graphemes, over: number): {readonly dropped: number; readonly saved: number} {
	let dropped = 0;
	let width = 0;
	while (dropped < common.length && 2 * (width - 1) < over) {
		width += common[dropped]?.width ?? 0;
		dropped += 1;
	}
	return over > 0 && width > 1 ? {dropped, saved: 2 * (width - 1)} : {dropped: 0, saved: 0};
}

function nameSide(side: Graphemes, atStart: number, atEnd: number): string {
	const kept = joinGraphemes(side.slice(atStart, side.length - atEnd));
	return side.length === 0 ? 'empty' : `${atStart > 0 ? mark : ''}${kept}${atEnd > 0 ? mark : ''}`;
}
