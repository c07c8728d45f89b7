import {nameKey} from '../compare-text.ts';
import {isMasked, type ScreenField} from '../field.ts';
import {gridFields} from '../field-lists.ts';
import type {Profile} from '../profile.ts';
import type {MailSettings} from '../sheet.ts';
import {cellValue, fullName, type User} from '../user.ts';

/** Who a message is about, and what else it is made of. */
export type MessageSubject = {
	readonly user: User;
	readonly profile: Profile;
	readonly mail: Pick<MailSettings, 'contact'>;
	/** The deployment link; '' while it is being made. */
	readonly link: string;
};

/** What a name in braces is replaced by (rules.md 5.9). */
export type Placeholder = {
	/** As it is usually written, without the braces. */
	readonly name: string;
	readonly otherNames: readonly string[];
	/** Numbers and links have digits in them that may be those of a PIN by chance. */
	readonly kind: 'text' | 'number' | 'link';
	readonly read: (subject: MessageSubject) => string;
};

const own: readonly Placeholder[] = [
	{name: 'Full name', otherNames: ['Name'], kind: 'text', read: ({user}) => fullName(user)},
	{name: 'Contact', otherNames: ['Person to ask'], kind: 'number', read: ({mail}) => mail.contact},
	{
		name: 'PIN note',
		otherNames: [],
		kind: 'text',
		read: ({user}) =>
			user.deploymentPin === ''
				? ''
				: 'You need a PIN, too: the client asks for it. You get it separately, and never by e-mail.',
	},
];

/** Digits in these are those of a number. */
const numbers: readonly ScreenField['key'][] = ['id', 'directoryNumber', 'voicemailNumber'];

/** What the fields of the sheet give, by header or another of their names; passwords and PINs are none of them. */
const ofFields: readonly Placeholder[] = gridFields
	.filter((field) => !isMasked(field) || field.key === 'deploymentLink' || field.key === 'authenticationCode')
	.map((field) => ({
		name: field.header,
		otherNames: [field.key, ...field.aliases, ...field.foreign],
		kind: field.key === 'deploymentLink' ? 'link' : numbers.includes(field.key) ? 'number' : 'text',
		read: (subject) => readField(field, subject),
	}));

function readField(field: ScreenField, {user, profile, link}: MessageSubject): string {
	if (field.key === 'deploymentLink') return link;
	const value = cellValue(user, field, [profile]);
	return value === '' && field.key === 'serviceHost' ? profile.serviceHost : value;
}

/** All placeholders, as a person may look for one. */
export const placeholders: readonly Placeholder[] = [...own, ...ofFields];

const byName = new Map(
	placeholders.flatMap((placeholder) =>
		[...placeholder.otherNames, placeholder.name].map((name) => [nameKey(name), placeholder] as const),
	),
);
const secretNames = new Set(
	gridFields
		.filter(isMasked)
		.flatMap(({key, header, aliases, foreign}) => [key, header, ...aliases, ...foreign])
		.map(nameKey)
		.filter((name) => !byName.has(name)),
);

/** The placeholder of a name, whose case and spaces do not count; `secret` for a password or PIN, which no message may hold. */
export function findPlaceholder(name: string): Placeholder | 'secret' | undefined {
	const key = nameKey(name);
	return byName.get(key) ?? (secretNames.has(key) ? 'secret' : undefined);
}
