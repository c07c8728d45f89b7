import {applyChange} from './apply-change.ts';
import {type Change, emptyChange, updateOf} from './change.ts';
import {checkChanged, checkInSheet} from './check-in-sheet.ts';
import type {FieldKey, UserValues} from './field.ts';
import {originTable} from './origin.ts';
import type {Problem} from './problem.ts';
import type {Sheet} from './sheet.ts';
import {fullName, type User} from './user.ts';

/**
 * What goes with a number to another person: what belongs to the number, to its device and to its account at PBX and MBG, the two
 * passwords of that account included. Name, e-mail address, service account, PINs, and what was deployed belong to the person
 * (rules.md 5.8).
 */
const handedOver = [
	'profile',
	'directoryNumber',
	'pbxSipHost',
	'pbxSipUser',
	'pbxSipPassword',
	'mbgSipUser',
	'mbgSipPassword',
	'serviceHost',
	'voicemailNumber',
] as const satisfies readonly FieldKey[];

/** What a user who is kept gives up: all of it but what others have too, and the PIN of the mailbox that is gone. */
const givenUp = [
	'directoryNumber',
	'pbxSipUser',
	'pbxSipPassword',
	'mbgSipUser',
	'mbgSipPassword',
	'voicemailNumber',
	'voicemailPin',
] as const satisfies readonly FieldKey[];

/** What becomes of the user who gives the number away: deleted, or kept without it. */
export type HandOverWay = 'delete' | 'keep';

/** What the new user of a number begins with. */
export function valuesToHandOver(from: User): Partial<UserValues> {
	return Object.fromEntries(handedOver.map((key) => [key, from[key]]));
}

/** The number that is handed over, as texts name it; undefined where a user has none. */
export function numberOf({directoryNumber, pbxSipUser}: User): string | undefined {
	return directoryNumber || pbxSipUser || undefined;
}

/** Why a user cannot be kept without the number, in a sentence; undefined where that is possible. */
export function refuseToKeep({origin}: User, {settings}: Sheet): string | undefined {
	if (originTable[origin].isSynchronised)
		return `This user is ${originTable[origin].label}: the number is changed there, or the user is deleted here.`;
	return settings.standAlone
		? 'In a stand-alone deployment each user needs a device number: without one the user is deleted.'
		: undefined;
}

/**
 * Gives the number of a user to a new one, as one change.
 *
 * @param to the new user, with the sheet's next ID
 * @returns also what is wrong with the two, among the users as they would be
 */
export function planHandOver(
	from: User,
	to: User,
	way: HandOverWay,
	sheet: Sheet,
): {readonly change: Change; readonly problems: readonly Problem[]} {
	const label = `Hand over ${numberOf(from) ?? 'the number'} from ${fullName(from)} to ${fullName(to)}`;
	const kept = {...from, ...Object.fromEntries(givenUp.map((key) => [key, '']))};
	const change: Change = {
		...emptyChange(label),
		added: [to],
		...(way === 'delete' ? {removed: [from]} : {updated: [updateOf(from, kept)]}),
	};
	const later = applyChange(sheet, change);
	const left = way === 'delete' ? [] : checkChanged(from, kept, later);
	return {change, problems: [...checkInSheet(to, later), ...left]};
}
