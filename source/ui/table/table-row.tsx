import {Text} from 'ink';
import {memo, type ReactElement, type ReactNode, useContext} from 'react';
import type {Cell, OpenCell, TableKind} from '../../app/table/table.ts';
import {type DrawnColumn, gutterWidth} from '../../app/table/table-layout.ts';
import {fitText, textWidth, wrapText} from '../../terminal/text/text-width.ts';
import {CaretText} from '../parts/caret-text.tsx';
import {PlainTerminal} from '../parts/plain-terminal.ts';
import {signs, theme, toneStyles} from '../theme.ts';

/** Whether a line is so long that the eye needs the row and the column of the cursor told once more, at their ends. */
export function isWide(lineWidth: number): boolean {
	return lineWidth >= 160;
}

/** Terminal cells of a line that are drawn as under the cursor, at most. */
const mostUnderCursor = 16;

type Props = {
	readonly kind: TableKind<unknown, unknown>;
	readonly row: unknown;
	readonly context: unknown;
	readonly columns: readonly DrawnColumn[];
	readonly isMarked: boolean;
	readonly isWrong: boolean;
	/** Place of the column with the cursor, or `row` for all of them, if the cursor is in this row. */
	readonly cursor?: number | 'row' | undefined;
	/** Places of the first and the last column of the range, if the row is in it. */
	readonly rangeStart?: number | undefined;
	readonly rangeEnd?: number | undefined;
	/** Terminal cells of the whole line. */
	readonly lineWidth: number;
	/** What is being typed into the cell under the cursor. */
	readonly editing?: OpenCell | undefined;
};

/** One row of any list as one line. Drawn again only when something of this line has changed. */
export const TableRow = memo(function TableRow(props: Props): ReactElement {
	const {
		kind,
		row,
		context,
		columns,
		isMarked,
		isWrong,
		cursor,
		rangeStart,
		rangeEnd = -1,
		lineWidth,
		editing,
	} = props;
	const isPlain = useContext(PlainTerminal);
	const sign = isMarked ? signs.marked : isWrong ? signs.problem : (kind.signOf?.(row, context) ?? ' ');
	const place = cursor !== undefined ? signs.cursor : rangeStart === undefined ? ' ' : signs.range;
	const parts: ReactNode[] = [`${place}${sign}`];
	let wasInRange = false;
	let tone: Cell['tone'];
	let end = gutterWidth;
	for (const {key, index, start, width, align = 'left'} of columns) {
		// What is typed goes over what is beside it, where its column is too narrow.
		if (start < end) continue;
		const isNumber = index === 0 && cursor !== undefined && isWide(lineWidth);
		const isOn = index === cursor || isNumber || (cursor === 'row' && index === 0);
		const isInRange = rangeStart !== undefined && index >= rangeStart && index <= rangeEnd;
		const cell: Cell = kind.cellOf?.(row, key, context, width) ?? {text: kind.valueOf(row, key, context)};
		// Where nothing can be inverse, brackets stand around what the cursor is on.
		const [open, close] = isPlain && index === cursor ? ['[', ']'] : ['', ''];
		const room = width - open.length - close.length;
		const text = fitText(cell.text, room, align);
		const toneStyle = cell.tone === undefined ? {} : toneStyles[cell.tone];
		const style = {
			...(isInRange ? (isOn ? theme.rangeCursor : theme.range) : isOn ? theme.cursor : {}),
			// Of a line its first words only, which inverse says enough of.
			...(cursor === 'row' && isOn ? {} : toneStyle),
		};
		// Between columns only: a space after the last one would be a cell too many.
		if (parts.length > 1) {
			const gapSign = isPlain && (isInRange || wasInRange) ? signs.range : ' ';
			const gap = gapSign.padEnd(start - end).slice(0, start - end);
			const gapStyle = isInRange && wasInRange ? theme.range : tone === cell.tone ? toneStyle : {};
			parts.push(isUnstyled(gapStyle) ? gap : styled(`${key} gap`, gapStyle, gap));
		}
		wasInRange = isInRange;
		tone = cell.tone;
		if (index === cursor && editing !== undefined) {
			const typed = textWidth(editing.field.text) + 2;
			const editorWidth = Math.max(room, Math.min(typed, lineWidth - start - open.length - close.length));
			parts.push(
				open,
				<CaretText key={key} field={editing.field} width={editorWidth} masked={editing.masked} />,
				close,
			);
			end = start + editorWidth + open.length + close.length;
		} else {
			const shown = open + text + close;
			end = start + width;
			const isVisible = isOn || isInRange || text.trim() !== '';
			const name = cursor === 'row' && isOn ? firstWords(shown) : shown;
			parts.push(isVisible && !isUnstyled(style) ? styled(key, style, name) : name);
			if (name !== shown) parts.push(styled(`${key} rest`, toneStyle, shown.slice(name.length)));
		}
	}
	return (
		<Text wrap="truncate" {...(isMarked ? theme.marked : {})}>
			{parts}
		</Text>
	);
});

/** What of a line is drawn as under the cursor: whole words, so few that a move costs few bytes. */
function firstWords(text: string): string {
	const [first = ''] = wrapText(text.trimEnd(), mostUnderCursor);
	return text.startsWith(first) ? first : text.trimEnd();
}

function isUnstyled(style: object): boolean {
	return Object.keys(style).length === 0;
}

function styled(key: string, style: object, text: string): ReactElement {
	return (
		<Text key={key} {...style}>
			{text}
		</Text>
	);
}
