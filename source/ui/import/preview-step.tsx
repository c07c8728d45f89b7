import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import {kindsWidth, previewDetailHeight} from '../../app/screens/import/import-layout.ts';
import type {ImportState} from '../../app/screens/import/import-state.ts';
import {fileColumns} from '../../app/screens/import/preview-kinds.ts';
import {previewTable} from '../../app/screens/import/preview-table.ts';
import {listsProblems} from '../../app/screens/import/preview-tabs.ts';
import {problemKinds} from '../../app/screens/import/problem-kinds.ts';
import type {ImportPlan} from '../../csv/import-plan.ts';
import {progressText} from '../parts/progress-text.ts';
import {ListScreen} from '../table/list-screen.tsx';
import {KindsPanel} from './kinds-panel.tsx';
import {previewDetail} from './preview-detail.ts';
import {stepName} from './steps-line.tsx';
import {TabsLine} from './tabs-line.tsx';

/** Characters: more than any screen has room for, and few enough to be wrapped for each key. */
const longestDetail = 4000;

/** So few rows are checked at once: to say so would only flicker. */
const few = 2000;

/** The rows of the file as they would be, and what is wrong with them; the line under the cursor in full. */
export function PreviewStep({
	model,
	state,
	plan,
}: {
	readonly model: Model;
	readonly state: ImportState;
	readonly plan: ImportPlan;
}): ReactElement | null {
	const {tab} = state;
	const table = previewTable(state, model);
	const {source} = state;
	if (table === undefined || source === undefined) return null;
	const {rows} = table.size;
	const isLong = state.progress !== undefined && state.progress.total > few;
	const detail = isLong
		? progressText('Checking the rows', state.progress)
		: previewDetail(state, plan, model.revealed);
	const width = kindsWidth(model.size, tab);
	return (
		<ListScreen
			model={model}
			table={table}
			name={stepName('preview')}
			about={describeOpen(plan)}
			above={<TabsLine plan={plan} tab={tab} columns={model.size.columns} />}
			before={
				width === 0
					? undefined
					: (height) => (
							<KindsPanel
								model={model}
								kinds={problemKinds(fileColumns(source.table, plan), tab)}
								filter={table.state.filter}
								width={width}
								height={height}
							/>
						)
			}
			detail={{tone: 'plain', text: detail.slice(0, longestDetail)}}
			detailHeight={previewDetailHeight}
			// What is wrong is never cut: where it is long, the list gives lines to it. A user in full may take half of them.
			mostDetail={previewDetailHeight + (listsProblems(tab) ? rows - 1 : Math.floor(rows / 2))}
		/>
	);
}

/** What keeps the rows from being imported as things are. */
function describeOpen({open}: ImportPlan): readonly string[] {
	const toDecide = open.filter((point) => point !== 'rejected-rows').length;
	return [
		...(open.includes('rejected-rows') ? ['rejected rows stop it'] : []),
		...(toDecide === 0 ? [] : [`${toDecide} to decide`]),
	];
}
