import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import type {ProblemsState} from '../../app/screens/problems/problems-state.ts';
import {problemDetailHeight, problemsTable} from '../../app/screens/problems/problems-table.ts';
import type {Table} from '../../app/table/table.ts';
import {cursorRow} from '../../app/table/table-state.ts';
import {formatFinding, formatProblem, type Problem} from '../../domain/problem.ts';
import {textWidth} from '../../terminal/text/text-width.ts';
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
	const list = problemsTable(state, model);
	return (
		<ListScreen
			model={model}
			table={list}
			name="Problems"
			about={summary === '' ? [] : [summary]}
			detail={{tone: 'plain', text: chosen === undefined ? '' : describeProblem(chosen.problem, list)}}
			detailHeight={problemDetailHeight}
			mostDetail={problemDetailHeight}
			empty={listed === undefined ? <EmptyText text={looking} columns={model.size.columns} /> : undefined}
		/>
	);
}

/** What is wrong and what to do; who and what it is about only where the row has no room for the value. */
function describeProblem(problem: Problem, {columns}: Table): string {
	const {width = -1} = columns.find(({key}) => key === 'value') ?? {};
	return textWidth(problem.value ?? '') > width ? formatProblem(problem) : formatFinding(problem);
}
