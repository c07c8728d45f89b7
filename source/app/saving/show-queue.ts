import {emptyChange} from '../../domain/change.ts';
import {compareUsers} from '../../domain/change-users.ts';
import type {Model, Screen} from '../model.ts';
import type {TableState} from '../table/table-state.ts';
import {followChange} from './follow-change.ts';
import {type GivenIds, usersWithIds} from './queue/follow-ids.ts';
import type {Refitted} from './queue/refit.ts';

/** The model with a queue that has moved on: rows, marks and open cell stay on the users that they were on. */
export function showQueue(before: Model, {queue, ids}: Refitted<Model>): Model {
	if (ids === undefined) return queue;
	const {users} = before.sheet;
	const removed = users.filter(({id}) => ids.has(id) && ids.get(id) === undefined);
	const kept =
		ids.size === 0 ? queue.grid : gridWithIds(followChange(queue.grid, {...nothing, removed}), ids);
	const changed = {...nothing, ...compareUsers(usersWithIds(users, ids), queue.sheet.users)};
	return {
		...queue,
		grid: followChange(kept, changed),
		screens: ids.size === 0 ? queue.screens : queue.screens.flatMap((screen) => screenWithIds(screen, ids)),
	};
}

const nothing = emptyChange('');

/** The users' list as they are numbered now; the open cell of a user who is not created closes. */
function gridWithIds(grid: Model['grid'], ids: GivenIds): Model['grid'] {
	const {editor, touched} = grid;
	const isOpen = editor !== undefined && (!ids.has(editor.id) || ids.get(editor.id) !== undefined);
	return {
		...grid,
		...tableWithIds(grid, ids),
		touched: new Set([...touched].flatMap((id) => (ids.has(id) ? (ids.get(id) ?? []) : id))),
		editor: isOpen ? {...editor, id: ids.get(editor.id) ?? editor.id} : undefined,
	};
}

function tableWithIds(table: TableState, ids: GivenIds): TableState {
	const follow = (id: number): number => ids.get(id) ?? id;
	const {anchor, filterEditor, unfiltered, arranging} = table;
	const over = arranging?.typedOver;
	return {
		...table,
		rows: table.rows.map(follow),
		anchor: anchor && (anchor.row === 'all' ? anchor : {...anchor, row: follow(anchor.row)}),
		marks: new Set([...table.marks].map(follow)),
		filterEditor: filterEditor && {...filterEditor, before: tableWithIds(filterEditor.before, ids)},
		unfiltered: unfiltered && {...unfiltered, before: tableWithIds(unfiltered.before, ids)},
		arranging: arranging && {...arranging, typedOver: over && tableWithIds(over, ids)},
	};
}

/** A question that has users by ID goes: it is about others once IDs have changed. What edits a user stays with that one, if it is created. */
function screenWithIds(screen: Screen, ids: GivenIds): readonly Screen[] {
	if ('aboutUsers' in screen && screen.aboutUsers === true) return [];
	if (!('edited' in screen) || screen.edited === undefined || !ids.has(screen.edited.id)) return [screen];
	const id = ids.get(screen.edited.id);
	return id === undefined ? [] : [{...screen, edited: {...screen.edited, id}}];
}
