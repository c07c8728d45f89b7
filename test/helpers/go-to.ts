import type {Model} from '../../source/app/model.ts';
import {focusField, focusIndex} from '../../source/app/screens/form/form-state.ts';
import {importOptions} from '../../source/app/screens/import/options/import-options.ts';
import {optionsTable} from '../../source/app/screens/import/options/options-table.ts';
import {focusedTable, scrollIntoView} from '../../source/app/screens/screen-table.ts';
import {usersTable} from '../../source/app/screens/users/users-table.ts';
import type {FieldKey, GridColumn} from '../../source/domain/field.ts';
import {gridColumns} from '../../source/domain/life-cycle/grid-columns.ts';

/** A key to press, or those that lead somewhere from where the cursor is when their turn comes. */
export type Keys = string | ((model: Model) => readonly string[]);

/**
 * To a column of the grid, on the row of the cursor, wherever it is now: a field more or less beside it changes nothing. One
 * that is hidden is shown first.
 */
export function goTo(key: GridColumn['key']): Keys {
	return (model) => {
		const {grid, keymap} = scrollIntoView(model);
		const column = usersTable(grid, model).columns.findIndex((one) => one.key === key);
		if (column >= 0) return repeatKey(column - grid.cursor.column, 'right', 'left');
		const header = gridColumns.find((field) => field.key === key)?.header ?? key;
		return [
			...(keymap.keys['columns.choose'][0] ?? '').split(' '),
			...[...header].map((character) => (character === ' ' ? 'space' : character)),
			'enter',
		];
	};
}

/** To a column of the list that has the keys, by its key. */
export function goToColumn(key: string): Keys {
	return (model) => {
		const {columns = [], state} = focusedTable(scrollIntoView(model)) ?? {};
		const column = columns.findIndex((one) => one.key === key);
		if (state === undefined || column < 0) throw new Error(`No column ${key}`);
		return repeatKey(column - state.cursor.column, 'right', 'left');
	};
}

/** To a field of the form that is open. */
export function goToField(key: FieldKey): Keys {
	return ({screens}) => {
		const form = screens.find((screen) => screen.name === 'form');
		if (form === undefined) throw new Error('No form is open');
		return repeatKey(focusIndex(focusField(form, key)) - focusIndex(form), 'tab', 'shift+tab');
	};
}

/** To an option of the wizard that is open. */
export function goToOption(key: string): Keys {
	return (model) => {
		const wizard = model.screens.findLast((screen) => screen.name === 'import');
		if (wizard === undefined) throw new Error('The wizard is not open');
		const {rows, cursor} = optionsTable(wizard, model).state;
		const row = rows.indexOf(importOptions.findIndex((option) => option.key === key));
		if (row < 0) throw new Error(`There is no option ${key}`);
		return repeatKey(row - cursor.row, 'down', 'up');
	};
}

/** The keys themselves, found out from the model of the moment. */
export function resolveKeys(keys: Keys, model: Model): readonly string[] {
	return typeof keys === 'string' ? [keys] : keys(model);
}

function repeatKey(steps: number, forward: string, back: string): readonly string[] {
	return Array.from({length: Math.abs(steps)}, () => (steps < 0 ? back : forward));
}
