import {isMasked, type ScreenField, type StoredField} from '../field.ts';
import {gridFields} from '../field-lists.ts';
import {type Origin, origins, originTable} from '../origin.ts';
import {isEasyPin, ownNumbers} from '../pin.ts';
import type {Finding} from '../problem.ts';
import type {Sheet} from '../sheet.ts';
import {fallsShort} from '../stand-alone.ts';
import {cellValue, fullName, type User} from '../user.ts';
import {fieldNames} from './field-names.ts';
import {lifeCycleFields, lifeCycleTimes} from './life-cycle-query.ts';
import {problemField} from './problem-query.ts';
import {type Choice, type Clock, choiceField, idField, textField, timeField} from './query-fields.ts';
import type {QueryField, QueryTable, QueryWord} from './query-table.ts';
import {keepSearchedText} from './searched-text.ts';
import {timeWords} from './time-span.ts';

/** What a query about users may ask beside what a user holds. */
export type UserQueryContext = {
	readonly sheet: Sheet;
	/** Marked users, by ID; absent where there are no marks. */
	readonly marks?: ReadonlySet<number>;
	/** Users of the last import or shown change, by ID; absent where there are none. */
	readonly touched?: ReadonlySet<number>;
	/** When each user was changed last, by ID, and the time now; absent where the history has not been read. */
	readonly changes?: Clock & {readonly lastById: ReadonlyMap<number, string>};
};

/** Everything that may be asked about a user: each field by its names, and what can be told from it. */
export function userQueryTable(context: UserQueryContext): QueryTable<User> {
	const {sheet, marks, touched, changes} = context;
	const timed = (word: QueryWord, read: (user: User) => string | undefined): QueryField<User> =>
		changes === undefined
			? {...word, otherNames: [], values: timeWords, compile: () => historyNeeded}
			: timeField(word, read, changes);
	return {
		fields: [
			...gridFields.map((field) => userField(field, sheet)),
			textField({name: 'name', help: 'first and last name', otherNames: ['full name']}, fullName),
			originField,
			selfDeployField,
			standAloneField,
			problemField(sheet),
			...lifeCycleFields(sheet),
			...lifeCycleTimes.map(({key, ...word}) => timed(word, (user) => user[key] || undefined)),
			timed(changedWord, ({id}) => changes?.lastById.get(id)),
			...(marks === undefined ? [] : [oneOf(markedWord, marks)]),
			...(touched === undefined ? [] : [oneOf(touchedWord, touched)]),
		],
		values: searchedValues,
		searched: searchedUser,
	};
}

const searchable = gridFields.filter((field) => field.role !== 'derived' && !isMasked(field));

function searchedValues(user: User): readonly string[] {
	return searchable.map((field) => cellValue(user, field, []));
}

const searchedUser = keepSearchedText(searchedValues);

const changedWord: QueryWord = {name: 'changed', help: 'when the user was changed last'};
const markedWord: QueryWord = {name: 'marked', help: 'users with a mark'};
const touchedWord: QueryWord = {name: 'touched', help: 'users of the last import, or of the change shown'};

function oneOf(word: QueryWord, ids: ReadonlySet<number>): QueryField<User> {
	return choiceField(word, [], ({id}) => ids.has(id));
}

/** What a query about changes comes to while the history has not been read: then it can be read, and the query made again. */
export const historyNeeded: Finding = {
	code: 'query-history',
	message: 'The history has not been read yet.',
	short: 'The history is not read yet',
};

function userField(field: ScreenField, sheet: Sheet): QueryField<User> {
	const [name = field.key, ...otherNames] = fieldNames(field);
	const named = {name, help: field.header, otherNames};
	if (field.key === 'id') return idField(named, ({id}) => id);
	if (field.role === 'stored' && isMasked(field)) return maskedField(named, field);
	return textField(
		named,
		(user) => cellValue(user, field, sheet.profiles),
		field.key === 'profile' ? sheet.profiles.map(({name}) => ({name, help: 'a profile'})) : [],
	);
}

/** A secret or a PIN is never found by its value: a person could guess it digit by digit. */
function maskedField(
	named: Omit<QueryField<User>, 'values' | 'compile'>,
	field: StoredField,
): QueryField<User> {
	const isEmpty = (user: User): boolean => user[field.key] === '';
	const isWeak = (user: User): boolean => !isEmpty(user) && isEasyPin(user[field.key], ownNumbers(user));
	return choiceField(
		named,
		[
			{name: 'none', help: 'nothing is stored', test: isEmpty},
			{name: 'set', help: 'something is stored', test: (user) => !isEmpty(user)},
			...(field.kind === 'pin' ? [{name: 'weak', help: 'easy to guess', test: isWeak}] : []),
		],
		isEmpty,
	);
}

const originField = choiceField<User>(
	{name: 'origin', help: 'where the user came from', otherNames: ['source']},
	[
		...origins.map((name) => originChoice(name, originTable[name].label, (origin) => origin === name)),
		originChoice(
			'synchronised',
			'synchronised from another system',
			(origin) => originTable[origin].isSynchronised,
		),
	],
	() => false,
);

const selfDeployField = choiceField<User>(
	{name: 'self-deploy', help: 'whether the user can deploy the client alone', otherNames: []},
	[
		originChoice('yes', 'the user can', (origin) => originTable[origin].canSelfDeploy),
		originChoice('no', 'an administrator deploys', (origin) => !originTable[origin].canSelfDeploy),
	],
	() => false,
);

/** Whether a user has what a stand-alone deployment needs, also where the sheet is none. */
const standAloneField = choiceField<User>(
	{name: 'stand-alone', help: 'what a stand-alone deployment needs', otherNames: ['pbx']},
	[
		{name: 'short', help: 'a required PBX value is missing', test: fallsShort},
		{name: 'complete', help: 'all of them are there', test: (user) => !fallsShort(user)},
	],
	() => false,
);

function originChoice(name: string, help: string, has: (origin: Origin) => boolean): Choice<User> {
	return {name, help, test: ({origin}) => has(origin)};
}
