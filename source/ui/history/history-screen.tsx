import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import {type Model, noticeOf} from '../../app/model.ts';
import {detailHeight, entryHeight, isRoomy, listHeight} from '../../app/screens/history/history-layout.ts';
import type {HistoryState} from '../../app/screens/history/history-state.ts';
import {pageStart} from '../../app/screens/import/import-layout.ts';
import {cutText, wrapText} from '../../terminal/text/text-width.ts';
import {Footer} from '../parts/footer.tsx';
import {Table} from '../parts/table.tsx';
import {noticeStyles, signs, theme} from '../theme.ts';
import {entryColumns, entryDetail, entryRows, summaryLines} from './entry-rows.ts';
import {HistoryHeading} from './history-heading.tsx';
import {historyColumns, historyDetail, historyRows} from './history-rows.ts';

type Props = {readonly model: Model; readonly state: HistoryState};

/** Who changed what, newest first; or one change of that, value by value. One page at a time. */
export function HistoryScreen({model, state}: Props): ReactElement {
	const {size} = model;
	const notice = noticeOf(model);
	const {columns, rows} = size;
	const answer = notice === undefined ? [' '] : wrapText(notice.text, columns - 2).slice(0, 3);
	return (
		<Box flexDirection="column" height={rows}>
			<HistoryHeading model={model} state={state} />
			<Box flexDirection="column" height={rows - 2 - answer.length} overflow="hidden">
				<Box flexDirection="column" flexShrink={0}>
					<Body model={model} state={state} />
				</Box>
			</Box>
			{answer.map((line, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, of which two may be alike
				<Text key={index} wrap="truncate" {...noticeStyles[notice?.tone ?? 'plain']}>
					{`${index === 0 && notice?.tone === 'bad' ? signs.problem : ' '}${line}`}
				</Text>
			))}
			<Footer model={model} columns={columns} />
		</Box>
	);
}

function Body({model, state}: Props): ReactElement {
	const {size} = model;
	const {columns} = size;
	const {entries, opened, problem} = state;
	if (problem !== undefined) return <Lines lines={wrapText(problem, columns - 2)} style={theme.bad} />;
	if (entries === undefined) return <Lines lines={['Reading the history…']} />;
	if (opened !== undefined) {
		const height = entryHeight(size);
		const first = pageStart(opened.cursor, height);
		return (
			<>
				<Lines
					lines={summaryLines(state, opened).map((line) => cutText(line, columns - 2))}
					style={theme.heading}
				/>
				<Page model={model} height={height}>
					<Table columns={entryColumns(columns)} rows={entryRows(opened, first, height)} />
				</Page>
				<Lines lines={wrapText(entryDetail(opened), columns - 2).slice(0, detailHeight)} />
			</>
		);
	}
	if (state.shown.length === 0) {
		const text =
			entries.length === 0
				? 'Nothing has been changed yet. Every change will be listed here.'
				: 'No change matches the filter.';
		return <Lines lines={['', ...wrapText(text, columns - 2)]} />;
	}
	const height = listHeight(size);
	const first = pageStart(state.cursor, height);
	return (
		<>
			<Page model={model} height={height}>
				<Table columns={historyColumns(columns)} rows={historyRows(state, first, height, columns)} />
			</Page>
			<Lines lines={historyDetail(state, columns).slice(0, detailHeight)} />
		</>
	);
}

/** A table of so many lines, below its header and rule, with blank lines around it where there is room. */
function Page({
	model: {size},
	height,
	children,
}: {
	readonly model: Model;
	readonly height: number;
	readonly children: ReactElement;
}): ReactElement {
	const space = isRoomy(size) ? <Text> </Text> : null;
	return (
		<>
			{space}
			<Box flexDirection="column" height={height + 2} flexShrink={0}>
				{children}
			</Box>
			{space}
		</>
	);
}

function Lines({
	lines,
	style = {},
}: {
	readonly lines: readonly string[];
	readonly style?: object;
}): ReactElement {
	return (
		<>
			{lines.map((line, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, of which two may be alike
				<Text key={index} wrap="truncate" {...(index === 0 ? style : {})}>{` ${line}`}</Text>
			))}
		</>
	);
}
