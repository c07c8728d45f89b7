import type {GridColumn, StateColumn} from '../field.ts';
import {common} from '../field-defaults.ts';
import {gridFields} from '../field-lists.ts';
import {selfDeployText} from '../origin.ts';
import {cellValue, type Surroundings, type User} from '../user.ts';
import {stateTable} from './state-table.ts';
import {userState} from './user-state.ts';

const stateColumns: readonly StateColumn[] = [
	{
		...common,
		role: 'state',
		key: 'state',
		header: 'Deployment state',
		short: 'State',
		help: 'Derived from what is stored: what is to be done before the user can work.',
		width: 14,
		onForm: false,
	},
	{
		...common,
		role: 'state',
		key: 'selfDeploy',
		header: 'Self-deployment',
		short: 'Self-deploy',
		help: 'Whether a synchronised user can deploy the client alone; it follows from the system of the user.',
		width: 11,
		onForm: false,
	},
];

/** What the grid shows of a user: the fields, where the user is in the life cycle, and of synchronised ones whether they deploy alone. */
export const gridColumns: readonly GridColumn[] = [...gridFields, ...stateColumns];

/** What a cell of the grid shows, before anything is masked. */
export function shownValue(user: User, column: GridColumn, surroundings: Surroundings): string {
	if (column.role !== 'state') return cellValue(user, column, surroundings.profiles);
	if (column.key === 'selfDeploy') return selfDeployText(user.origin);
	return stateTable[userState(user, surroundings)].label;
}
