import {Box} from 'ink';
import type {ReactElement, ReactNode} from 'react';
import {keyName} from '../../app/keymap/keymap.ts';
import type {Model, Notice} from '../../app/model.ts';
import type {Table} from '../../app/table/table.ts';
import {drawnColumns, hiddenAtRight} from '../../app/table/table-layout.ts';
import {count} from '../../domain/problem.ts';
import {textWidth, wrapToHeight} from '../../terminal/text/text-width.ts';
import {Footer} from '../parts/footer.tsx';
import {DetailLines} from './detail-lines.tsx';
import {FilterLine, HeadingLine} from './heading-line.tsx';
import {StatusLine} from './status-line.tsx';
import {TableView} from './table-view.tsx';

/** Cells at the end of the status line for whether everything is saved. */
const roomForSaved = 12;

/** A list that fills the terminal: what it is, its rows, more of the one under the cursor, where one is, and the keys. */
export function ListScreen({
	model,
	table,
	name,
	about = '',
	first,
	above,
	detail,
	detailHeight,
	mostDetail,
	empty,
}: {
	readonly model: Model;
	readonly table: Table;
	/** The name of the screen, and what else its first line says. */
	readonly name: string;
	readonly about?: string;
	/** The first line, where it is another than a name and a few words. */
	readonly first?: ReactNode;
	/** Lines between the first line and the list. */
	readonly above?: ReactNode;
	/** More of the row under the cursor; an answer to the last key takes its place. */
	readonly detail: Notice;
	/** Lines that the detail has at any time, and how many it may take from the rows. */
	readonly detailHeight: number;
	readonly mostDetail: number;
	readonly empty?: ReactElement | undefined;
}): ReactElement {
	const {columns, rows} = model.size;
	const {notice} = model;
	// Where the detail is long, a short answer comes beside the place of the cursor, and hides nothing.
	const isBeside =
		notice !== undefined && detailHeight > 1 && textWidth(notice.text) < columns - roomForSaved;
	const {tone, text} = isBeside ? detail : (notice ?? detail);
	const most = Math.max(detailHeight, Math.min(mostDetail, table.size.rows - 1 + detailHeight));
	const lines = wrapToHeight(text, columns - 1, most);
	const taken = Math.max(0, lines.length - detailHeight);
	return (
		<Box flexDirection="column" height={rows}>
			{first !== undefined && table.state.filterEditor === undefined ? (
				first
			) : (
				<FirstLine model={model} table={table} name={name} about={about} />
			)}
			{above}
			<TableView table={table} rows={table.size.rows - taken} empty={empty} />
			<Box flexDirection="column" height={Math.max(detailHeight, lines.length)} flexShrink={0}>
				<DetailLines lines={lines} tone={tone} columns={columns} />
			</Box>
			<StatusLine model={model} table={table} notice={isBeside ? notice : undefined} />
			<Footer model={model} columns={columns} />
		</Box>
	);
}

/** What the list is and the filter in force, or the filter that is being typed. */
function FirstLine({
	model,
	table,
	name,
	about,
}: {
	readonly model: Model;
	readonly table: Table;
	readonly name: string;
	readonly about: string;
}): ReactElement {
	const {columns} = model.size;
	const {state, kind} = table;
	const {one, many} = kind.noun;
	if (state.filterEditor !== undefined) {
		const found = count(state.rows.length, `${one} matches`, `${many} match`);
		return (
			<FilterLine
				name={name}
				field={state.filterEditor.field}
				found={columns > 70 ? found : ''}
				room={columns - 24}
			/>
		);
	}
	const isFiltered = state.filter !== '';
	const filter = isFiltered
		? `  Filter: ${state.filter} (${keyName(model, 'table.clear')} takes it away)`
		: '';
	const hidden = hiddenAtRight(table, drawnColumns(table.columns, columns, state.left));
	return (
		<HeadingLine
			name={name}
			about={about + filter}
			edge={hidden > 0 ? `${count(hidden, 'more column')} ›` : ''}
			isFiltered={isFiltered}
			columns={columns}
		/>
	);
}
