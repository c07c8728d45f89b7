import {withdrawChange} from '../../../domain/life-cycle/withdraw-change.ts';
import type {WorkEntry} from '../../../domain/life-cycle/worklist.ts';
import {closeScreen, type Model, openScreen, putScreen} from '../../model.ts';
import type {Step} from '../../step.ts';
import {arrangeAgain} from '../../table/arrange-rows.ts';
import {askForRows} from '../../table/ask-for-rows.ts';
import {clearFilter} from '../../table/filter-table.ts';
import {scopeOf} from '../../table/scope.ts';
import {cursorRow, openTable} from '../../table/table-state.ts';
import {usersTable} from '../users/users-table.ts';
import {carryOut, planMark, takeMarkPlan} from './mark-users.ts';
import type {WorklistMessage} from './worklist-messages.ts';
import {uncountedWorklist, type WorklistState} from './worklist-state.ts';
import {withdrawalsTable, worklistTable} from './worklist-table.ts';

/** Everything that happens in the worklist, and what a person says of users. */
export function updateWorklist(model: Model, message: WorklistMessage): Step {
	switch (message.type) {
		case 'worklist/open':
			return [openScreen(model, uncountedWorklist), [{type: 'worklist/count', sheet: model.sheet}]];
		case 'worklist/mark':
			return planMark(model, message.mark);
		case 'worklist/mark-planned':
			return takeMarkPlan(model, message);
		case 'worklist/carry-out':
			return carryOut(model, message);
		default: {
			const state = model.screens.findLast((screen) => screen.name === 'worklist');
			return state === undefined ? [model, []] : updateList(model, state, message);
		}
	}
}

type ListMessage = Extract<
	WorklistMessage,
	{readonly type: 'worklist/counted' | 'worklist/go-to' | 'worklist/withdraw' | 'worklist/back'}
>;

function updateList(model: Model, state: WorklistState, message: ListMessage): Step {
	switch (message.type) {
		case 'worklist/counted':
			return [takeCounts(model, state, message.entries), []];
		case 'worklist/go-to':
			return goToEntry(model, state);
		case 'worklist/withdraw':
			return withdraw(model, state);
		case 'worklist/back':
			return goBack(model, state);
	}
}

/** The list as it is now, with the cursor on what it was on. */
function takeCounts(model: Model, state: WorklistState, entries: readonly WorkEntry[]): Model {
	const key = state.entries?.[cursorRow(state.work) ?? -1]?.key;
	const counted = {...state, entries};
	const table = arrangeAgain(worklistTable({...counted, withdrawals: undefined}, model));
	const row = table.rows.findIndex((place) => entries[place]?.key === key);
	const work = row < 0 ? table : {...table, cursor: {...table.cursor, row}};
	return followList(putScreen(model, {...counted, work}), {...counted, work});
}

/** The list of those who are to be withdrawn without those who left it. */
function followList(model: Model, state: WorklistState): Model {
	const {withdrawals} = state;
	if (withdrawals === undefined) return model;
	return putScreen(model, {...state, withdrawals: arrangeAgain(withdrawalsTable(state, withdrawals, model))});
}

/** The grid with the users of the entry, or the list of those who are in it no longer. */
function goToEntry(model: Model, state: WorklistState): Step {
	const entry = state.entries?.[cursorRow(state.work) ?? -1];
	if (entry === undefined || state.withdrawals !== undefined) return [model, []];
	const {filter} = entry;
	if (filter === undefined) {
		const withdrawals = openTable(
			model.sheet.toWithdraw.map(({id}) => id),
			{column: 1},
		);
		return [putScreen(model, {...state, withdrawals}), []];
	}
	const next = closeScreen(model);
	const {grid} = next;
	return askForRows(usersTable(grid, next), {filter, sort: grid.sort, typedOver: grid});
}

function withdraw(model: Model, state: WorklistState): Step {
	const {withdrawals} = state;
	if (withdrawals === undefined) return [model, []];
	const table = withdrawalsTable(state, withdrawals, model);
	const chosen = scopeOf(table).rows.flatMap((id) => table.rowOf(id) ?? []);
	const unmarked = table.keep({...withdrawals, marks: new Set(), anchor: undefined});
	const [next, effects] = carryOut(unmarked, {change: withdrawChange(chosen)});
	const open = next.screens.findLast((screen) => screen.name === 'worklist');
	return [open === undefined ? next : followList(next, open), effects];
}

/** From a filtered list to all of it, from there to the list before, then to the grid. */
function goBack(model: Model, state: WorklistState): Step {
	const table = worklistTable(state, model);
	if (table.state.filter !== '') return clearFilter(table);
	if (state.withdrawals !== undefined) return [putScreen(model, {...state, withdrawals: undefined}), []];
	return [closeScreen(model), []];
}
