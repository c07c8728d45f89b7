import type {Model} from '../../model.ts';
import type {Step} from '../../step.ts';
import {askForRows} from '../../table/ask-for-rows.ts';
import {usersTable} from './users-table.ts';

/** The grid with the users that a filter finds; what is open above it goes. */
export function showUsers(model: Model, filter: string): Step {
	const {grid} = model;
	const table = usersTable(grid, {...model, screens: []});
	return askForRows(table, {filter, sort: grid.sort, typedOver: grid});
}
