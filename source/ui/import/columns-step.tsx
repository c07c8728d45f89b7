import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import {
	columnDetailHeight,
	columnsTable,
	describeColumn,
} from '../../app/screens/import/columns/columns-table.ts';
import {findUndecided} from '../../app/screens/import/columns/map-columns.ts';
import type {ImportState} from '../../app/screens/import/import-state.ts';
import {countUsed} from '../../csv/match-headers.ts';
import {ListScreen} from '../table/list-screen.tsx';
import {stepName} from './steps-line.tsx';

/** The columns of the file as a list: what they hold, what they are for, and why. */
export function ColumnsStep({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: ImportState;
}): ReactElement | null {
	const table = columnsTable(state, model);
	const {source} = state;
	if (table === undefined || source === undefined) return null;
	const {used, all} = countUsed(source.table.match);
	const open = findUndecided(source.table.match).size;
	return (
		<ListScreen
			model={model}
			table={table}
			name={`${stepName('options')}: columns`}
			about={[`${used} of ${all} used`, ...(open === 0 ? [] : [`${open} to look at`])]}
			detail={{tone: 'plain', text: describeColumn(state)}}
			detailHeight={columnDetailHeight}
			mostDetail={columnDetailHeight + table.size.rows - 1}
		/>
	);
}
