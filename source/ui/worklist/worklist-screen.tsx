import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import type {WorklistState} from '../../app/screens/worklist/worklist-state.ts';
import {worklistDetailHeight, worklistTable} from '../../app/screens/worklist/worklist-table.ts';
import {cursorRow} from '../../app/table/table-state.ts';
import {ListScreen} from '../table/list-screen.tsx';
import {EmptyText} from '../table/table-view.tsx';

/** What is to do, or the users who are to be withdrawn. */
export function WorklistScreen({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: WorklistState;
}): ReactElement {
	const {entries, work, withdrawals} = state;
	const entry =
		withdrawals === undefined
			? entries?.[cursorRow(work) ?? -1]
			: entries?.find(({filter}) => filter === undefined);
	const isCounting = entries === undefined;
	return (
		<ListScreen
			model={model}
			table={worklistTable(state, model)}
			name={withdrawals === undefined ? 'Worklist' : 'To withdraw'}
			about={[]}
			detail={{tone: 'plain', text: entry?.help ?? ''}}
			detailHeight={worklistDetailHeight}
			mostDetail={worklistDetailHeight}
			empty={
				isCounting ? <EmptyText text="Counting what is to do." columns={model.size.columns} /> : undefined
			}
		/>
	);
}
