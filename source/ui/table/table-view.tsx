import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import {rangeOf} from '../../app/table/range.ts';
import type {Column, Table} from '../../app/table/table.ts';
import {countFrozen, type DrawnColumn, drawnColumns} from '../../app/table/table-layout.ts';
import type {Sort} from '../../app/table/table-state.ts';
import type {PointedAt} from '../../app/terminal-message.ts';
import {fitText, textWidth, wrapText} from '../../terminal/text/text-width.ts';
import {usePointerTarget} from '../parts/pointer-targets.ts';
import {theme} from '../theme.ts';
import {isWide, TableRow} from './table-row.tsx';

/** The rows of a list that fit, below their headers where there are any. */
export function TableView({
	table,
	rows = table.size.rows,
	empty,
}: {
	readonly table: Table;
	/** Lines for rows, where something else needs some of those that the list has. */
	readonly rows?: number;
	/** What is drawn in place of rows, where the reason alone is not enough. */
	readonly empty?: ReactElement | undefined;
}): ReactElement {
	const {kind, context, state, size, editing} = table;
	const columns = drawnColumns(table.columns, size.columns, state.left);
	const range = rangeOf(table);
	const hasHeaders = columns.some(({header}) => header !== '');
	// The row with the cursor must not be among those that have no line.
	const top = Math.max(state.top, state.cursor.row - rows + 1);
	const box = usePointerTarget((line, cell): PointedAt | undefined => {
		const row = state.rows[top + line];
		const column = columns.findLast(({start}) => start <= cell)?.key ?? columns[0]?.key;
		if (column === undefined || cell < 0 || cell >= size.columns) return undefined;
		if (line === -1) return hasHeaders ? {part: 'header', column} : undefined;
		return line < 0 || line >= rows || row === undefined ? undefined : {part: 'cell', row, column};
	});
	return (
		<>
			{hasHeaders ? <HeaderLine table={table} columns={columns} /> : null}
			<Box ref={box} flexDirection="column" height={rows} flexShrink={0}>
				{state.rows.length === 0
					? (empty ?? <EmptyText text={table.emptyText} columns={size.columns} />)
					: state.rows.slice(top, top + rows).map((id, offset) => {
							const row = table.rowOf(id);
							if (row === undefined) return null;
							const isCurrent = top + offset === state.cursor.row;
							const isInRange =
								range !== undefined && top + offset >= range.top && top + offset <= range.bottom;
							return (
								<TableRow
									key={id}
									kind={kind}
									row={row}
									context={context}
									columns={columns}
									lineWidth={size.columns}
									isWrong={table.hasProblem?.(row) === true}
									isMarked={state.marks.has(id)}
									cursor={isCurrent ? (table.cursor === 'row' ? 'row' : state.cursor.column) : undefined}
									rangeStart={isInRange ? range.left : undefined}
									rangeEnd={isInRange ? range.right : undefined}
									editing={isCurrent ? editing : undefined}
								/>
							);
						})}
			</Box>
		</>
	);
}

function HeaderLine({
	table,
	columns,
}: {
	readonly table: Table;
	readonly columns: readonly DrawnColumn[];
}): ReactElement {
	const {sort, left, cursor} = table.state;
	return (
		<Text wrap="truncate" {...theme.heading}>
			{left > countFrozen(table.columns, table.size.columns) ? '‹ ' : '  '}
			{columns.map(({key, index, header, width, align}, place) => {
				const sign = sortSign(sort, key);
				const arrow = sign === '' || textWidth(header) + sign.length + 1 > width ? sign : ` ${sign}`;
				const isUnderCursor =
					isWide(table.size.columns) && table.cursor === 'cell' && index === cursor.column;
				return (
					<Text key={key}>
						{place === 0 ? '' : ' '}
						<Text {...(isUnderCursor ? theme.cursor : {})}>
							{fitHeader(header, width - arrow.length, align) + arrow}
						</Text>
					</Text>
				);
			})}
		</Text>
	);
}

/** A header with a sign behind it is cut without a word about it: two cells fewer would say less. */
function fitHeader(header: string, width: number, align: Column['align']): string {
	const isCut = textWidth(header) > width;
	return fitText(isCut ? [...header].slice(0, width).join('') : header, width, align);
}

/** The sign behind a header that rows are sorted by: the direction, and the place among several. */
function sortSign(sort: readonly Sort[], key: string): string {
	const place = sort.findIndex((one) => one.key === key);
	if (place < 0) return '';
	return `${sort[place]?.descending === true ? 'v' : '^'}${sort.length > 1 ? place + 1 : ''}`;
}

/** Why there are no rows. */
export function EmptyText({text, columns}: {readonly text: string; readonly columns: number}): ReactElement {
	return (
		<>
			{wrapText(text, columns - 3).map((line) => (
				<Text key={line} wrap="truncate">{`  ${line}`}</Text>
			))}
		</>
	);
}
