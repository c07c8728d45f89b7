import type {Profile} from '../../../domain/profile.ts';
import {isLongText} from '../../../domain/profiles/judge-profile.ts';
import {type ProfileField, profileFields, showProfileValue} from '../../../domain/profiles/profile-fields.ts';
import {type Model, openScreen, putScreen} from '../../model.ts';
import type {Step} from '../../step.ts';
import {cursorRow, type TableState} from '../../table/table-state.ts';
import {insertText, textField} from '../../text-field-state.ts';
import {findableChoice} from '../choice/find-choice.ts';
import {countedColumns} from './profile-columns.ts';
import {addedRow, type ProfileEditor, type ProfilesState} from './profiles-state.ts';
import {profilesTable} from './profiles-table.ts';

/** The profile under the cursor, and the field where the column is one. */
export function profileUnderCursor(
	state: ProfilesState,
	model: Model,
): {readonly row: number; readonly profile: Profile; readonly field: ProfileField | undefined} | undefined {
	const table = profilesTable(state, model);
	const row = cursorRow(table.state);
	const profile = row === undefined ? undefined : table.rowOf(row);
	const key = table.columns[table.state.cursor.column]?.key;
	if (row === undefined || profile === undefined) return undefined;
	return {row, profile, field: profileFields.find((one) => one.key === key)};
}

/** The number of users under the cursor; in any other column that of all users. */
export function countedUnderCursor(state: ProfilesState, model: Model): (typeof countedColumns)[number] {
	const {columns, state: table} = profilesTable(state, model);
	const key = columns[table.cursor.column]?.key;
	const [all] = countedColumns;
	const found = countedColumns.find((one) => one.key === key) ?? all;
	if (found === undefined) throw new Error('Nothing is counted');
	return found;
}

/** Opens the value under the cursor: a line, a list, or for several lines the person's editor. */
export function openProfileCell(model: Model, state: ProfilesState, typed: string | undefined): Step {
	const {row, profile, field} = profileUnderCursor(state, model) ?? {};
	if (row === undefined || profile === undefined || field === undefined) return [model, []];
	const before = showProfileValue(field, profile);
	if (field.kind === 'switch') return [openSwitch(model, profile, field, typed), []];
	if (field.kind === 'text' && isLongText(field)) {
		const content = before || (field.start ?? '');
		const inEditor = {row, key: field.key, before};
		return [putScreen(model, {...state, inEditor}), [{type: 'editor/edit', content, suffix: '.txt'}]];
	}
	const editor: ProfileEditor = {
		row,
		key: field.key,
		field: typed === undefined ? textField(before) : insertText(textField(''), typed),
		openedBy: typed === undefined ? 'key' : 'typing',
		before,
	};
	return [putScreen(model, {...state, editor}), []];
}

function openSwitch(model: Model, {name, ...values}: Profile, field: ProfileField, typed = ''): Model {
	const now = showProfileValue(field, {name, ...values});
	const items = ['off', 'on'].map((value) => ({
		label: value,
		detail: '',
		choose: {type: 'profiles/set', name, key: field.key, value} as const,
	}));
	const index = items.findIndex(({label}) => label === now);
	return openScreen(model, findableChoice({title: `${field.label} of ${name}`, items, index}, typed));
}

/** Opens a row for a profile that is there once it has a name. A filter, which could hide it, goes. */
export function openAddedRow(model: Model, state: ProfilesState): Model {
	const table: TableState = {...state.table, filter: '', unfiltered: undefined, anchor: undefined};
	const rows = [...state.ids, addedRow];
	const field = textField('');
	const editor: ProfileEditor = {row: addedRow, key: 'name', field, openedBy: 'key', before: ''};
	return putScreen(model, {
		...state,
		editor,
		table: {...table, rows, cursor: {row: rows.length - 1, column: nameColumn(state, model)}},
	});
}

function nameColumn(state: ProfilesState, model: Model): number {
	return Math.max(
		0,
		profilesTable(state, model).columns.findIndex(({key}) => key === 'name'),
	);
}

/** Leaves the open cell as it was; a row that was to be added goes. */
export function cancelProfileCell(model: Model, state: ProfilesState): Model {
	const {table} = state;
	const rows = table.rows.filter((id) => id !== addedRow);
	const row = Math.min(table.cursor.row, rows.length - 1);
	const closed = rows.length === table.rows.length ? table : {...table, rows, cursor: {...table.cursor, row}};
	return putScreen(model, {...state, editor: undefined, table: closed});
}
