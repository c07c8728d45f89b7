import type {Change} from '../../domain/change.ts';
import {followCursor} from '../table/place-rows.ts';
import type {TableState} from '../table/table-state.ts';
import {atEnd, withoutUsers, withUsers} from './follow-rows.ts';

/**
 * The rows of the users after a change: those removed go, those added come at the end, and nothing else moves. The cursor
 * stays on its line of the screen.
 */
export function followChange<State extends TableState>(state: State, change: Change): State {
	const {added, removed} = change;
	if (added.length === 0 && removed.length === 0) return state;
	const marks = state.marks.size === 0 ? state.marks : new Set(withoutUsers([...state.marks], removed));
	const kept = withoutUsers(state.rows, removed);
	const isInOrder = state.sort.length === 0 && state.filter === '';
	const rows = isInOrder ? withUsers(kept, added) : atEnd(kept, added);
	const {filterEditor, unfiltered, arranging} = state;
	const follow = (before: TableState): TableState => followChange(before, change);
	const followed = followCursor(
		{
			...state,
			rows,
			marks,
			filterEditor: filterEditor && {...filterEditor, before: follow(filterEditor.before)},
			unfiltered: unfiltered && {...unfiltered, before: follow(unfiltered.before)},
			arranging: arranging && {...arranging, typedOver: arranging.typedOver && follow(arranging.typedOver)},
		},
		state,
	);
	return {...followed, top: Math.max(0, state.top + followed.cursor.row - state.cursor.row)};
}
