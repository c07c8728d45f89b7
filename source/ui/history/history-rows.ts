import type {HistoryState} from '../../app/screens/history/history-state.ts';
import {
	countText,
	describeAuthor,
	describeCounts,
	describeOrigination,
	describeWay,
	nameAuthor,
} from '../../domain/describe-entry.ts';
import type {EntrySummary} from '../../domain/entry.ts';
import {formatLocalTime} from '../../domain/local-time.ts';
import {cutText, fitText, textWidth} from '../../terminal/text/text-width.ts';
import type {TableColumn} from '../parts/table.tsx';
import {signs} from '../theme.ts';

type Row = Readonly<Record<string, string>>;

/** Cells at the left of a table and between two of its columns. */
const padding = 1;
const gap = 2;
const usersWidth = 7;
/** From this width on, there is room for the machine that a person worked from, and for the longer words. */
const wide = 100;
/** Below this width the year goes. */
const narrow = 72;

/** The columns for a terminal of this width; what was done takes what is left. */
export function historyColumns(columns: number): readonly TableColumn[] {
	const others = [
		{key: 'on', header: ' ', width: 1},
		{key: 'when', header: 'When', width: columns < narrow ? 11 : 16},
		{key: 'who', header: 'Who', width: columns >= wide ? 24 : columns < narrow ? 8 : 10},
		{key: 'from', header: 'From', width: columns < wide ? 7 : 12},
	];
	const used = others.reduce((sum, {width}) => sum + width + gap, padding + gap + usersWidth);
	return [
		...others,
		{key: 'what', header: 'What', width: Math.max(8, columns - used - 1)},
		{key: 'users', header: fitText('Users', usersWidth, 'right'), width: usersWidth},
	];
}

/** One page of the list. */
export function historyRows(
	state: HistoryState,
	first: number,
	height: number,
	columns: number,
): readonly Row[] {
	return state.shown.slice(first, first + height).map((entry, offset) => {
		const when = formatLocalTime(entry.at, state.timeZone);
		return {
			on: first + offset === state.cursor ? signs.cursor : ' ',
			when: columns < narrow ? when.slice('2026-'.length) : when,
			who: columns >= wide ? describeAuthor(entry.author) : nameAuthor(entry.author),
			from:
				columns < wide && entry.origination.from === 'command-line'
					? 'command'
					: describeOrigination(entry.origination),
			what: entry.label,
			users: fitText(countText(entry), usersWidth, 'right'),
		};
	});
}

/** The change under the cursor: what it was in a line, and all that is known of it in the lines below. */
export function historyDetail(state: HistoryState, columns: number): readonly string[] {
	const entry = state.shown[state.cursor];
	if (entry === undefined) return [];
	return [cutText(entry.label, columns - 2), ...joinParts(aboutParts(state, entry), columns - 2)];
}

function aboutParts({timeZone}: HistoryState, entry: EntrySummary): readonly string[] {
	return [`Change ${entry.revision.toLocaleString('en-US')}`, ...entryParts(entry, timeZone)];
}

/** Time, person, count and way of a change. */
export function entryParts(entry: EntrySummary, timeZone: string): readonly string[] {
	return [
		formatLocalTime(entry.at, timeZone),
		describeAuthor(entry.author),
		describeCounts(entry.counts),
		describeWay(entry.origination),
	];
}

/** Short texts with dots between, as many in a line as it holds whole. */
export function joinParts(parts: readonly string[], width: number): readonly string[] {
	const lines: string[] = [];
	for (const part of parts) {
		const last = lines.at(-1);
		const joined = last === undefined ? part : `${last} · ${part}`;
		if (last !== undefined && textWidth(joined) <= width) lines[lines.length - 1] = joined;
		else lines.push(cutText(part, width));
	}
	return lines;
}
