import {equalityKey} from '../../domain/compare-text.ts';
import type {FieldKey} from '../../domain/field.ts';
import type {User} from '../../domain/user.ts';
import type {ImportOptions} from '../import-plan.ts';
import {matchWayOf} from '../match-by.ts';

/** What makes two rows look like one person (rules.md 3.9); blank values are not alike. */
export type Likeness = {
	readonly name: string;
	readonly key: FieldKey;
	readonly keyOf: (user: User) => string;
};

const usualLikenesses: readonly Likeness[] = [
	{
		name: 'same e-mail address',
		key: 'email',
		keyOf: ({email}: User) => equalityKey(email),
	},
	{
		name: 'same last name and number',
		key: 'directoryNumber',
		keyOf: ({lastName, directoryNumber}: User) => {
			const number = equalityKey(directoryNumber);
			const name = equalityKey(lastName);
			return number === '' || name === '' ? '' : `${number}\n${name}`;
		},
	},
];

/** What makes people look alike under these options: without overwrite, also the value by which users are found (rules.md 3.25). */
export function listLikenesses({overwrite, matchBy}: ImportOptions): readonly Likeness[] {
	const {field, label} = matchWayOf(matchBy);
	if (overwrite || field === undefined || field === 'email') return usualLikenesses;
	return [{name: `same ${label}`, key: field, keyOf: (user) => equalityKey(user[field])}, ...usualLikenesses];
}

/** A person that a row looks like. */
export type Twin = {readonly user: User; readonly likeness: Likeness};
