import {textQueryTable} from '../../../domain/query/text-query.ts';
import {textWidth} from '../../../terminal/text/text-width.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, putScreen} from '../../model.ts';
import {shownColumns} from '../../table/arrange-columns.ts';
import {rowsByPlace} from '../../table/rows-by-place.ts';
import type {Cell, Table, TableKind} from '../../table/table.ts';
import type {Measured} from '../../table/table-state.ts';
import {type SettingRow, settingRows} from './setting-rows.ts';
import {settingsColumns} from './settings-columns.ts';
import type {SettingsState} from './settings-state.ts';

/** First line, header, keys. */
const linesAround = 3;
/** Lines that say more of the setting under the cursor. */
export const settingDetailHeight = 2;

/** Settings as rows; their values are in what there is to know. */
const settingsKind: TableKind<SettingRow, Model> = {
	noun: {one: 'setting', many: 'settings'},
	numbered: 'row',
	valueOf: settingText,
	cellOf(row, key, model): Cell {
		const text = settingText(row, key, model);
		const isQuiet = key === 'value' && (row.input === undefined || text === 'none');
		return isQuiet ? {text, tone: 'quiet'} : {text};
	},
	nameOf: ({label}) => label,
};

function settingText({of, group, label, shown}: SettingRow, key: string, model: Model): string {
	return {of: of === 'sheet' ? 'all' : 'you', group, label, value: shown(model)}[key] ?? '';
}

function settingsQuery(model: Model) {
	return textQueryTable<SettingRow>(
		settingsColumns.map(({key, header}) => ({
			name: header.toLowerCase(),
			help: `the column ${header}`,
			otherNames: [key],
			read: (row) => settingText(row, key, model),
		})),
	);
}

/** The settings as a list. */
export function settingsTable(state: SettingsState, model: Model): Table<SettingRow, Model> {
	const {table, editor} = state;
	const {size} = model;
	return {
		kind: settingsKind,
		context: model,
		state: table,
		columns: shownColumns(settingsColumns, table),
		arranged: {name: 'settings', all: settingsColumns, measure: () => measureSettings(model)},
		size: {columns: size.columns, rows: Math.max(1, size.rows - linesAround - settingDetailHeight)},
		cursor: 'cell',
		emptyText: `No setting matches the filter: ${keyName(model, 'settings.close')} takes it away.`,
		editing: editor && {...editor, masked: false},
		...rowsByPlace(settingRows, () => settingsQuery(model)),
		keep: (next) => putScreen(model, {...state, table: next}),
	};
}

const filled = new Set(settingsColumns.map(({key}) => key));
const measured = new WeakMap<object, Measured>();

/** How wide the texts are: the values hang on the sheet, and little on what is one's own. */
function measureSettings(model: Model): Measured {
	const {settings} = model.sheet;
	const known = measured.get(settings);
	if (known !== undefined) return known;
	const widths = settingsColumns.map(({key}): [string, number] => [
		key,
		settingRows.reduce((most, row) => Math.max(most, textWidth(settingText(row, key, model))), 0),
	]);
	const found = {filled, widths: new Map(widths)};
	measured.set(settings, found);
	return found;
}
