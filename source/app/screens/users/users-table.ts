import {isMasked, maskValue, type ScreenField} from '../../../domain/field.ts';
import {gridFields, storedField} from '../../../domain/field-lists.ts';
import {originTable} from '../../../domain/origin.ts';
import type {Profile} from '../../../domain/profile.ts';
import {queryById} from '../../../domain/query/query-by-id.ts';
import {userQueryTable} from '../../../domain/query/user-query.ts';
import {userFinder} from '../../../domain/sheet.ts';
import {cellValue, fullName, isReadOnly, type User} from '../../../domain/user.ts';
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

/** What cells hang on beside their user: the profiles. */
export type UsersContext = Revealing<readonly Profile[]>;

/** Lines around the rows: first line and header above; detail and keys below. */
const linesAround = 4;

const fieldsByKey = new Map<string, ScreenField>(gridFields.map((field) => [field.key, field]));

/** Users as rows. */
export const usersKind: TableKind<User, UsersContext> = {
	noun: {one: 'user', many: 'users'},
	numbered: 'ID',
	valueOf(user, key, {base: profiles}) {
		const field = fieldsByKey.get(key);
		return field === undefined ? '' : cellValue(user, field, profiles);
	},
	cellOf(user, key, context) {
		const field = fieldsByKey.get(key);
		if (field === undefined) return {text: ''};
		const value = cellValue(user, field, context.base);
		const text = usersKind.secrecyOf?.(key, context) === 'hidden' ? maskValue(value) : value;
		return field.key !== 'id' && isReadOnly(field, user.origin) ? {text, tone: 'read-only'} : {text};
	},
	secrecyOf(key, {revealed}) {
		const field = fieldsByKey.get(key);
		if (field === undefined || !isMasked(field)) return undefined;
		return revealed && field.role === 'stored' && field.kind === 'pin' ? 'shown' : 'hidden';
	},
	signOf: ({origin}) => (originTable[origin].isSynchronised ? '=' : ' '),
	nameOf: fullName,
};

/** The list of all users. */
export function usersTable(grid: UsersState, model: Model): Table<User, UsersContext> {
	const {sheet, size, revealed, stored, changes} = model;
	const {editor, marks} = grid;
	const rowOf = userFinder(sheet.users);
	const all = usersColumns(sheet.settings.standAlone);
	return {
		kind: usersKind,
		context: contextOf(sheet.profiles, revealed),
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
			queryById(userQueryTable({sheet, marks, ...(changes?.stored === stored ? {changes} : {})}), rowOf),
		keep: (state: TableState) => ({...model, grid: {...grid, ...state}}),
	};
}

const contextOf = revealingContexts<readonly Profile[]>();

/** Why no user is shown, and what to do. */
function describeEmpty(model: Model): string {
	if (model.sheet.users.length === 0)
		return `There are no users yet: ${keyName(model, 'import.open')} imports a file, ${keyName(model, 'user.add')} creates one.`;
	return `No user matches the filter: ${keyName(model, 'table.clear')} takes it away.`;
}
