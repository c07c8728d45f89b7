import type {GridColumn, StateColumn} from '../field.ts';
import {common} from '../field-defaults.ts';
import {gridFields} from '../field-lists.ts';
import {cellValue, type Surroundings, type User} from '../user.ts';
import {stateTable} from './state-table.ts';
import {userState} from './user-state.ts';

const stateColumn: StateColumn = {
	...common,
	role: 'state',
	key: 'state',
	header: 'Deployment state',
	short: 'State',
	help: 'Derived from what is stored: what is to be done before the user can work.',
	width: 14,
	onForm: false,
};

/** What the grid shows of a user: the fields, and where the user is in the life cycle. */
export const gridColumns: readonly GridColumn[] = [...gridFields, stateColumn];

/** What a cell of the grid shows, before anything is masked. */
export function shownValue(user: User, column: GridColumn, surroundings: Surroundings): string {
	if (column.role === 'state') return stateTable[userState(user, surroundings)].label;
	return cellValue(user, column, surroundings.profiles);
}
