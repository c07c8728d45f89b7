import {Box} from 'ink';
import type {ReactElement, ReactNode} from 'react';
import type {Model, Notice} from '../../app/model.ts';
import {describeFilterHelp, describeFound} from '../../app/table/complete-filter.ts';
import type {Table} from '../../app/table/table.ts';
import {Footer} from '../parts/footer.tsx';
import {DetailLines, detailLines} from './detail-lines.tsx';
import {FilterLine} from './filter-line.tsx';
import {FirstLine} from './first-line.tsx';
import {TableView} from './table-view.tsx';

/** A list that fills the terminal: where one is in it, its rows, more of the one under the cursor, and the keys. */
export function ListScreen({
	model,
	table,
	name = '',
	about = [],
	above,
	before,
	beside,
	detail: ownDetail,
	detailHeight,
	mostDetail,
	empty,
}: {
	readonly model: Model;
	readonly table: Table;
	/** What the list is called, where its rows do not say it, and what else its first line says. */
	readonly name?: string;
	readonly about?: readonly string[];
	/** Lines between the first line and the list. */
	readonly above?: ReactNode;
	/** What is at the left of the list, as high as it and its header. */
	readonly before?: ((height: number) => ReactNode) | undefined;
	/** What is at the right of the list, as high as it and its header. */
	readonly beside?: ((height: number) => ReactNode) | undefined;
	/** More of the row under the cursor; an answer to the last key takes its place. */
	readonly detail: Notice;
	/** Lines that the detail has at any time, and how many it may take from the rows. */
	readonly detailHeight: number;
	readonly mostDetail: number;
	readonly empty?: ReactElement | undefined;
}): ReactElement {
	const {columns, rows} = model.size;
	const {filterEditor} = table.state;
	const help = describeFilterHelp(model, table);
	const detail: Notice = help === undefined ? ownDetail : {tone: 'plain', text: help};
	const most = Math.max(detailHeight, Math.min(mostDetail, table.size.rows - 1 + detailHeight));
	const lines = detailLines(model, detail, detailHeight, most);
	const shownRows = table.size.rows - (lines.length - detailHeight);
	return (
		<Box flexDirection="column" height={rows}>
			{filterEditor === undefined ? (
				<FirstLine model={model} table={table} name={name} about={about} />
			) : (
				<FilterLine field={filterEditor.field} found={describeFound(model, table)} columns={columns} />
			)}
			{above}
			<Box>
				{before?.(shownRows + 1)}
				<Box flexDirection="column" width={table.size.columns} flexShrink={0}>
					<TableView table={table} rows={shownRows} empty={empty} />
				</Box>
				{beside?.(shownRows + 1)}
			</Box>
			<DetailLines model={model} lines={lines} />
			<Footer model={model} columns={columns} />
		</Box>
	);
}
