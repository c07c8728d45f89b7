import {maskValue} from '../../../domain/field.ts';
import {slipOf} from '../../../domain/hand-out/slip.ts';
import {isTold} from '../../../domain/pins/told-pin.ts';
import {queryById} from '../../../domain/query/query-by-id.ts';
import {commonColumns, textQueryTable} from '../../../domain/query/text-query.ts';
import {userFinder} from '../../../domain/sheet.ts';
import {fullName, type User} from '../../../domain/user.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, putScreen} from '../../model.ts';
import {shownColumns} from '../../table/arrange-columns.ts';
import type {Column, Table, TableKind} from '../../table/table.ts';
import {gutterWidth} from '../../table/table-layout.ts';
import {placesOf} from '../../table/table-state.ts';
import type {PinsState} from './pins-state.ts';

/** First line, header, line for answers, keys. */
const linesAround = 4;
/** Terminal cells: a PIN has at most 20 digits. */
const pinWidth = 20;
const toldWidth = 4;
/** Where the list begins: what is to be told, and copied. */
export const pinColumn = 3;

/** Users as rows with their PINs; they hang on whether PINs are shown. */
const pinsKind: TableKind<User, boolean> = {
	noun: {one: 'PIN', many: 'PINs'},
	numbered: 'row',
	valueOf: pinText,
	cellOf(user, key, revealed) {
		const text = pinText(user, key);
		return {text: key === 'pin' && !revealed ? maskValue(text) : text};
	},
	secrecyOf: (key, revealed) => (key !== 'pin' ? undefined : revealed ? 'shown' : 'hidden'),
	nameOf: fullName,
};

function pinText(user: User, key: string): string {
	const {name, number, pin} = slipOf(user);
	return {id: String(user.id), name, number, pin, told: isTold(user) ? 'yes' : 'no'}[key] ?? '';
}

const pinsQuery = textQueryTable<User>([
	{...commonColumns.id, read: ({id}) => String(id)},
	{...commonColumns.who, read: ({firstName, lastName}) => `${firstName} ${lastName}`},
	{name: 'number', help: 'the directory or device number', read: (user) => slipOf(user).number},
	{name: 'told', help: 'whether the PIN is ticked as told: yes or no', read: (user) => pinText(user, 'told')},
]);

/** The list of PINs. */
export function pinsTable(state: PinsState, model: Model): Table<User, boolean> {
	const {users, table} = state;
	const {size, sheet} = model;
	const find = userFinder(sheet.users);
	const rowOf = (place: number): User | undefined => {
		const opened = users[place];
		return opened && (find(opened.id) ?? opened);
	};
	const all = layOut(size.columns, String(sheet.nextId - 1).length);
	return {
		kind: pinsKind,
		context: model.revealed,
		state: table,
		columns: shownColumns(all, table),
		arranged: {name: 'pins', all},
		size: {columns: size.columns, rows: Math.max(1, size.rows - linesAround)},
		cursor: 'cell',
		emptyText: `No PIN matches the filter: ${keyName(model, 'pins.close')} takes it away.`,
		rowCount: users.length,
		rowIds: () => placesOf(users.length),
		rowOf,
		query: () => queryById(pinsQuery, rowOf),
		keep: (next) => putScreen(model, {...state, table: next}),
	};
}

function layOut(columns: number, idWidth: number): readonly Column[] {
	const id: Column = {key: 'id', header: 'ID', width: Math.max(2, idWidth), align: 'right'};
	const room = columns - gutterWidth - id.width - pinWidth - toldWidth - 6;
	const number = Math.max(6, Math.min(20, Math.floor(room * 0.35)));
	return [
		id,
		{key: 'name', header: 'Name', width: Math.max(6, room - number)},
		{key: 'number', header: 'Number', width: number},
		{key: 'pin', header: 'PIN', width: pinWidth},
		{key: 'told', header: 'Told', width: toldWidth},
	];
}
