import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import {panelWidth} from '../../app/screens/users/user-panel.ts';
import type {UsersState} from '../../app/screens/users/users-state.ts';
import {usersTable} from '../../app/screens/users/users-table.ts';
import {ListScreen} from '../table/list-screen.tsx';
import {describeCell} from './describe-cell.ts';
import {EmptySheet} from './empty-sheet.tsx';
import {UserPanel} from './user-panel.tsx';

/** Lines that a long value may take before it is cut. */
const mostDetailLines = 5;

/** All users as a grid. */
export function UsersScreen({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: UsersState;
}): ReactElement {
	const {sheet, isDemo} = model;
	const table = usersTable(state, model);
	const width = panelWidth(state, model.size);
	const about = [
		...(sheet.settings.standAlone ? ['stand-alone'] : []),
		...(isDemo ? ['demo: thrown away at the end'] : []),
	];
	return (
		<ListScreen
			model={model}
			table={table}
			about={about}
			detail={describeCell(model)}
			detailHeight={1}
			mostDetail={mostDetailLines}
			beside={width === 0 ? undefined : (height) => <UserPanel model={model} width={width} height={height} />}
			empty={sheet.users.length === 0 ? <EmptySheet model={model} height={table.size.rows} /> : undefined}
		/>
	);
}
