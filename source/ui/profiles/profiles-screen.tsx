import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import type {ProfilesState} from '../../app/screens/profiles/profiles-state.ts';
import {profileDetailHeight, profilesTable} from '../../app/screens/profiles/profiles-table.ts';
import {ListScreen} from '../table/list-screen.tsx';
import {describeProfileCell} from './describe-profile-cell.ts';

/** Lines that a text of several lines may take before it is cut. */
const mostDetailLines = 10;

/** The deployment profiles as a list. */
export function ProfilesScreen({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: ProfilesState;
}): ReactElement {
	return (
		<ListScreen
			model={model}
			table={profilesTable(state, model)}
			name="Profiles"
			detail={describeProfileCell(state, model)}
			detailHeight={profileDetailHeight}
			mostDetail={mostDetailLines}
		/>
	);
}
