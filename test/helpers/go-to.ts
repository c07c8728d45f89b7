import type {Model} from '../../source/app/model.ts';
import {focusField, focusIndex} from '../../source/app/screens/form/form-state.ts';
import {type OptionRow, optionRows} from '../../source/app/screens/import/import-state.ts';
import type {FieldKey, ScreenField} from '../../source/domain/field.ts';
import {gridFields} from '../../source/domain/field-lists.ts';

/** A key to press, or those that lead somewhere from where the cursor is when their turn comes. */
export type Keys = string | ((model: Model) => readonly string[]);

/** To a column of the grid, on the row of the cursor: a field more or less beside it changes nothing. */
export function goTo(key: ScreenField['key']): Keys {
	const column = gridFields.findIndex((field) => field.key === key);
	return ({grid}) => repeatKey(column - grid.cursor.column, 'right', 'left');
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
export function goToOption(row: OptionRow): Keys {
	return ({screens}) => {
		const wizard = screens.findLast((screen) => screen.name === 'import');
		if (wizard === undefined) throw new Error('The wizard is not open');
		return repeatKey(optionRows.indexOf(row) - wizard.optionIndex, 'down', 'up');
	};
}

/** The keys themselves, found out from the model of the moment. */
export function resolveKeys(keys: Keys, model: Model): readonly string[] {
	return typeof keys === 'string' ? [keys] : keys(model);
}

function repeatKey(steps: number, forward: string, back: string): readonly string[] {
	return Array.from({length: Math.abs(steps)}, () => (steps < 0 ? back : forward));
}
