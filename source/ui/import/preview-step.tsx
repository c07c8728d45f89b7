import {Text} from 'ink';
import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import {previewDetailHeight} from '../../app/screens/import/import-layout.ts';
import {countTabLines, type ImportState} from '../../app/screens/import/import-state.ts';
import {previewTable} from '../../app/screens/import/preview-table.ts';
import {type PreviewTab, previewTabs} from '../../app/screens/import/preview-tabs.ts';
import type {ImportPlan} from '../../csv/import-plan.ts';
import {ListScreen} from '../table/list-screen.tsx';
import {theme} from '../theme.ts';
import {countsText} from './counts-text.ts';
import {previewDetail} from './preview-detail.ts';
import {stepName} from './steps-line.tsx';

/** Characters: more than any screen has room for, and few enough to be wrapped for each key. */
const longestDetail = 4000;

/** What would go in and what would not, line by line; the line under the cursor in full. */
export function PreviewStep({
	model,
	state,
	plan,
}: {
	readonly model: Model;
	readonly state: ImportState;
	readonly plan: ImportPlan;
}): ReactElement | null {
	const {columns} = model.size;
	const {tab} = state;
	const table = previewTable(state, model);
	if (table === undefined) return null;
	const {rows} = table.size;
	return (
		<ListScreen
			model={model}
			table={table}
			name={stepName('preview')}
			above={
				<>
					<Text wrap="truncate" {...theme.heading}>
						{` ${countsText(plan, columns - 1)}`}
					</Text>
					<Text wrap="truncate">
						{previewTabs.map((name) => (
							<Text key={name} {...(name === tab ? theme.cursor : {})}>
								{name === tab
									? ` [${tabLabel(plan, state, name, columns)}] `
									: `  ${tabLabel(plan, state, name, columns)}  `}
							</Text>
						))}
					</Text>
				</>
			}
			detail={{tone: 'plain', text: previewDetail(state, plan, model.revealed).slice(0, longestDetail)}}
			detailHeight={previewDetailHeight}
			// What is wrong is never cut: where it is long, the list gives lines to it. A user in full may take half of them.
			mostDetail={previewDetailHeight + (tab === 'accepted' ? Math.floor(rows / 2) : rows - 1)}
		/>
	);
}

function tabLabel(plan: ImportPlan, state: ImportState, tab: PreviewTab, columns: number): string {
	const amount = {
		accepted: plan.created.length + plan.updated.length + plan.unchanged.length,
		rejected: plan.rejected.length,
		notes: countTabLines(state, 'notes'),
	}[tab];
	const notes = columns < 72 ? 'Notes' : 'Warnings and notes';
	const label = {accepted: 'Accepted', rejected: 'Rejected', notes}[tab];
	return `${label} ${amount.toLocaleString('en-US')}`;
}
