import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import {pageStart, previewDetailHeight, previewHeight} from '../../app/screens/import/import-layout.ts';
import {countTabLines, type ImportState} from '../../app/screens/import/import-state.ts';
import {type PreviewTab, previewTabs} from '../../app/screens/import/preview-tabs.ts';
import {cutLines, wrapText} from '../../terminal/text/text-width.ts';
import {Table} from '../parts/table.tsx';
import {theme} from '../theme.ts';
import {countsText} from './counts-text.ts';
import {previewColumns} from './preview-columns.ts';
import {previewDetail, previewRows} from './preview-rows.ts';
import {progressText} from './progress-text.ts';

/** Characters: more than any screen has room for, and few enough to be wrapped for each key. */
const longestDetail = 4000;

/** What would go in and what would not, line by line, one page at a time; the line under the cursor in full. */
export function PreviewStep({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: ImportState;
}): ReactElement {
	const {columns} = model.size;
	const {plan, tab} = state;
	if (plan === undefined) return <Text>{` ${progressText('Checking the rows', state)}`}</Text>;
	const height = previewHeight(model.size);
	const cursor = state.cursors[tab];
	const first = pageStart(cursor, height);
	const view = {state, plan, revealed: model.revealed};
	// What is wrong is never cut: where it is long, the table gives lines to it. A user in full may take half of them.
	const detail = wrapText(previewDetail(view).slice(0, longestDetail), columns - 2);
	const most = tab === 'accepted' ? Math.floor(height / 2) : height - 1;
	const extra = Math.max(0, Math.min(detail.length - previewDetailHeight, most));
	const from = Math.max(first, cursor - (height - extra) + 1);
	const layout = previewColumns(state, columns);
	const rows = previewRows(
		view,
		{first: from, last: Math.min(first + height, from + height - extra)},
		layout,
	);
	return (
		<>
			<Text wrap="truncate" {...theme.heading}>
				{` ${countsText(plan, columns - 1)}`}
			</Text>
			<Text wrap="truncate">
				{previewTabs.map((name) => (
					<Text key={name} {...(name === tab ? theme.cursor : {})}>
						{name === tab ? ` [${tabLabel(state, name, columns)}] ` : `  ${tabLabel(state, name, columns)}  `}
					</Text>
				))}
				<Text {...theme.quiet}>{pageText(first, height, countTabLines(state, tab))}</Text>
			</Text>
			<Box flexDirection="column" height={height - extra + 2}>
				{rows.length === 0 ? <Text>{`  ${emptyTexts[tab]}`}</Text> : <Table columns={layout} rows={rows} />}
			</Box>
			<Box flexDirection="column" height={previewDetailHeight + extra}>
				{cutLines(detail, columns - 2, previewDetailHeight + extra).map((line, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, of which two may be alike
					<Text key={index} wrap="truncate">{` ${line}`}</Text>
				))}
			</Box>
		</>
	);
}

const emptyTexts: Readonly<Record<PreviewTab, string>> = {
	accepted: 'No row can be imported.',
	rejected: 'No row is rejected.',
	notes: 'There is nothing to note.',
};

function pageText(first: number, height: number, total: number): string {
	if (total <= height) return '';
	const pages = Math.ceil(total / height);
	return `  page ${(first / height + 1).toLocaleString('en-US')} of ${pages.toLocaleString('en-US')}`;
}

function tabLabel(state: ImportState, tab: PreviewTab, columns: number): string {
	const {plan} = state;
	if (plan === undefined) return '';
	const amount = {
		accepted: plan.created.length + plan.updated.length + plan.unchanged.length,
		rejected: plan.rejected.length,
		notes: countTabLines(state, 'notes'),
	}[tab];
	const notes = columns < 72 ? 'Notes' : 'Warnings and notes';
	const label = {accepted: 'Accepted', rejected: 'Rejected', notes}[tab];
	return `${label} ${amount.toLocaleString('en-US')}`;
}
