import type {Size} from '../../size.ts';
import type {UsersState} from './users-state.ts';

/** Below this width a panel would leave the grid too little: Enter on the ID shows the user in the form instead. */
export const leastForPanel = 110;

/** Terminal cells at the right that the user under the cursor takes from the grid; 0 without a panel. */
export function panelWidth({panel}: UsersState, {columns}: Size): number {
	return panel && columns >= leastForPanel ? Math.min(56, Math.floor(columns * 0.38)) : 0;
}
