import {emptyChange} from '../../../domain/change.ts';
import {count} from '../../../domain/problem.ts';
import {findUser} from '../../../domain/sheet.ts';
import {fullName} from '../../../domain/user.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, openScreen, stopSearching, withNotice} from '../../model.ts';
import {usersGone} from '../../saving/describe-conflicts.ts';
import {makeChange} from '../../saving/make-change.ts';
import type {Step} from '../../step.ts';
import {countHiddenMarks, describeTargets} from './describe-targets.ts';
import {cancelCell, clearCell, commitCell, openCell, setCell} from './edit-cell.ts';
import {clearFilter, closeFilter, openFilter} from './filter-rows.ts';
import {goToNumber} from './go-to-number.ts';
import {inView} from './grid-layout.ts';
import {moveCursor, movePage, moveTo} from './move-cursor.ts';
import {findNextProblem, takeNextProblem} from './next-problem.ts';
import type {UsersMessage} from './users-messages.ts';
import {
	arrangeRows,
	cursorField,
	cursorUser,
	followCursor,
	type GridState,
	type Sort,
} from './users-state.ts';

/** Everything that happens in the grid. */
export function updateUsers(model: Model, message: UsersMessage): Step {
	const {grid} = model;
	switch (message.type) {
		case 'users/move-cursor':
			return still(moveCursor(model, message));
		case 'users/move-page':
			return still(movePage(model, message.pages));
		case 'users/move-to':
			return still(moveTo(model, message));
		case 'users/go-to':
			return still(goToNumber(model, message.number));
		case 'users/edit-cell':
			return still(openCell(model, message.typed));
		case 'users/commit-cell': {
			const [next, effects] = commitCell(model);
			if (next.grid.editor !== undefined) return [next, effects];
			return [moveCursor(next, message, true), effects];
		}
		case 'users/cancel-cell':
			return still(cancelCell(model));
		case 'users/set-cell':
			return setCell(model, message.id, message.key, message.value);
		case 'users/clear-cell':
			return clearCell(model);
		case 'users/toggle-mark':
			return still(toggleMark(model));
		case 'users/toggle-all-marks':
			return still(setMarks(model, toggleAll(grid)));
		case 'users/clear-marks':
			return still(grid.marks.size === 0 ? model : setMarks(model, new Set()));
		case 'users/ask-delete':
			return still(askDelete(model));
		case 'users/delete':
			return deleteUsers(model, message.ids);
		case 'users/sort':
			return still(sortByColumn(model));
		case 'users/open-filter':
			return still(openFilter(model));
		case 'users/close-filter':
			return still(closeFilter(model, message.keep));
		case 'users/clear-filter':
			return still(clearFilter(model));
		case 'users/next-problem':
			return findNextProblem(model);
		case 'users/problem-found':
			return still(takeNextProblem(model, message));
		case 'users/cancel-search':
			return still(withNotice(stopSearching(model), 'No problem was looked for.'));
	}
}

function still(model: Model): Step {
	return [model, []];
}

function toggleMark(model: Model): Model {
	const user = cursorUser(model.grid, model.sheet);
	if (user === undefined) return model;
	const marks = new Set(model.grid.marks);
	if (!marks.delete(user.id)) marks.add(user.id);
	return {...model, grid: {...model.grid, marks}};
}

/** Those shown beside those marked before, whom a filter may hide; or nobody, where all shown are marked already. */
function toggleAll({rows, marks}: GridState): ReadonlySet<number> {
	return rows.every((id) => marks.has(id)) ? new Set() : new Set([...marks, ...rows]);
}

function setMarks(model: Model, marks: ReadonlySet<number>): Model {
	const grid = {...model.grid, marks};
	const hidden = countHiddenMarks(grid);
	const text =
		marks.size === 0
			? 'No user is marked now.'
			: `${count(marks.size, 'user is', 'users are')} marked now${hidden === 0 ? '' : `, ${hidden.toLocaleString('en-US')} hidden by the filter`}.`;
	return withNotice({...model, grid}, text);
}

function askDelete(model: Model): Model {
	const {ids, who, hidden} = describeTargets(model);
	const names = ids.slice(0, 3).map((id) => {
		const user = findUser(model.sheet, id);
		return user === undefined ? '' : `${fullName(user)} (ID ${id})`;
	});
	return openScreen(model, {
		name: 'confirm',
		question: `Delete ${who}${hidden}?`,
		details: [
			...(ids.length > 1
				? [`${names.join(', ')}${ids.length > 3 ? ` and ${ids.length - 3} more` : ''}`]
				: []),
			`${keyName(model, 'change.undo')} takes this back.`,
		],
		action: `Delete ${who}`,
		confirm: {type: 'users/delete', ids},
		aboutUsers: true,
	});
}

function deleteUsers(model: Model, ids: readonly number[]): Step {
	const removed = ids.map((id) => findUser(model.sheet, id)).filter((user) => user !== undefined);
	if (removed.length === 0) {
		return [withNotice(model, usersGone, 'bad'), []];
	}
	const label = `Delete ${removed.length === 1 && removed[0] ? fullName(removed[0]) : count(removed.length, 'user')}`;
	const [next, effects] = makeChange(model, {...emptyChange(label), removed}, {from: 'bulk'});
	return [
		withNotice(
			next,
			`${label.replace('Delete', 'Deleted')}. ${keyName(model, 'change.undo')} brings back.`,
			'good',
		),
		effects,
	];
}

/** One key, three states: upwards, downwards, by ID. */
function sortByColumn(model: Model): Model {
	const {grid, sheet} = model;
	const field = cursorField(grid);
	const again = grid.sort?.field === field;
	const sort: Sort | undefined = !again
		? {field, descending: false}
		: grid.sort?.descending === false
			? {field, descending: true}
			: undefined;
	const {sort: _, ...rest} = grid;
	const arranged: GridState = {
		...rest,
		...(sort === undefined ? {} : {sort}),
		rows: arrangeRows(sheet, grid.filter, sort),
	};
	const text =
		sort === undefined
			? 'Sorted by ID again.'
			: sort.descending
				? `Sorted by ${field.header}, downwards. ${keyName(model, 'row.sort')} again: by ID.`
				: `Sorted by ${field.header}, upwards. ${keyName(model, 'row.sort')} again: downwards.`;
	return withNotice(inView({...model, grid: followCursor(arranged, grid)}), text);
}
