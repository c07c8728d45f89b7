import {
	checkDirectoryNumber,
	checkEmail,
	checkFullHostName,
	checkHostName,
	checkNoWhiteSpace,
} from './check-value.ts';
import {checkDeploymentPin} from './pin.ts';
import type {Finding} from './problem.ts';
import type {Profile} from './profile.ts';

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
] as const;

export type FieldKey = (typeof fieldKeys)[number];

/** What the sheet shows beside the stored fields. */
export type ShownKey = 'id' | 'mbgSipHost' | 'mbgWebrtcSipHost';

type Common = {
	/** Header in an exported CSV and label on form and grid. */
	readonly header: string;
	/** Other headers in the wild for the same field. */
	readonly aliases: readonly string[];
	/** One or two sentences for the person filling it in. */
	readonly help: string;
};

type OnScreen = Common & {
	/** Width of the grid column in terminal cells. */
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
	/** The rule of domain.md 1 for a value that is not empty. */
	readonly check?: (value: string) => Finding | undefined;
};

/** The ID, and the two hosts that come from the profile: on screen, never typed. */
export type ShownField = OnScreen & {
	readonly role: 'id' | 'derived';
	readonly key: ShownKey;
	readonly exported: boolean;
};

/** Columns of older releases and of our own rejects file: recognised and left out, with a notice. */
export type IgnoredField = Common & {
	readonly role: 'ignored';
	readonly key: string;
};

export type Field = StoredField | ShownField | IgnoredField;
export type ScreenField = StoredField | ShownField;

const common = {
	aliases: [],
	width: 16,
	frozen: false,
	onForm: true,
	required: 'never',
} as const;
const text = {...common, role: 'stored', kind: 'text'} as const;
const secret = {
	...common,
	role: 'stored',
	kind: 'secret',
	width: 10,
} as const;
const derived = {...common, role: 'derived', exported: false} as const;

/**
 * The one field table, in the order of the vendor's form and CSV template. Grid, form, header matching, template,
 * export, store schema and the README's CSV section are all read from it. Rules: domain.md 1.
 */
export const fields: readonly Field[] = [
	{
		...common,
		role: 'id',
		key: 'id',
		header: 'ID',
		help: 'Given by usersheet, never reused, and only valid in this sheet.',
		width: 6,
		frozen: true,
		onForm: false,
		exported: true,
	},
	{
		...text,
		kind: 'profile',
		key: 'profile',
		header: 'Profile',
		aliases: ['Deployment profile', 'Profile name'],
		help: 'The deployment profile. It supplies the MBG hosts and the kind of connection.',
		width: 14,
		required: 'always',
	},
	{
		...text,
		key: 'firstName',
		header: 'First name',
		aliases: ['Firstname'],
		help: 'Given name, as it should stand in the client.',
		width: 12,
		frozen: true,
	},
	{
		...text,
		key: 'lastName',
		header: 'Last name',
		aliases: ['Lastname', 'Surname'],
		help: 'Family name. Required.',
		width: 14,
		frozen: true,
		required: 'always',
	},
	{
		...text,
		key: 'directoryNumber',
		header: 'Directory Number',
		aliases: ['Number', 'DN'],
		help: 'The number in the directory: digits, letters and * # + . _ -. Over a remote MBG write * instead of #.',
		check: checkDirectoryNumber,
	},
	{
		...text,
		key: 'email',
		header: 'Email address',
		aliases: ['E-mail address', 'Email', 'E-mail', 'Mail'],
		help: 'Required. Download links and credentials are sent to it; the PIN never is.',
		width: 26,
		required: 'always',
		check: checkEmail,
	},
	{
		...text,
		key: 'pbxSipHost',
		header: 'PBX SIP Host',
		help: 'IP address or host name of the PBX. Required in a stand-alone deployment.',
		width: 20,
		required: 'stand-alone',
		check: checkHostName,
	},
	{
		...text,
		key: 'pbxSipUser',
		header: 'PBX SIP user name/Device number',
		aliases: ['PBX SIP user name', 'Device number'],
		help: 'User name or device number at the PBX, without spaces. Required in a stand-alone deployment.',
		required: 'stand-alone',
		check: checkNoWhiteSpace,
	},
	{
		...secret,
		key: 'pbxSipPassword',
		header: 'PBX SIP password',
		help: 'Secret, never exported. Required in a stand-alone deployment.',
		required: 'stand-alone',
	},
	{
		...derived,
		key: 'mbgSipHost',
		header: 'MBG SIP host',
		help: 'Comes from the profile.',
		width: 20,
	},
	{
		...derived,
		key: 'mbgWebrtcSipHost',
		header: 'MBG-WebRTC SIP host',
		help: 'Comes from the profile.',
		width: 20,
	},
	{
		...text,
		key: 'mbgSipUser',
		header: 'MBG SIP user name',
		aliases: ['MBG UserName', 'Teleworker SIP user name'],
		help: 'User name at the MiVoice Border Gateway, without spaces.',
		check: checkNoWhiteSpace,
	},
	{
		...secret,
		key: 'mbgSipPassword',
		header: 'MBG SIP password',
		aliases: ['Teleworker SIP password', 'MBG password'],
		help: 'Secret, never exported. Elsewhere called Teleworker SIP password.',
	},
	{
		...text,
		key: 'serviceHost',
		header: 'MiCollab Client Service host',
		help: 'Full host name (FQDN) or IP address of the MiCollab Client Service.',
		width: 20,
		check: checkFullHostName,
	},
	{
		...text,
		key: 'serviceUser',
		header: 'MiCollab Client Service user name',
		aliases: ['MiCollab Client Service Account'],
		help: 'Changing it later means: factory reset on the client, then Deploy again.',
	},
	{
		...secret,
		key: 'servicePassword',
		header: 'MiCollab Client Service password',
		aliases: ['MiCollab Client password'],
		help: 'Secret, never exported. Elsewhere called MiCollab Client password.',
	},
	{
		...text,
		key: 'voicemailNumber',
		header: 'Voicemail number',
		help: 'From older releases.',
		width: 12,
		onForm: false,
	},
	{
		...secret,
		key: 'voicemailPin',
		header: 'Voicemail PIN',
		help: 'From older releases. Secret, never exported.',
		onForm: false,
	},
	{
		...text,
		kind: 'pin',
		key: 'deploymentPin',
		header: 'Deployment PIN',
		aliases: ['PIN'],
		help: 'Optional, 4 to 20 digits; leading zeros count. Never sent by e-mail: tell the user separately.',
		width: 12,
		check: checkDeploymentPin,
	},
	{
		...common,
		role: 'ignored',
		key: 'language',
		header: 'Language',
		help: 'From older releases.',
	},
	{
		...common,
		role: 'ignored',
		key: 'servicePort',
		header: 'MiCollab Client Service port',
		help: 'From older releases.',
	},
	{
		...common,
		role: 'ignored',
		key: 'line',
		header: 'Line',
		help: 'Written into rejects files by usersheet.',
	},
	{
		...common,
		role: 'ignored',
		key: 'errors',
		header: 'Errors',
		help: 'Written into rejects files by usersheet.',
	},
];

export const storedFields: readonly StoredField[] = fields.filter((field) => field.role === 'stored');

/** Left to right as the grid shows them: the frozen ones first. */
export const gridFields: readonly ScreenField[] = fields
	.filter((field) => field.role !== 'ignored')
	.sort((a, b) => Number(b.frozen) - Number(a.frozen));

/** Top to bottom as the vendor's form has them. */
export const formFields: readonly ScreenField[] = fields.filter(
	(field): field is ScreenField => field.role !== 'ignored' && field.onForm,
);

/** The columns of template and export (domain.md 2.6): neither secrets nor what comes from the profile. */
export const exportedFields: readonly ScreenField[] = fields.filter(
	(field): field is ScreenField =>
		(field.role === 'stored' && field.kind !== 'secret') || (field.role === 'id' && field.exported),
);

const storedByKey = new Map(storedFields.map((field) => [field.key, field]));

/** The table's row for a key. */
export function storedField(key: FieldKey): StoredField {
	const field = storedByKey.get(key);
	if (field === undefined) throw new Error(`No field ${key}`);
	return field;
}

/** Whether the value must never be shown unless somebody asks: a secret or a PIN. */
export function isMasked(field: Field): boolean {
	return field.role === 'stored' && (field.kind === 'secret' || field.kind === 'pin');
}

/** What is shown for a masked value: the same dots for every length, and nothing for nothing. */
export function maskValue(value: string): string {
	return value === '' ? '' : '••••';
}

/** A value as messages and previews may show it. */
export function showValue(field: Field, value: string): string {
	return isMasked(field) ? maskValue(value) : value;
}

/** The value of a field that is not stored with the user. */
export function derivedValue(key: 'mbgSipHost' | 'mbgWebrtcSipHost', profile: Profile | undefined): string {
	return profile?.[key] ?? '';
}
