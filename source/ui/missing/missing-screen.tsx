import type {ReactElement} from 'react';
import type {Model} from '../../app/model.ts';
import type {MissingState} from '../../app/screens/missing/missing-state.ts';
import {missingDetailHeight, missingTable} from '../../app/screens/missing/missing-table.ts';
import {describeScope} from '../../app/screens/missing/update-missing.ts';
import {describeMissing} from '../../csv/find-missing.ts';
import {progressText} from '../parts/progress-text.ts';
import {ListScreen} from '../table/list-screen.tsx';
import {EmptyText} from '../table/table-view.tsx';

/** The users who are missing from the file of an import. */
export function MissingScreen({
	model,
	state,
}: {
	readonly model: Model;
	readonly state: MissingState;
}): ReactElement {
	const {found, progress, fileName, scope} = state;
	const looking = progressText('Looking at the users', progress);
	const said = found === undefined ? [] : describeMissing(found, found.users.length);
	return (
		<ListScreen
			model={model}
			table={missingTable(state, model)}
			name="Missing users"
			about={[fileName, describeScope(scope)]}
			detail={{tone: found?.isMuch === true ? 'bad' : 'plain', text: said.join(' ')}}
			detailHeight={missingDetailHeight}
			mostDetail={missingDetailHeight}
			empty={found === undefined ? <EmptyText text={looking} columns={model.size.columns} /> : undefined}
		/>
	);
}
