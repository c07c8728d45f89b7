import {count} from '../../../domain/problem.ts';
import {usersWithIds} from '../../../domain/sheet.ts';
import type {User} from '../../../domain/user.ts';
import {closeScreen, type Model, openScreen, putScreen, withNotice} from '../../model.ts';
import type {Step} from '../../step.ts';
import {clearFilter} from '../../table/filter-table.ts';
import {scopeOf} from '../../table/scope.ts';
import {openTable} from '../../table/table-state.ts';
import {findableChoice} from '../choice/find-choice.ts';
import {fileName} from '../import/import-state.ts';
import {plannedImport} from '../import/planned-import.ts';
import type {MissingMessage} from './missing-messages.ts';
import type {MissingScope, MissingState} from './missing-state.ts';
import {missingTable} from './missing-table.ts';

/** The list of missing users that is open. */
export function missingOf({screens}: Model): MissingState | undefined {
	return screens.findLast((screen) => screen.name === 'missing');
}

/** Everything that happens in the list of users who are missing from a file. */
export function updateMissing(model: Model, message: MissingMessage): Step {
	if (message.type === 'missing/open') return openMissing(model);
	const state = missingOf(model);
	if (state === undefined) return [model, []];
	switch (message.type) {
		case 'missing/progressed':
			return [putScreen(model, {...state, progress: message.progress}), []];
		case 'missing/found': {
			const table = openTable(
				message.missing.users.map(({id}) => id),
				{column: 1},
			);
			return [putScreen(model, {...state, found: message.missing, progress: undefined, table}), []];
		}
		case 'missing/choose-scope':
			return [openScopeChoice(model, state), []];
		case 'missing/set-scope':
			return look(model, {...state, scope: message.scope});
		case 'missing/mark':
			return [markInGrid(model, state), []];
		case 'missing/back': {
			const table = missingTable(state, model);
			if (table.state.filter !== '') return clearFilter(table);
			return [closeScreen(model), [{type: 'missing/cancel'}]];
		}
	}
}

function openMissing(model: Model): Step {
	const planned = plannedImport(model);
	if (planned === undefined) return [model, []];
	const {plan, source} = planned;
	const state: MissingState = {
		name: 'missing',
		aboutUsers: true,
		fileName: fileName(source.path),
		file: source.table,
		plan,
		scope: {of: 'all'},
		found: undefined,
		progress: undefined,
		table: openTable([]),
	};
	return look(openScreen(model, state), state);
}

function look(model: Model, state: MissingState): Step {
	const {file, plan, scope} = state;
	const looking = {...state, found: undefined, progress: undefined, table: openTable([])};
	return [putScreen(model, looking), [{type: 'missing/find', file, plan, scope: usersOfScope(scope, model)}]];
}

function usersOfScope(scope: MissingScope, {sheet}: Model): readonly User[] {
	switch (scope.of) {
		case 'all':
			return sheet.users;
		case 'profile':
			return sheet.users.filter(({profile}) => profile === scope.name);
		case 'shown':
			return usersWithIds(sheet, scope.ids);
	}
}

function openScopeChoice(model: Model, {scope}: MissingState): Model {
	const {sheet, grid} = model;
	const item = (label: string, detail: string, chosen: MissingScope) => ({
		label,
		detail,
		choose: {type: 'missing/set-scope', scope: chosen} as const,
	});
	const items = [
		item('All users', count(sheet.users.length, 'user'), {of: 'all'}),
		...(grid.filter === ''
			? []
			: [item('Shown in the grid', `the filter ${grid.filter}`, {of: 'shown', ids: grid.rows})]),
		...sheet.profiles.map(({name}) => item(name, 'the users of this profile', {of: 'profile', name})),
	];
	const index = items.findIndex(({choose}) => describeScope(choose.scope) === describeScope(scope));
	return openScreen(model, findableChoice({title: 'Among which users?', items, index: Math.max(0, index)}));
}

/** "all users", "the profile Remote". */
export function describeScope(scope: MissingScope): string {
	switch (scope.of) {
		case 'all':
			return 'all users';
		case 'profile':
			return `profile ${scope.name}`;
		case 'shown':
			return 'those shown in the grid';
	}
}

/** They are marked beside those marked before, so that all actions of the grid are for them afterwards. */
function markInGrid(model: Model, state: MissingState): Model {
	const {by, rows} = scopeOf(missingTable(state, model));
	const chosen = by === 'row' ? state.table.rows : rows;
	const marks = new Set([...model.grid.marks, ...chosen]);
	const text = `${count(chosen.length, 'missing user')} marked in the grid; ${count(marks.size, 'user is', 'users are')} marked there in all.`;
	return withNotice({...model, grid: {...model.grid, marks}}, text, 'good');
}
