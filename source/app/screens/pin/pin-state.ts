import type {Change} from '../../../domain/change.ts';
import {count} from '../../../domain/problem.ts';
import {type Sheet, userFinder} from '../../../domain/sheet.ts';
import type {User} from '../../../domain/user.ts';
import type {TextFieldState} from '../../text-field-state.ts';
import type {Targets} from '../users/describe-targets.ts';

/** One PIN typed for all, one generated for all, or one generated for each. */
const pinModes = ['typed', 'generated', 'generated-each'] as const;
export type PinMode = (typeof pinModes)[number];

/** Setting the deployment PIN of one user, or of many at once. */
export type PinState = Targets & {
	readonly name: 'pin';
	readonly aboutUsers: true;
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

declare module '../../model.ts' {
	interface ScreenStates {
		readonly pin: PinState;
	}
}

/** The choices for so many users: for one alone, "for all of them" and "for each of them" are the same. */
export function modesFor({ids}: Targets): readonly PinMode[] {
	return ids.length === 1 ? ['typed', 'generated'] : pinModes;
}

/** How many of the users have a PIN already. */
export function countPins(sheet: Sheet, ids: readonly number[]): number {
	const find = userFinder(sheet.users);
	let found = 0;
	for (const id of ids) if ((find(id)?.deploymentPin ?? '') !== '') found += 1;
	return found;
}

/** The same in words, without the full stop. */
export function describePins(already: number, isOne: boolean): string {
	if (isOne) return already === 0 ? 'There is no PIN yet' : 'There is a PIN already';
	return already === 0
		? 'None of them has a PIN yet'
		: `${count(already, 'of them has', 'of them have')} a PIN already`;
}
