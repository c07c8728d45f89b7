import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import type {ProblemsState} from '../../app/screens/problems/problems-state.ts';
import {problemDetailHeight, problemsTable} from '../../app/screens/problems/problems-table.ts';
import {cursorRow} from '../../app/table/table-state.ts';
import {formatProblem} from '../../domain/problem.ts';
import {progressText} from '../parts/progress-text.ts';
import {ListScreen} from '../table/list-screen.tsx';
import {EmptyText} from '../table/table-view.tsx';

/** Everything that is wrong in the sheet, by kind. */
export function ProblemsScreen({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: ProblemsState;
}): ReactElement {
	const {listed, table, progress, summary} = state;
	const chosen = listed?.[cursorRow(table) ?? -1];
	const looking = progressText('Looking at all users', progress);
	return (
		<ListScreen
			model={model}
			table={problemsTable(state, model)}
			name="Problems"
			about={summary === '' ? [] : [summary]}
			detail={{tone: 'plain', text: chosen === undefined ? '' : formatProblem(chosen.problem)}}
			detailHeight={problemDetailHeight}
			mostDetail={problemDetailHeight}
			empty={listed === undefined ? <EmptyText text={looking} columns={model.size.columns} /> : undefined}
		/>
	);
}
