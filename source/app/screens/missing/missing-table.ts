import {queryById} from '../../../domain/query/query-by-id.ts';
import {userQueryTable} from '../../../domain/query/user-query.ts';
import {userFinder} from '../../../domain/sheet.ts';
import {fullName, type User} from '../../../domain/user.ts';
import {type Model, putScreen} from '../../model.ts';
import {shownColumns} from '../../table/arrange-columns.ts';
import type {Column, Table, TableKind} from '../../table/table.ts';
import {gutterWidth} from '../../table/table-layout.ts';
import type {MissingState} from './missing-state.ts';

/** First line, header, keys. */
const linesAround = 3;
/** Lines that say how many are missing, and what may be wrong with that. */
export const missingDetailHeight = 3;

/** Users as rows. */
const missingKind: TableKind<User, object> = {
	noun: {one: 'user', many: 'users'},
	numbered: 'row',
	valueOf: (user, key) =>
		({
			id: String(user.id),
			name: fullName(user),
			number: user.directoryNumber,
			email: user.email,
			profile: user.profile,
		})[key] ?? '',
	nameOf: fullName,
};

/** The users who are missing from the file, as the sheet has them now. */
export function missingTable(state: MissingState, model: Model): Table<User, object> {
	const {found, table} = state;
	const {size, sheet} = model;
	const find = userFinder(sheet.users);
	const users = found?.users ?? [];
	const all = layOut(size.columns, String(sheet.nextId - 1).length);
	return {
		kind: missingKind,
		context: missingKind,
		state: table,
		columns: shownColumns(all, table),
		arranged: {name: 'missing', all},
		size: {columns: size.columns, rows: Math.max(1, size.rows - linesAround - missingDetailHeight)},
		cursor: 'cell',
		emptyText: users.length === 0 ? 'No user is missing.' : 'No user matches the filter.',
		rowCount: users.length,
		rowIds: () => users.map(({id}) => id),
		rowOf: find,
		query: () => queryById(userQueryTable({sheet}), find),
		keep: (next) => putScreen(model, {...state, table: next}),
	};
}

/** From this width on there is room for the profile. */
const roomy = 72;

function layOut(columns: number, idWidth: number): readonly Column[] {
	const id: Column = {key: 'id', header: 'ID', width: Math.max(2, idWidth), align: 'right'};
	const isRoomy = columns >= roomy;
	const room = columns - gutterWidth - id.width - (isRoomy ? 5 : 4);
	const [number, profile] = [10, isRoomy ? 14 : 0];
	const name = Math.floor((room - number - profile) * 0.4);
	return [
		id,
		{key: 'name', header: 'Name', width: name},
		{key: 'number', header: 'Number', width: number},
		{key: 'email', header: 'Email', width: room - number - profile - name},
		...(isRoomy ? [{key: 'profile', header: 'Profile', width: profile}] : []),
	];
}
