import {countText, describeAuthor, describeOrigination, nameAuthor} from '../../../domain/describe-entry.ts';
import type {EntrySummary} from '../../../domain/entry.ts';
import {type FieldChange, takeFieldChanges} from '../../../domain/field-changes.ts';
import {formatLocalTime} from '../../../domain/local-time.ts';
import {entryQueryTable} from '../../../domain/query/entry-query.ts';
import {queryById} from '../../../domain/query/query-by-id.ts';
import {commonColumns, textQueryTable} from '../../../domain/query/text-query.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, putScreen} from '../../model.ts';
import {shownColumns} from '../../table/arrange-columns.ts';
import type {Table, TableKind} from '../../table/table.ts';
import {placesOf} from '../../table/table-state.ts';
import {
	entryColumns,
	entryHeight,
	historyColumns,
	listHeight,
	narrowTime,
	wideAuthor,
} from './history-layout.ts';
import {findEntry, type HistoryState, leftOf, type OpenedEntry} from './history-state.ts';

/** Changes as rows; they hang on the time zone in which times are shown. */
const changesKind: TableKind<EntrySummary, string> = {
	noun: {one: 'change', many: 'changes'},
	numbered: 'Change',
	valueOf(entry, key) {
		if (key === 'when') return entry.at;
		return changeTexts(entry, key);
	},
	cellOf(entry, key, timeZone, width) {
		if (key === 'when') {
			const when = formatLocalTime(entry.at, timeZone);
			return {text: width <= narrowTime ? when.slice('2026-'.length) : when};
		}
		if (key === 'who' && width >= wideAuthor) return {text: describeAuthor(entry.author)};
		return {text: changeTexts(entry, key)};
	},
	nameOf: ({label}) => label,
};

function changeTexts(entry: EntrySummary, key: string): string {
	switch (key) {
		case 'revision':
			return entry.revision.toLocaleString('en-US');
		case 'who':
			return nameAuthor(entry.author);
		case 'from':
			return entry.origination.from === 'command-line' ? 'command' : describeOrigination(entry.origination);
		case 'users':
			return countText(entry);
		default:
			return entry.label;
	}
}

/** Values of an opened change as rows; they hang on what an undo would leave. */
const valuesKind: TableKind<FieldChange, OpenedEntry['left']> = {
	noun: {one: 'value', many: 'values'},
	numbered: 'row',
	valueOf: valueText,
	signOf: (line, left) => (leftOf({left}, line) === undefined ? ' ' : '='),
	nameOf: ({name}) => name,
};

/** A created user has nothing before and a deleted one nothing after; of others an empty value is named. */
function valueText(shown: FieldChange, key: string): string {
	switch (key) {
		case 'id':
			return shown.id;
		case 'name':
			return shown.name;
		case 'field':
			return shown.field;
		default: {
			const value = key === 'before' ? shown.before : shown.after;
			const isNamed = shown.action === 'changed' && shown.before !== shown.after;
			return isNamed && value === '' ? 'empty' : value;
		}
	}
}

/** What may be asked about the values of an opened change. */
const valuesQuery = textQueryTable<FieldChange>([
	{...commonColumns.id, read: ({id}) => id},
	{...commonColumns.who, read: ({name}) => name},
	{...commonColumns.column, read: ({field}) => field},
	{...commonColumns.before, read: ({before}) => before},
	{...commonColumns.after, read: ({after}) => after},
]);

/** The list of changes, or of what one of them has changed. */
export function historyTable(state: HistoryState, model: Model): Table {
	return state.opened === undefined ? changesTable(state, model) : valuesTable(state, state.opened, model);
}

/** The list of changes. */
export function changesTable(state: HistoryState, model: Model): Table<EntrySummary, string> {
	const {entries = [], list, now, timeZone} = state;
	const rowOf = (revision: number) => findEntry(entries, revision);
	const all = historyColumns(model.size.columns, entries[0]?.revision ?? 0);
	return {
		kind: changesKind,
		context: timeZone,
		state: list,
		columns: shownColumns(all, list),
		arranged: {name: 'history', all},
		size: {columns: model.size.columns, rows: listHeight(model.size)},
		cursor: 'cell',
		emptyText:
			entries.length === 0
				? 'Nothing has been changed yet.'
				: `No change matches the filter: ${keyName(model, 'history.close')} takes it away.`,
		rowCount: entries.length,
		rowIds: () => entries.map(({revision}) => revision),
		rowOf,
		query: () => queryById(entryQueryTable({now, timeZone}), rowOf),
		keep: (next) => putScreen(model, {...state, list: next}),
	};
}

function valuesTable(
	state: HistoryState,
	opened: OpenedEntry,
	model: Model,
): Table<FieldChange, OpenedEntry['left']> {
	const {lines, table, left} = opened;
	const rowOf = (place: number) => takeFieldChanges(lines, place, place + 1)[0];
	const all = entryColumns(model.size.columns);
	return {
		kind: valuesKind,
		context: left,
		state: table,
		columns: shownColumns(all, table),
		arranged: {name: 'change', all},
		size: {columns: model.size.columns, rows: entryHeight(opened.summary, model.size)},
		cursor: 'cell',
		emptyText:
			lines.length === 0
				? 'It has changed no value.'
				: `No value matches the filter: ${keyName(model, 'history.close-entry')} takes it away.`,
		rowCount: lines.length,
		rowIds: () => placesOf(lines.length),
		rowOf,
		query: () => queryById(valuesQuery, rowOf),
		keep: (next) => putScreen(model, {...state, opened: {...opened, table: next}}),
	};
}
