import {hasUnsafeCharacters, removeUnsafeCharacters, trimUnseen} from '../terminal/text/visible-text.ts';
import {
	derivedValue,
	type Field,
	type FieldKey,
	fieldKeys,
	type GridColumn,
	isExact,
	isMasked,
	type ScreenField,
	type StoredField,
	showValue,
	type UserValues,
} from './field.ts';
import {storedField, storedFields} from './field-lists.ts';
import {type Origin, originTable} from './origin.ts';
import {type Finding, type Problem, quote} from './problem.ts';
import {findMisspelt, findProfile, nearestNamed, type Profile} from './profile.ts';
import {type SystemValues, systemFields} from './system-fields.ts';

/** One row of the sheet. */
export type User = UserValues & SystemValues & {readonly id: number};

/** A user that is being made: only the hands that make it may write to it. */
export type WritableUser = {-readonly [Key in keyof User]: User[Key]};

/** What the rules need to know of the sheet of a user. */
export type Surroundings = {
	readonly profiles: readonly Profile[];
	readonly standAlone: boolean;
};

/** A user with nothing filled in. */
export const emptyValues: UserValues = Object.fromEntries(fieldKeys.map((key) => [key, ''])) as UserValues;

/** A new user with nothing filled in: the ID comes with the sheet. */
export const emptyUser: User = {
	...emptyValues,
	...(Object.fromEntries(systemFields.map(({key, initial}) => [key, initial])) as SystemValues),
	id: 0,
};

/** Trimmed as stored: outer white space and invisible characters go, but not from passwords that have anything else (rules.md 3.11). */
export function trimValue(field: Field, value: string): string {
	const trimmed = trimUnseen(value);
	return isExact(field) && trimmed !== '' ? value : trimmed;
}

/** Whether this field of this user may not be changed here: data of synchronised users belongs to their system (rules.md 1.5). */
export function isReadOnly(field: GridColumn, origin: Origin): boolean {
	if (field.role !== 'stored') return true;
	return originTable[origin].isSynchronised && !field.ofDeployment;
}

/** What a cell holds: the stored value, the ID, or the host that the profile gives. */
export function cellValue(user: User, field: ScreenField, profiles: readonly Profile[]): string {
	if (field.role === 'stored') return user[field.key];
	if (field.key === 'id') return String(user.id);
	return derivedValue(field.key, findProfile(profiles, user.profile));
}

/** "Ann Archer", or the e-mail address of a user without a name. */
export function fullName({
	firstName,
	lastName,
	email = '',
}: Pick<UserValues, 'firstName' | 'lastName'> & Partial<Pick<UserValues, 'email'>>): string {
	return `${firstName} ${lastName}`.trim() || email;
}

const required: Finding = {code: 'required', message: 'Required.', short: 'Required'};
const requiredWhenAlone: Finding = {
	code: 'required',
	message: 'Required in a stand-alone deployment.',
	short: 'Required when stand-alone',
};

/** What is wrong with one value of a user: missing, malformed, or an unknown profile. Warnings are not looked for. */
export function checkField(key: FieldKey, value: string, surroundings: Surroundings): Finding | undefined {
	const field = storedField(key);
	if (value === '') {
		if (field.required === 'never') return undefined;
		if (field.required === 'stand-alone' && !surroundings.standAlone) return undefined;
		return field.required === 'always' ? required : requiredWhenAlone;
	}
	if (value.length > field.longest) return tooLong(value.length, field.longest);
	if (field.kind === 'profile') return checkProfile(value, surroundings.profiles);
	return field.check?.(value);
}

function tooLong(length: number, longest: number): Finding {
	return {
		code: 'too-long',
		message: `It has ${length.toLocaleString('en-US')} characters, and at most ${longest} are possible.`,
		short: `Too long: at most ${longest}`,
	};
}

/** Everything wrong with a user, in the order of the field table: errors first per field, then what deserves a look. */
export function checkUser(user: UserValues, surroundings: Surroundings): readonly Problem[] {
	const remote = findProfile(surroundings.profiles, user.profile)?.remoteMbg === true;
	return storedFields.flatMap((field) => checkUserField(field, user, remote, surroundings) ?? []);
}

/**
 * What {@link checkUser} says about one field.
 *
 * @param remote whether the MBG connection of the user's profile is remote
 */
export function checkUserField(
	field: StoredField,
	user: UserValues,
	remote: boolean,
	surroundings: Surroundings,
): Problem | undefined {
	const value = user[field.key];
	const place = {column: field.header, value: showValue(field, value)};
	const finding = checkField(field.key, value, surroundings);
	if (finding !== undefined) return {severity: 'error', ...finding, ...place};
	const remoteDoubt = field.key === 'directoryNumber' && remote ? checkRemoteNumber(value) : undefined;
	const doubt =
		remoteDoubt ?? (value === '' ? undefined : field.doubt?.(value, user)) ?? checkCharacters(field, value);
	return doubt === undefined ? undefined : {severity: 'warning', ...doubt, ...place};
}

/** What helps as well where a `#` must stay (rules.md 3.12). */
export const otherRemedies = 'or use a local MBG connection or clustered MBGs';

/** A `#` cannot sync over a remote MBG connection; `*` can be written for it (rules.md 3.12). */
export function checkRemoteNumber(value: string): Finding | undefined {
	if (!value.includes('#')) return undefined;
	const fixed = value.replaceAll('#', '*');
	return {
		code: 'remote-mbg-number',
		message: 'A # cannot sync over a remote MBG connection.',
		short: '# cannot sync over remote MBG',
		fix: `Write ${quote(fixed)}, ${otherRemedies}.`,
		fixed,
	};
}

function checkCharacters(field: StoredField, value: string): Finding | undefined {
	if (!hasUnsafeCharacters(value)) return undefined;
	// Words of Persian and of India are written with joiners.
	const mayBeMeant = isMasked(field) || /[\u200c\u200d]/.test(value);
	const fixed = mayBeMeant ? '' : removeUnsafeCharacters(value);
	return {
		code: 'control-character',
		message: 'It has characters that cannot be seen, or that could control a terminal.',
		short: 'Invisible characters',
		fix: 'They are stored as they are and shown as symbols.',
		...(fixed === '' ? {} : {fixed}),
	};
}

function checkProfile(value: string, profiles: readonly Profile[]): Finding | undefined {
	if (findProfile(profiles, value) !== undefined) return undefined;
	const nearest = nearestNamed(profiles, value);
	const misspelt = findMisspelt(profiles, value);
	return {
		code: 'unknown-profile',
		message: 'There is no such profile.',
		short: 'No such profile',
		...(nearest === undefined
			? {fix: `There is ${profiles.map((profile) => quote(profile.name)).join(', ')}.`}
			: {fix: `Did you mean ${quote(nearest.name)}?`}),
		...(misspelt === undefined ? {} : {fixed: misspelt.name}),
	};
}
