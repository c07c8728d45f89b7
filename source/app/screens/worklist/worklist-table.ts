import type {WorkEntry} from '../../../domain/life-cycle/worklist.ts';
import {formatLocalDate} from '../../../domain/local-time.ts';
import {queryById} from '../../../domain/query/query-by-id.ts';
import {commonColumns, textQueryTable} from '../../../domain/query/text-query.ts';
import type {Withdrawal} from '../../../domain/sheet.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, putScreen} from '../../model.ts';
import {shownColumns} from '../../table/arrange-columns.ts';
import {rowsByPlace} from '../../table/rows-by-place.ts';
import type {Column, Table, TableKind} from '../../table/table.ts';
import type {TableState} from '../../table/table-state.ts';
import {timeZoneOf} from '../users/user-panel.ts';
import type {WorklistState} from './worklist-state.ts';

/** First line, header, keys. */
const linesAround = 3;
/** Lines that say more of the entry under the cursor. */
export const worklistDetailHeight = 2;

const workColumns: readonly Column[] = [
	{key: 'count', header: 'Users', width: 7, align: 'right'},
	{key: 'label', header: 'What is to do', width: 26},
	{key: 'filter', header: 'Filter', width: 22},
];

const workKind: TableKind<WorkEntry, undefined> = {
	noun: {one: 'entry', many: 'entries'},
	numbered: 'row',
	valueOf: workText,
	cellOf: (entry, key) => ({text: workText(entry, key)}),
	nameOf: ({label}) => label,
};

function workText({count, label, filter = 'a list of its own'}: WorkEntry, key: string): string {
	return {count: count.toLocaleString('en-US'), label, filter}[key] ?? '';
}

const workQuery = textQueryTable<WorkEntry>([
	{name: 'what', help: 'what is to do', read: ({label}) => label},
]);

/** Names have what the others leave. */
function withdrawalColumns(columns: number): readonly Column[] {
	const width = Math.max(12, Math.min(30, Math.floor((columns - 31) / 2)));
	return [
		{key: 'id', header: 'ID', width: 6, align: 'right'},
		{key: 'name', header: 'Name', width},
		{key: 'number', header: 'Number', width: 8},
		{key: 'serviceUser', header: 'Service user', width},
		{key: 'deployedOn', header: 'Deployed', width: 10},
	];
}

/** Days are those of this time zone. */
const withdrawalKind: TableKind<Withdrawal, string> = {
	noun: {one: 'deleted user', many: 'deleted users'},
	numbered: 'ID',
	valueOf: withdrawalText,
	cellOf: (withdrawal, key, timeZone) => ({text: withdrawalText(withdrawal, key, timeZone)}),
	nameOf: ({name}) => name,
};

function withdrawalText(withdrawal: Withdrawal, key: string, timeZone: string): string {
	const {id, name, number, serviceUser, deployedOn} = withdrawal;
	if (key === 'deployedOn') return formatLocalDate(deployedOn, timeZone);
	return {id: String(id), name, number, serviceUser}[key] ?? '';
}

const withdrawalQuery = textQueryTable<Withdrawal>([
	{...commonColumns.id, read: ({id}) => String(id)},
	{...commonColumns.who, read: ({name}) => name},
	{name: 'number', help: 'the directory number', read: ({number}) => number},
	{name: 'service-user', help: 'the service user name', read: ({serviceUser}) => serviceUser},
]);

/** The list that is shown: what is to do, or who is to be withdrawn. */
export function worklistTable(state: WorklistState, model: Model): Table {
	return state.withdrawals === undefined
		? workTable(state, model)
		: withdrawalsTable(state, state.withdrawals, model);
}

function workTable(state: WorklistState, model: Model): Table<WorkEntry, undefined> {
	const {entries = [], work} = state;
	return {
		kind: workKind,
		context: undefined,
		state: work,
		columns: shownColumns(workColumns, work),
		arranged: {name: 'worklist', all: workColumns},
		size: listSize(model),
		cursor: 'row',
		emptyText: entries.length === 0 ? 'There is nothing to do.' : describeNoMatch(model, 'entry'),
		...rowsByPlace(entries, () => workQuery),
		keep: (next) => putScreen(model, {...state, work: next}),
	};
}

/** The users who were deleted while they were deployed. */
export function withdrawalsTable(
	state: WorklistState,
	table: TableState,
	model: Model,
): Table<Withdrawal, string> {
	const {toWithdraw} = model.sheet;
	const all = withdrawalColumns(model.size.columns);
	const rowOf = withdrawalFinder(toWithdraw);
	return {
		kind: withdrawalKind,
		context: timeZoneOf(model),
		state: table,
		columns: shownColumns(all, table),
		arranged: {name: 'withdrawals', all},
		size: listSize(model),
		cursor: 'cell',
		emptyText:
			toWithdraw.length === 0 ? 'No user is to be withdrawn.' : describeNoMatch(model, 'deleted user'),
		rowCount: toWithdraw.length,
		rowIds: () => toWithdraw.map(({id}) => id),
		rowOf,
		query: () => queryById(withdrawalQuery, rowOf),
		keep: (next) => putScreen(model, {...state, withdrawals: next}),
	};
}

const finders = new WeakMap<readonly Withdrawal[], ReadonlyMap<number, Withdrawal>>();

/** Finds a deleted user by ID. */
function withdrawalFinder(list: readonly Withdrawal[]): (id: number) => Withdrawal | undefined {
	const known = finders.get(list) ?? new Map(list.map((withdrawal) => [withdrawal.id, withdrawal]));
	finders.set(list, known);
	return (id) => known.get(id);
}

function listSize({size}: Model): Table['size'] {
	return {columns: size.columns, rows: Math.max(1, size.rows - linesAround - worklistDetailHeight)};
}

function describeNoMatch(model: Model, noun: string): string {
	return `No ${noun} matches the filter: ${keyName(model, 'worklist.close')} takes it away.`;
}
