import type {FieldKey, StoredField, UserValues} from '../../domain/field.ts';
import {storedFields} from '../../domain/field-lists.ts';
import type {Problem} from '../../domain/problem.ts';
import {findProfile} from '../../domain/profile.ts';
import {checkUserField, emptyValues, type Surroundings} from '../../domain/user.ts';

/** The rules of the domain for the rows of one file. */
export type RowCheck = {
	/** Everything wrong with a user as it would be stored: the same as the domain's `checkUser`, only faster. */
	readonly checkUser: (user: UserValues) => readonly Problem[];
	/** What is wrong with the cells of a row that makes no user, as its ID is not usable. */
	readonly checkCells: (values: ReadonlyMap<FieldKey, string>) => readonly Problem[];
};

/** Columns in which a file repeats few values: what was found out about one is kept. No rule for them asks whether the MBG is remote. */
const repetitive: ReadonlySet<FieldKey> = new Set(['profile', 'pbxSipHost', 'serviceHost']);
/** Text in which nothing can hide, so that only the field's own rule is left to ask. */
const printable = /^[ -~]*$/;

/** Makes the check for one file and one sheet; it remembers what it found out about values that come again. */
export function createRowCheck(surroundings: Surroundings): RowCheck {
	const remoteByProfile = new Map<string, boolean>();
	const isRemote = (profile: string): boolean => {
		const known = remoteByProfile.get(profile);
		if (known !== undefined) return known;
		const remote = findProfile(surroundings.profiles, profile)?.remoteMbg === true;
		remoteByProfile.set(profile, remote);
		return remote;
	};
	const checks = storedFields.map((field) => createFieldCheck(field, surroundings));
	return {
		checkUser(user) {
			const remote = isRemote(user.profile);
			const problems: Problem[] = [];
			for (const check of checks) {
				const problem = check(user, remote);
				if (problem !== undefined) problems.push(problem);
			}
			return problems;
		},
		checkCells(values) {
			const remote = isRemote(values.get('profile') ?? '');
			const user = {...emptyValues, ...Object.fromEntries(values)};
			return checks.flatMap((check, index) => {
				const key = storedFields[index]?.key;
				return key !== undefined && values.has(key) ? (check(user, remote) ?? []) : [];
			});
		},
	};
}

function createFieldCheck(
	field: StoredField,
	surroundings: Surroundings,
): (user: UserValues, remote: boolean) => Problem | undefined {
	const empty = checkUserField(field, emptyValues, false, surroundings);
	if (repetitive.has(field.key)) {
		const known = new Map<string, Problem | undefined>([['', empty]]);
		return (user) => {
			const value = user[field.key];
			if (!known.has(value)) known.set(value, checkUserField(field, user, false, surroundings));
			return known.get(value);
		};
	}
	return (user, remote) => {
		const value = user[field.key];
		if (value === '') return empty;
		const isPlain =
			value.length <= field.longest && printable.test(value) && !(remote && value.includes('#'));
		return isPlain && field.check?.(value) === undefined && field.doubt?.(value, user) === undefined
			? undefined
			: checkUserField(field, user, remote, surroundings);
	};
}
