import {origins} from './origin.ts';

/**
 * What usersheet itself keeps about a user. It is stored, compared, and part of changes and their undo; it is never on the
 * form, never in a CSV file, and not edited.
 */
export type SystemField = {
	readonly role: 'system';
	readonly key: string;
	/** What the history and problems call it. */
	readonly header: string;
	/** All values that there are; without them it is any text. */
	readonly values?: readonly string[];
	/** What a user has at first; '' is not written to disk. */
	readonly initial: string;
};

const rows = [
	{role: 'system', key: 'origin', header: 'Origin', values: origins, initial: 'manual'},
] as const satisfies readonly SystemField[];

type Row = (typeof rows)[number];

export type SystemKey = Row['key'];

/** What a user record holds of them. */
export type SystemValues = {
	readonly [Field in Row as Field['key']]: Field extends {readonly values: readonly (infer Value)[]}
		? Value
		: string;
};

/** These rows of the field table: the keys and types of their values, the store's schema and a new user are read from them. */
export const systemFields: readonly (SystemField & {readonly key: SystemKey})[] = rows;

export const systemKeys: readonly SystemKey[] = systemFields.map(({key}) => key);
