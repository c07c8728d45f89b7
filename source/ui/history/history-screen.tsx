import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import {detailHeight} from '../../app/screens/history/history-layout.ts';
import {chosenEntry, type HistoryState} from '../../app/screens/history/history-state.ts';
import {historyTable} from '../../app/screens/history/history-table.ts';
import {cutText, wrapText} from '../../terminal/text/text-width.ts';
import {Footer} from '../parts/footer.tsx';
import {ListScreen} from '../table/list-screen.tsx';
import {signs, theme} from '../theme.ts';
import {entryDetail, historyDetail, summaryLines} from './history-detail.ts';

const name = 'History';

/** Who changed what, newest first; or one change of that, value by value. */
export function HistoryScreen({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: HistoryState;
}): ReactElement {
	const {entries, opened, problem} = state;
	const {columns} = model.size;
	if (problem !== undefined || entries === undefined) return <Unread model={model} problem={problem} />;
	if (opened !== undefined) {
		return (
			<ListScreen
				model={model}
				table={historyTable(state, model)}
				name={`${name}  ${signs.cursor}Change ${opened.entry.revision.toLocaleString('en-US')}`}
				above={summaryLines(state, opened, model.size).map((line, index) => (
					<Text key={line} wrap="truncate" {...(index === 0 ? theme.heading : {})}>
						{` ${cutText(line, columns - 2)}`}
					</Text>
				))}
				detail={{tone: 'plain', text: entryDetail(opened)}}
				detailHeight={detailHeight}
				mostDetail={detailHeight}
			/>
		);
	}
	const chosen = chosenEntry(state);
	return (
		<ListScreen
			model={model}
			table={historyTable(state, model)}
			name={name}
			detail={{
				tone: 'plain',
				text: chosen === undefined ? '' : historyDetail(chosen, state.timeZone, columns).join('\n'),
			}}
			detailHeight={detailHeight}
			mostDetail={detailHeight}
		/>
	);
}

/** While the history is read, or where it cannot be. */
function Unread({
	model,
	problem,
}: {
	readonly model: Model;
	readonly problem: string | undefined;
}): ReactElement {
	const {columns, rows} = model.size;
	const lines = wrapText(problem ?? 'Reading the history…', columns - 2);
	return (
		<Box flexDirection="column" height={rows}>
			<Text {...theme.title}>{` ${name}`}</Text>
			<Box flexDirection="column" height={rows - 2} overflow="hidden">
				{lines.map((line) => (
					<Text key={line} wrap="truncate" {...(problem === undefined ? {} : theme.bad)}>{` ${line}`}</Text>
				))}
			</Box>
			<Footer model={model} columns={columns} />
		</Box>
	);
}
