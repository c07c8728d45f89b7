import type {Change} from '../../domain/change.ts';
import {type Sheet, userFinder} from '../../domain/sheet.ts';
import type {User} from '../../domain/user.ts';
import type {TextFieldState} from '../text-field-state.ts';

/** One PIN typed for all, one generated for all, or one generated for each. */
export const pinModes = ['typed', 'generated', 'generated-each'] as const;
export type PinMode = (typeof pinModes)[number];

/** Setting the deployment PIN of many users at once. */
export type PinState = {
	readonly name: 'pin';
	readonly ids: readonly number[];
	/** Whether the users were marked; otherwise they are all that the grid shows. */
	readonly marked: boolean;
	readonly mode: PinMode;
	readonly field: TextFieldState;
	/** Made, and waiting for the answer to the question. */
	readonly change?: Change;
	/** The sheet that it is made for. */
	readonly plannedFor?: Sheet;
	readonly problem?: string;
	/** While the PINs of these users are being made. */
	readonly planning?: readonly User[];
};

/** How many of the users have a PIN already. */
export function countPins(sheet: Sheet, ids: readonly number[]): number {
	const find = userFinder(sheet.users);
	let count = 0;
	for (const id of ids) if ((find(id)?.deploymentPin ?? '') !== '') count += 1;
	return count;
}
