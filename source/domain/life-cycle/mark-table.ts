import {deployedValues, notDeployed} from '../deployed-values.ts';
import {fingerprintDeployment} from '../fingerprint-deployment.ts';
import type {Profile} from '../profile.ts';
import type {User} from '../user.ts';
import {needsReset} from './user-state.ts';

/** Something that a person says has happened to a user outside of the sheet. */
type MarkTraits = {
	/** The end of "Mark Ann Archer as …". */
	readonly label: string;
	/** Who is left alone, as the end of "3 users …". */
	readonly others: readonly [one: string, many: string];
	/** What is stored then; undefined for a user where it says nothing new. */
	readonly set: (user: User, profile: Profile | undefined, at: string) => Partial<User> | undefined;
};

function deploy(user: User, profile: Profile | undefined, at: string): Partial<User> | undefined {
	const as = fingerprintDeployment(user, profile);
	return user.deployedOn !== '' && user.deployedAs === as ? undefined : deployedValues(user, at, as);
}

/** The marks, by the names that the command line has (rules.md 5.14). */
export const markTable = {
	deployed: {
		label: 'deployed',
		others: ['is deployed with these values already', 'are deployed with these values already'],
		set: deploy,
	},
	downloaded: {
		label: 'downloaded',
		others: ['is downloaded already', 'are downloaded already'],
		// What was downloaded was deployed, by another program perhaps.
		set(user, profile, at) {
			if (user.downloadedOn !== '') return undefined;
			return {...(user.deployedOn === '' ? deploy(user, profile, at) : {}), downloadedOn: at};
		},
	},
	'reset-done': {
		label: 'reset to factory settings',
		others: ['needs no factory reset', 'need no factory reset'],
		set: (user) => (needsReset(user) ? {setUpUser: user.serviceUser} : undefined),
	},
	withdrawn: {
		label: 'withdrawn',
		others: ['is not deployed', 'are not deployed'],
		set: ({deployedOn, setUpUser}) => (deployedOn === '' && setUpUser === '' ? undefined : notDeployed),
	},
} as const satisfies Readonly<Record<string, MarkTraits>>;

export type MarkName = keyof typeof markTable;

export const markNames = Object.keys(markTable) as readonly MarkName[];

/** What the table says of a mark. */
export function markTraits(name: MarkName): MarkTraits {
	return markTable[name];
}
