import {Text} from 'ink';
import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import {countHiddenMarks} from '../../app/table/mark-rows.ts';
import {describeRange} from '../../app/table/scope.ts';
import type {Table} from '../../app/table/table.ts';
import {drawnColumns, hiddenAtRight} from '../../app/table/table-layout.ts';
import {sortNames} from '../../app/table/turn-sort.ts';
import {count} from '../../domain/problem.ts';
import {cutText, textWidth} from '../../terminal/text/text-width.ts';
import {theme} from '../theme.ts';

/** Something that the first line says; where there is no room, those of the highest rank go first. */
type Part = {
	readonly text: string;
	readonly rank: number;
	readonly style?: object;
	/** Whether the text may be cut. */
	readonly isLong?: boolean;
};

/** The rank of what an action would be for, of what rows are found by, and of what is only good to know. */
const [scopeRank, filterRank, aboutRank] = [1, 2, 6];
/** From this width on, it is said that a range does not count beside marks. */
const roomy = 100;
/** Cells of a filter that are always shown. */
const leastFilter = 8;

const separator = ' · ';

/** The first line of a list: where the cursor is, which rows are shown, and what lies beyond the right edge. */
export function FirstLine({
	model,
	table,
	name = '',
	about,
}: {
	readonly model: Model;
	readonly table: Table;
	/** What the list is called, where the rows do not say it. */
	readonly name?: string;
	/** What else there is to say of it, where there is room. */
	readonly about: readonly string[];
}): ReactElement {
	const {columns} = model.size;
	const {left, right} = fitParts(partsOf(model, table, name, about), edgesOf(table), columns - 2);
	const used = left.reduce((sum, {text}) => sum + textWidth(text) + separator.length, -separator.length);
	const free = columns - 2 - used - textWidth(right);
	return (
		<Text wrap="truncate">
			{' '}
			{left.map(({text, style}, index) => (
				<Text key={text} {...style}>
					{(index === 0 ? '' : separator) + text}
				</Text>
			))}
			{' '.repeat(Math.max(0, free))}
			<Text {...theme.quiet}>{right}</Text>
		</Text>
	);
}

function partsOf(model: Model, table: Table, name: string, about: readonly string[]): readonly Part[] {
	const {kind, state, size} = table;
	const {rows, cursor, filter, arranging, marks, anchor} = state;
	const all = table.rowCount;
	const {one, many} = kind.noun;
	const none = all === 0 ? count(0, one, many) : `0 of ${number(all)} shown`;
	const last = number(rows.length);
	// As wide as on the last row: what is behind it does not move with the cursor.
	const place = `Row ${number(cursor.row + 1)} of ${last}`.padEnd(`Row ${last} of ${last}`.length);
	const hidden = countHiddenMarks(state);
	const sorted = sortNames(table, state.sort);
	const range = describeRange(table) ?? '';
	const besides = `${hidden === 0 ? '' : `, ${number(hidden)} hidden`}${range === '' || size.columns < roomy ? '' : ' (not the range)'}`;
	const work = arranging && (arranging.filter === filter ? 'sorting …' : 'looking …');
	const parts: readonly Part[] = [
		{text: name, rank: 0, style: theme.title},
		{text: rows.length === 0 ? none : place, rank: 0},
		{text: work ?? '', rank: 0, style: theme.warning},
		{
			text: range !== '' && anchor?.isOpen === true ? `Extending: ${range}` : range,
			rank: marks.size > 0 ? 3 : scopeRank,
		},
		{text: rows.length === all || rows.length === 0 ? '' : `${number(all)} in all`, rank: 5},
		{
			text: filter === '' ? '' : cutText(`/${filter}`, size.columns),
			rank: filterRank,
			style: theme.warning,
			isLong: true,
		},
		{
			text: marks.size === 0 ? '' : `${number(marks.size)} marked${besides}`,
			rank: scopeRank,
			style: theme.marked,
		},
		{text: sorted === '' ? '' : `by ${sorted}`, rank: 4},
		{text: model.revealed ? 'PINs SHOWN' : '', rank: 0, style: theme.warning},
		...about.map((text) => ({text, rank: aboutRank})),
	];
	return parts.filter(({text}) => text !== '');
}

/** How many columns are hidden, and how many lie beyond the right edge: in words, and shorter. */
function edgesOf(table: Table): readonly string[] {
	const {columns, state, size, arranged} = table;
	const beyond = hiddenAtRight(table, drawnColumns(columns, size.columns, state.left));
	// Of a list without rows nothing is hidden that one could miss.
	const hidden = table.rowCount === 0 ? 0 : (arranged?.all ?? columns).length - columns.length;
	if (beyond === 0) return hidden === 0 ? [''] : [`${count(hidden, 'column')} hidden`, `${hidden} hidden`];
	if (hidden === 0) return [`${count(beyond, 'column')} ›`, `${beyond} ›`];
	return [`${hidden} hidden, ${count(beyond, 'column')} ›`, `${beyond} ›`];
}

/**
 * As much as there is room for: what is only good to know goes first, then the words at the right, then one part after the other;
 * a filter is cut before any of what is left goes.
 */
function fitParts(
	parts: readonly Part[],
	[right = '', ...shorter]: readonly string[],
	room: number,
): {readonly left: readonly Part[]; readonly right: string} {
	const edge = right === '' ? 0 : textWidth(right) + 2;
	const width = parts.reduce((sum, {text}) => sum + textWidth(text) + separator.length, -separator.length);
	const lacking = width + edge - room;
	if (lacking <= 0) return {left: parts, right};
	const last = parts.reduce((most, {rank}) => Math.max(most, rank), 0);
	if (shorter.length > 0 && last < aboutRank) return fitParts(parts, shorter, room);
	const long = parts.findIndex(({isLong}) => isLong === true);
	const text = parts[long]?.text ?? '';
	if (last <= filterRank && textWidth(text) > leastFilter) {
		const shown = cutText(text, Math.max(leastFilter, textWidth(text) - lacking));
		return fitParts(parts.with(long, {text: shown, rank: filterRank, style: theme.warning}), [right], room);
	}
	if (last === 0) return {left: parts, right: ''};
	const dropped = parts.findLastIndex(({rank}) => rank === last);
	return fitParts(parts.toSpliced(dropped, 1), [right, ...shorter], room);
}

function number(amount: number): string {
	return amount.toLocaleString('en-US');
}
