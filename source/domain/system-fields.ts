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
	/** Whether the value is never shown: a fingerprint of what is masked itself. */
	readonly isMasked?: boolean;
};

const text = {role: 'system', initial: ''} as const;

/** How a mail server took the last mail to a user: it is not known where the sending was interrupted. */
export const mailResults = ['', 'accepted', 'rejected', 'deferred', 'unknown'] as const;

export type MailResult = (typeof mailResults)[number];

const rows = [
	{role: 'system', key: 'origin', header: 'Origin', values: origins, initial: 'manual'},
	/** What the system that a user was synchronised from calls them. */
	{...text, key: 'sourceId', header: 'ID at the source'},
	/** When the user was deployed last: ISO 8601, UTC; '' for never. */
	{...text, key: 'deployedOn', header: 'Deployed'},
	/** What was deployed, as a fingerprint: another one of today means that the user has changed since. */
	{...text, key: 'deployedAs', header: 'Deployed values', isMasked: true},
	/** The service user name that the client was set up with: another one of today means a factory reset. */
	{...text, key: 'setUpUser', header: 'Client set up for'},
	/** When the user has fetched what was deployed last: ISO 8601, UTC; '' where that is not known. */
	{...text, key: 'downloadedOn', header: 'Downloaded'},
	/** The PIN that the user has been told, as a fingerprint: another PIN has not been told. */
	{...text, key: 'toldPin', header: 'PIN told', isMasked: true},
	{...text, key: 'mailResult', header: 'Last mail', values: mailResults},
	/** When the last mail went out: ISO 8601, UTC. */
	{...text, key: 'mailedOn', header: 'Mailed'},
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
