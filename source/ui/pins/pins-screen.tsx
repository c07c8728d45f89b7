import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import type {PinsState} from '../../app/screens/pins/pins-state.ts';
import {pinsTable} from '../../app/screens/pins/pins-table.ts';
import {count} from '../../domain/problem.ts';
import {ListScreen} from '../table/list-screen.tsx';

/** The PINs of some users, to be told to them. */
export function PinsScreen({model, state}: {readonly model: Model; readonly state: PinsState}): ReactElement {
	const {users, leftOut} = state;
	return (
		<ListScreen
			model={model}
			table={pinsTable(state, model)}
			name="PINs"
			about={[count(users.length, 'user')]}
			detail={{tone: 'plain', text: leftOut ?? 'Tell each user their own PIN, never by e-mail.'}}
			detailHeight={1}
			mostDetail={3}
		/>
	);
}
