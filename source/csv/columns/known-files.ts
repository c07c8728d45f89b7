import type {Problem} from '../../domain/problem.ts';
import {normalizeHeader, splitBrackets} from '../find-field.ts';

/** Files of other programs, by headers that all of them have (rules.md 4.2). */
const knownFiles: readonly {
	readonly name: string;
	readonly headers: readonly string[];
	/** What becomes of the columns that are not ours. */
	readonly note: string;
}[] = [
	{
		name: 'a 3CX export',
		headers: ['Number', 'FirstName', 'LastName', 'AuthID'],
		note: 'Logins and passwords in it are those of its phones, and are left out.',
	},
	{
		name: 'a CloudLink export',
		headers: ['First name', 'Last name', 'Name', 'Email', 'Role'],
		note: 'It has no numbers of users.',
	},
	{
		name: 'a file for bulk user provisioning',
		headers: ['First name', 'Last name', 'Login ID'],
		note: 'The login ID is the MiCollab Client Service user name.',
	},
	{
		name: 'a user list of Microsoft 365',
		headers: ['displayName', 'userPrincipalName'],
		note: 'Choose which of its columns is the e-mail address where none is.',
	},
	{
		name: 'a directory export',
		headers: ['givenName', 'sn', 'mail'],
		note: 'It has no IDs of users of this sheet.',
	},
];

/** A notice that names the program which has written the file, where its headers tell. */
export function recognizeFile(headers: readonly string[]): readonly Problem[] {
	const names = new Set(
		headers.flatMap((header) => {
			const {outer, inner = ''} = splitBrackets(header);
			return [header, outer, inner].map(normalizeHeader);
		}),
	);
	const known = knownFiles.find((file) => file.headers.every((header) => names.has(normalizeHeader(header))));
	if (known === undefined) return [];
	return [
		{
			severity: 'notice',
			code: 'known-file',
			message: `This looks like ${known.name}. ${known.note}`,
			short: `Looks like ${known.name}`.slice(0, 30),
		},
	];
}
