import type {Finding} from './problem.ts';
import type {Profile} from './profile.ts';
import {type SystemField, type SystemKey, systemKeys} from './system-fields.ts';

/** The fields that a user record stores, each as text; '' means nothing is stored. */
export const fieldKeys = [
	'profile',
	'firstName',
	'lastName',
	'directoryNumber',
	'email',
	'pbxSipHost',
	'pbxSipUser',
	'pbxSipPassword',
	'mbgSipUser',
	'mbgSipPassword',
	'serviceHost',
	'serviceUser',
	'servicePassword',
	'voicemailNumber',
	'voicemailPin',
	'deploymentPin',
	'deploymentLink',
	'authenticationCode',
] as const;

export type FieldKey = (typeof fieldKeys)[number];

/** Every value that a user record holds, apart from the ID. */
export type RecordKey = SystemKey | FieldKey;

export const recordKeys: readonly RecordKey[] = [...systemKeys, ...fieldKeys];

/** Every stored field of a user as text; '' means nothing is stored. */
export type UserValues = {readonly [Key in FieldKey]: string};

/** What the sheet shows beside the stored fields. */
type ShownKey = 'id' | 'mbgSipHost' | 'mbgWebrtcSipHost';

type Common = {
	/** Header in an exported CSV and label on form and grid. */
	readonly header: string;
	/** Other headers in the wild for the same field. */
	readonly aliases: readonly string[];
	/** Its headers in other languages: never suggested for a name that only holds one of them. */
	readonly foreign: readonly string[];
	/** One or two sentences for the person filling it in. */
	readonly help: string;
};

type OnScreen = Common & {
	/** Header of the grid column, where the header is longer than the values. */
	readonly short?: string;
	/** Most terminal cells of the grid column, as long as a person gives it no width. */
	readonly width: number;
	/** Stays at the left while the other columns scroll. */
	readonly frozen: boolean;
	/** Whether the create-user form shows it. */
	readonly onForm: boolean;
};

/** A field that the user record stores. */
export type StoredField = OnScreen & {
	readonly role: 'stored';
	readonly key: FieldKey;
	/** `secret` is masked for ever and never exported; `pin` is masked until revealed; `profile` is chosen from a list. */
	readonly kind: 'text' | 'secret' | 'pin' | 'profile';
	readonly required: 'always' | 'stand-alone' | 'never';
	/** Whether it belongs to the deployment, and not to the account: then it is written here for synchronised users, too (rules.md 1.5). */
	readonly ofDeployment: boolean;
	/** Most characters of a value, in UTF-16 units. */
	readonly longest: number;
	/** The rule of rules.md 1 for a value that is not empty. */
	readonly check?: (value: string) => Finding | undefined;
	/** What deserves a look in a value that is not empty and breaks no rule: a warning. */
	readonly doubt?: (value: string, user: UserValues) => Finding | undefined;
	/** Other fields that such a doubt hangs on: a value may deserve a look once one of them has changed. */
	readonly doubtReads?: readonly FieldKey[];
};

/** The ID, and the two hosts that come from the profile: on screen, never typed. */
type ShownField = OnScreen & {
	readonly role: 'id' | 'derived';
	readonly key: ShownKey;
	readonly exported: boolean;
};

/** Columns of older releases, of sibling tools and of our own rejects file: recognised and left out, and said so. */
export type IgnoredField = Common & {
	readonly role: 'ignored';
	readonly key: string;
	/** The fields that the column would tell about, if it could be trusted: without them its loss is a warning. */
	readonly instead: readonly FieldKey[];
};

/** What a person says has happened to a user, as a column of a file. */
export type MarkColumn = Common & {readonly role: 'mark'; readonly key: 'deployed' | 'downloaded'};

/** What a column of a CSV file may be. */
export type CsvField = StoredField | ShownField | IgnoredField | MarkColumn;
/** What a user record holds. */
export type RecordField = StoredField | (SystemField & {readonly key: SystemKey});
export type Field = CsvField | RecordField;
export type ScreenField = StoredField | ShownField;

/** Where a user is in the life cycle, and who deploys the client: derived from what is stored, and neither typed nor in a CSV file. */
export type StateColumn = OnScreen & {readonly role: 'state'; readonly key: 'state' | 'selfDeploy'};
/** What the grid shows of a user. */
export type GridColumn = ScreenField | StateColumn;

/** Whether the value is hidden until it is asked for: a secret or a PIN; or for ever: a fingerprint that usersheet keeps. */
export function isMasked(field: Field | GridColumn): boolean {
	if (field.role === 'system') return field.isMasked === true;
	return field.role === 'stored' && (field.kind === 'secret' || field.kind === 'pin');
}

/** Whether blanks around a value may belong to it: it is a password. Link and code of a deployment are copied, with blanks by mistake. */
export function isExact(field: Field): boolean {
	return field.role === 'stored' && field.kind === 'secret' && !field.ofDeployment;
}

/** Whether what is stored is never edited, and only replaced: a secret is not shown, and a text of an older version may be too long. */
export function isOnlyReplaced(field: StoredField, value: string): boolean {
	return field.kind === 'secret' || value.length > field.longest;
}

/** What is shown for a masked value: the same dots for every length, and nothing for nothing. */
export function maskValue(value: string): string {
	return value === '' ? '' : '••••';
}

/** What the person filling it in should know, with the most characters that it takes. */
export function fieldHelp(field: ScreenField): string {
	const isFree = field.role === 'stored' && field.kind !== 'pin' && field.kind !== 'profile';
	return isFree ? `${field.help} At most ${field.longest} characters.` : field.help;
}

/** A value as messages and previews may show it. */
export function showValue(field: Field | GridColumn, value: string): string {
	return isMasked(field) ? maskValue(value) : value;
}

/** The value of a field that is not stored with the user. */
export function derivedValue(key: 'mbgSipHost' | 'mbgWebrtcSipHost', profile: Profile | undefined): string {
	return profile?.[key] ?? '';
}
