import {Box, Text} from 'ink';
import {type ReactElement, useMemo} from 'react';
import {fitText} from '../../terminal/text/text-width.ts';
import {type InkTableCell, loadInkTable} from './load-ink-table.ts';

/** A column of a {@link Table}. */
export type TableColumn = {
	/** Names the value in each row. */
	readonly key: string;
	readonly header: string;
	/** Terminal cells; longer values are cut with `…`. */
	readonly width: number;
};

/** Blank cells between two columns. */
const gap = '  ';
/** ink-table puts this many spaces before each value. */
const inkTablePadding = 1;

/**
 * A table for reading: headers, a rule, and one terminal line for each row. It draws every row that it gets: give it one
 * page. Its width is the sum of its columns, two cells between them and one at the left.
 */
export function Table({
	columns,
	rows,
}: {
	readonly columns: readonly TableColumn[];
	readonly rows: readonly Readonly<Record<string, string>>[];
}): ReactElement {
	const InkTable = loadInkTable();
	const layout = columns.map(({key, header, width}) => `${width} ${key} ${header}`).join('\n');
	// New component functions would make React build every cell again, so they live as long as the layout does.
	// biome-ignore lint/correctness/useExhaustiveDependencies: `layout` is all of `columns` that counts
	const {header, cell} = useMemo(() => createCells(columns), [layout]);
	const keys = columns.map(({key}) => key);
	const data = rows.map((row) => Object.fromEntries(keys.map((key) => [key, row[key] ?? ''])));
	return (
		<Box paddingLeft={1}>
			<InkTable key={layout} data={data} columns={keys} header={header} cell={cell} skeleton={noBorder} />
		</Box>
	);
}

/** ink-table counts characters, not cells: what it hands over is fitted again to the width of the column. */
function createCells(columns: readonly TableColumn[]): {
	readonly header: InkTableCell;
	readonly cell: InkTableCell;
} {
	const after = (column: number) => (column < columns.length - 1 ? gap : '');
	const widthOf = (column: number) => Math.max(0, columns[column]?.width ?? 0);
	return {
		header: ({column}) => (
			<Box flexDirection="column" flexShrink={0}>
				<Text bold wrap="truncate">
					{fitText(columns[column]?.header ?? '', widthOf(column)) + after(column)}
				</Text>
				<Text dimColor wrap="truncate">
					{'─'.repeat(widthOf(column)) + after(column)}
				</Text>
			</Box>
		),
		cell: ({children = '', column}) => (
			<Box flexShrink={0}>
				<Text wrap="truncate">
					{fitText(children.slice(inkTablePadding).replace(/ +$/, ''), widthOf(column)) + after(column)}
				</Text>
			</Box>
		),
	};
}

/** ink-table draws a line above, below and between the rows. Without characters these lines have no height. */
function noBorder(): null {
	return null;
}
