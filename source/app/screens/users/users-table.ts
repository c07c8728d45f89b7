import {type GridColumn, isMasked, maskValue} from '../../../domain/field.ts';
import {storedField} from '../../../domain/field-lists.ts';
import {gridColumns, shownValue} from '../../../domain/life-cycle/grid-columns.ts';
import {originTable} from '../../../domain/origin.ts';
import {queryById} from '../../../domain/query/query-by-id.ts';
import {userQueryTable} from '../../../domain/query/user-query.ts';
import {surroundingsOf, userFinder} from '../../../domain/sheet.ts';
import {fullName, isReadOnly, type Surroundings, type User} from '../../../domain/user.ts';
import {keyName} from '../../keymap/keymap.ts';
import type {Model} from '../../model.ts';
import {shownColumns} from '../../table/arrange-columns.ts';
import {type Revealing, revealingContexts} from '../../table/revealing.ts';
import type {Table, TableKind} from '../../table/table.ts';
import type {TableState} from '../../table/table-state.ts';
import {hasProblem} from './has-problem.ts';
import {measureUsers} from './measure-users.ts';
import {panelWidth} from './user-panel.ts';
import {usersColumns, usersPresets} from './users-columns.ts';
import type {UsersState} from './users-state.ts';

/** What cells hang on beside their user: the profiles, and whether the deployment is stand-alone. */
export type UsersContext = Revealing<Surroundings>;

/** Lines around the rows: first line and header above; detail and keys below. */
const linesAround = 4;

const columnsByKey = new Map<string, GridColumn>(gridColumns.map((column) => [column.key, column]));

/** Users as rows. */
export const usersKind: TableKind<User, UsersContext> = {
	noun: {one: 'user', many: 'users'},
	numbered: 'ID',
	valueOf(user, key, {base}) {
		const field = columnsByKey.get(key);
		return field === undefined ? '' : shownValue(user, field, base);
	},
	cellOf(user, key, context) {
		const field = columnsByKey.get(key);
		if (field === undefined) return {text: ''};
		const value = shownValue(user, field, context.base);
		const text = usersKind.secrecyOf?.(key, context) === 'hidden' ? maskValue(value) : value;
		const isOwn = field.role === 'id' || field.role === 'state';
		return !isOwn && isReadOnly(field, user.origin) ? {text, tone: 'read-only'} : {text};
	},
	secrecyOf(key, {revealed}) {
		const field = columnsByKey.get(key);
		if (field === undefined || !isMasked(field)) return undefined;
		return revealed && field.role === 'stored' && field.kind === 'pin' ? 'shown' : 'hidden';
	},
	signOf: ({origin}) => (originTable[origin].isSynchronised ? '=' : ' '),
	nameOf: fullName,
};

/** The list of all users. */
export function usersTable(grid: UsersState, model: Model): Table<User, UsersContext> {
	const {sheet, size, revealed, stored, changes} = model;
	const {editor, marks, touched} = grid;
	const rowOf = userFinder(sheet.users);
	const all = usersColumns(sheet.settings.standAlone);
	return {
		kind: usersKind,
		context: contextOf(surroundingsOf(sheet), revealed),
		state: grid,
		columns: shownColumns(all, grid),
		arranged: {name: 'users', all, presets: usersPresets, measure: (before) => measureUsers(sheet, before)},
		size: {columns: size.columns - panelWidth(grid, size), rows: Math.max(1, size.rows - linesAround)},
		cursor: 'cell',
		hasProblem: (user) => hasProblem(user, sheet),
		emptyText: describeEmpty(model),
		editing: editor && {
			field: editor.field,
			masked: isMasked(storedField(editor.key)) && !revealed,
			openedBy: editor.openedBy,
		},
		rowCount: sheet.users.length,
		rowIds: () => sheet.users.map(({id}) => id),
		rowOf,
		query: () =>
			queryById(
				userQueryTable({sheet, marks, touched, ...(changes?.stored === stored ? {changes} : {})}),
				rowOf,
			),
		keep: (state: TableState) => ({...model, grid: {...grid, ...state}}),
	};
}

const contextOf = revealingContexts<Surroundings>();

/** Why no user is shown, and what to do. */
function describeEmpty(model: Model): string {
	if (model.sheet.users.length === 0)
		return `There are no users yet: ${keyName(model, 'import.open')} imports a file, ${keyName(model, 'user.add')} creates one.`;
	return `No user matches the filter: ${keyName(model, 'table.clear')} takes it away.`;
}
