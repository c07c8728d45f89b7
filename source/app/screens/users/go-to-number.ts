import {findUser} from '../../../domain/sheet.ts';
import {fullName} from '../../../domain/user.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, withNotice} from '../../model.ts';
import {keepCursorInView} from './grid-layout.ts';
import {showUser} from './show-user.ts';

/** The cursor on the user with this ID, or where there is none on the row of this number, from 1; it says on which. */
export function goToNumber(model: Model, number: number): Model {
	const {grid, sheet, size} = model;
	const user = findUser(sheet, number);
	if (user !== undefined) {
		const text = `ID ${number}: ${fullName(user)}`;
		return grid.rows.includes(number)
			? withNotice({...model, grid: showUser(grid, size, number)}, `${text}.`, 'good')
			: withNotice(
					model,
					`${text}, hidden by the filter. ${keyName(model, 'filter.clear')} takes it away.`,
					'bad',
				);
	}
	const id = grid.rows[number - 1];
	const here = id === undefined ? undefined : findUser(sheet, id);
	if (here === undefined)
		return withNotice(model, `There is neither an ID ${number} nor a row ${number}.`, 'bad');
	const cursor = {...grid.cursor, row: number - 1};
	return withNotice(
		{...model, grid: keepCursorInView({...grid, cursor}, size)},
		`There is no ID ${number}: this is row ${number}, ${fullName(here)} (ID ${id}).`,
	);
}
