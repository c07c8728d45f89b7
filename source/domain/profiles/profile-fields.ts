import {checkEmail} from '../check-email.ts';
import {checkFullHostName, checkHostName, checkLinkTemplate, doubtIpAddress} from '../check-value.ts';
import {defaultText} from '../message/default-message.ts';
import type {Finding} from '../problem.ts';
import type {Profile} from '../profile.ts';

/** What a profile holds: a name, texts that may be empty, and switches. */
export type ProfileField = {
	/** Header of its column, and what the history and problems call it. */
	readonly label: string;
} & (
	| {readonly kind: 'name'; readonly key: 'name'}
	| ({readonly help: string} & (
			| {
					readonly kind: 'text';
					readonly key: Exclude<keyof Profile, 'name' | 'remoteMbg'>;
					/** What kind of value it is, in one word. */
					readonly value: string;
					/** Whether it may have several lines. */
					readonly isLong?: boolean;
					/** What an editor begins with where there is no value. */
					readonly start?: string;
					/** The rule for a value that is not empty. */
					readonly check?: (value: string) => Finding | undefined;
					/** What deserves a look in a value that breaks no rule: a warning. */
					readonly doubt?: (value: string) => Finding | undefined;
			  }
			| {readonly kind: 'switch'; readonly key: 'remoteMbg'}
	  ))
);

const host = {kind: 'text', value: 'host', help: 'IP address or host name', check: checkHostName} as const;

/** The table of the profile's fields: command line, history and comparison are read from it. */
export const profileFields: readonly ProfileField[] = [
	{kind: 'name', key: 'name', label: 'Name'},
	{...host, key: 'mbgSipHost', label: 'MBG SIP host'},
	{...host, key: 'mbgWebrtcSipHost', label: 'MBG-WebRTC SIP host', doubt: doubtIpAddress},
	{kind: 'switch', key: 'remoteMbg', label: 'Remote MBG', help: 'whether the MBG connection is remote'},
	{
		...host,
		key: 'serviceHost',
		label: 'MiCollab Client Service host',
		help: 'IP address or full host name, for users who have none',
		check: checkFullHostName,
	},
	{
		kind: 'text',
		key: 'linkTemplate',
		label: 'Deployment link template',
		value: 'link',
		help: 'deployment link with placeholders like {First name}, for users who have none',
		check: checkLinkTemplate,
	},
	{
		kind: 'text',
		key: 'centralEmail',
		label: 'Central e-mail',
		value: 'address',
		help: 'address that gets the mail of all its users',
		check: checkEmail,
	},
	{
		kind: 'text',
		key: 'subject',
		label: 'Subject',
		value: 'text',
		help: 'subject of the mail with the link, with placeholders',
	},
	{
		kind: 'text',
		key: 'messageText',
		label: 'Message text',
		value: 'text',
		help: 'text of the mail with the link, with placeholders',
		isLong: true,
		start: defaultText,
	},
];

/** All but the name, which is another one only after a rename. */
export const profileValueFields = profileFields.filter((field) => field.kind !== 'name');

/** The value of a field as people see it. */
export function showProfileValue({key}: ProfileField, profile: Profile): string {
	const value = profile[key];
	return typeof value === 'boolean' ? (value ? 'on' : 'off') : value;
}

/** Whether two lists of profiles hold the same in the same order. */
export function isSameProfiles(a: readonly Profile[], b: readonly Profile[]): boolean {
	return (
		a === b ||
		(a.length === b.length &&
			a.every((profile, index) => profileFields.every(({key}) => profile[key] === b[index]?.[key])))
	);
}
