import {visibleText} from '../../terminal/text/visible-text.ts';
import {count} from '../problem.ts';
import {nameIds} from '../query/id-ranges.ts';
import type {User} from '../user.ts';

/**
 * What is on the slip of one user: who it is for, and the PIN. Nothing else ever is (rules.md 5.6): with the link, the QR
 * code or the e-mail address beside it, the PIN would protect nothing.
 */
export type Slip = {
	/** As it can be printed: no control character, no bidi override. */
	readonly name: string;
	/** The directory number, or else the device number; '' for a user who has neither. */
	readonly number: string;
	readonly pin: string;
};

/** The lines of a slip, each with what it is called. */
export function slipRows({name, number, pin}: Slip): readonly (readonly [label: string, value: string])[] {
	return [['Name', name], ...(number === '' ? [] : [['Number', number] as const]), ['PIN', pin]];
}

/** Users with a PIN: those with something to hand out. */
export function withPin(users: readonly User[]): readonly User[] {
	return users.filter(({deploymentPin}) => deploymentPin !== '');
}

/** The slip of a user. An e-mail address never takes the place of a name. */
export function slipOf({id, firstName, lastName, directoryNumber, pbxSipUser, deploymentPin}: User): Slip {
	return {
		name: visibleText(`${firstName} ${lastName}`.trim()) || `User ${id}`,
		number: visibleText(directoryNumber || pbxSipUser),
		pin: visibleText(deploymentPin),
	};
}

/** What the history says of it: "Hand-out of 12 PINs: ID 1-8, 11". */
export function describeHandOut(users: readonly User[]): string {
	return `Hand-out of ${count(users.length, 'PIN')}: ${nameIds(users.map(({id}) => id))}`;
}

/** What the history says where PINs were shown: "Show 12 PINs: ID 1-8, 11". */
export function describeShown(ids: readonly number[]): string {
	return `Show ${count(ids.length, 'PIN')}: ${nameIds(ids)}`;
}

/** Who is left out of a hand-out, in a sentence; undefined where no user is. */
export function describeWithoutPin(all: number, withPins: number): string | undefined {
	const without = all - withPins;
	if (without === 0) return undefined;
	return `${count(without, 'user has', 'users have')} no PIN, and ${without === 1 ? 'is' : 'are'} left out.`;
}
