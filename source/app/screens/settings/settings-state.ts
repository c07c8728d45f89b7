import type {Finding} from '../../../domain/problem.ts';
import type {OpenCell} from '../../table/table.ts';
import {openTable, placesOf, type RowId, type TableState} from '../../table/table-state.ts';
import {settingRows} from './setting-rows.ts';
import {valueColumn} from './settings-columns.ts';

/** A value that is being edited. */
export type SettingEditor = Omit<OpenCell, 'masked'> & {
	readonly row: RowId;
	/** The value when it was opened: another one now is that of another person. */
	readonly before: string;
	/** Why the value was refused at the last commit. */
	readonly problem?: Finding;
};

/** The list of the settings, of the sheet and of the account. */
export type SettingsState = {
	readonly name: 'settings';
	/** Rows are known by their places. */
	readonly table: TableState;
	readonly editor: SettingEditor | undefined;
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly settings: SettingsState;
	}
}

/** The list as it is opened, with the cursor on the first value. */
export const openedSettings: SettingsState = {
	name: 'settings',
	table: openTable(placesOf(settingRows.length), {column: valueColumn}),
	editor: undefined,
};
