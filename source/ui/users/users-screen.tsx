import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import {drawnColumns, hiddenAtRight, visibleRowCount} from '../../app/screens/users/grid-layout.ts';
import {frozenCount} from '../../app/screens/users/users-state.ts';
import type {ScreenField} from '../../domain/field.ts';
import {count} from '../../domain/problem.ts';
import {findUser} from '../../domain/sheet.ts';
import {fitText, wrapToHeight} from '../../terminal/text/text-width.ts';
import {Footer} from '../parts/footer.tsx';
import {TitleLine} from '../parts/title-line.tsx';
import {signs, theme} from '../theme.ts';
import {describeCell} from './describe-cell.ts';
import {DetailLines} from './detail-lines.tsx';
import {EmptySheet} from './empty-sheet.tsx';
import {GridRow} from './grid-row.tsx';
import {StatusLine} from './status-line.tsx';

/** Lines that a long value may take before it is cut. */
const mostDetailLines = 5;

/** All users as a grid: only the rows that fit are drawn. */
export function UsersScreen({model}: {readonly model: Model}): ReactElement {
	const {grid, sheet, size} = model;
	const columns = drawnColumns(size, grid.left);
	const detail = describeCell(model);
	const most = Math.max(1, Math.min(mostDetailLines, visibleRowCount(size) - 1));
	const detailLines = wrapToHeight(detail.text, size.columns - 1, most);
	const height = visibleRowCount(size) - (detailLines.length - 1);
	// A detail of several lines covers rows; the one with the cursor must not be among them.
	const top = Math.max(grid.top, grid.cursor.row - height + 1);
	const hidden = hiddenAtRight(columns);
	const rest = hidden > 0 ? `${count(hidden, 'more column')} ›` : '';
	return (
		<Box flexDirection="column" height={size.rows}>
			<TitleLine model={model} right={rest} />
			<Text wrap="truncate" {...theme.heading}>
				{grid.left > frozenCount ? '‹ ' : '  '}
				{columns.map(({field, width}) => headerText(model, field, width)).join(' ')}
			</Text>
			<Box flexDirection="column" height={height}>
				{grid.rows.length === 0 ? (
					<EmptySheet model={model} height={height} />
				) : (
					grid.rows.slice(top, top + height).map((id, offset) => {
						const user = findUser(sheet, id);
						if (user === undefined) return null;
						const isCurrent = top + offset === grid.cursor.row;
						return (
							<GridRow
								key={id}
								user={user}
								columns={columns}
								profiles={sheet.profiles}
								isMarked={grid.marks.has(id)}
								isRevealed={model.revealed}
								cursorColumn={isCurrent ? grid.cursor.column : undefined}
								editor={isCurrent ? grid.editor : undefined}
							/>
						);
					})
				)}
			</Box>
			<DetailLines lines={detailLines} tone={detail.tone} columns={size.columns} />
			<StatusLine model={model} />
			<Footer model={model} columns={size.columns} />
		</Box>
	);
}

function headerText(model: Model, {key, header, role}: ScreenField, width: number): string {
	const {sort} = model.grid;
	const arrow = sort?.field.key === key ? (sort.descending ? ' v' : ' ^') : '';
	const title = role === 'derived' ? `${signs.readOnly} ${header}` : header;
	return fitText(title, width - arrow.length, key === 'id' ? 'right' : 'left') + arrow;
}
