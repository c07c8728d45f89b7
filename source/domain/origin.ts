/** What follows from where a user came from (rules.md 1.5). */
type OriginTraits = {
	/** As the end of "ID: 7, …". */
	readonly label: string;
	/** Data belongs to the system that it was synchronised from: all but what belongs to the deployment is read-only here. */
	readonly isSynchronised: boolean;
	/** Whether the user can deploy the client without an administrator, in the self-service portal. */
	readonly canSelfDeploy: boolean;
};

/** Where users came from; the keys are what the store and `list --json` hold. */
export const originTable = {
	manual: {label: 'created by hand', isSynchronised: false, canSelfDeploy: false},
	csv: {label: 'imported from a CSV file', isSynchronised: false, canSelfDeploy: false},
	'client-service': {
		label: 'synchronised from MiCollab Client Service',
		isSynchronised: true,
		canSelfDeploy: true,
	},
	'users-and-services': {
		label: 'synchronised from Users and Services',
		isSynchronised: true,
		canSelfDeploy: true,
	},
	mbg: {label: 'synchronised from MiVoice Border Gateway', isSynchronised: true, canSelfDeploy: false},
} as const satisfies Readonly<Record<string, OriginTraits>>;

export type Origin = keyof typeof originTable;

/** A system that users are synchronised from. */
export type SyncSource = Exclude<Origin, 'manual' | 'csv'>;

export const origins = Object.keys(originTable) as readonly Origin[];

/** "created by hand (cannot self-deploy)": the origin with what it means for the deployment. */
export function describeOrigin(origin: Origin): string {
	return `${originTable[origin].label} (${describeSelfDeploy(origin)})`;
}

/** "yes" or "no" for a synchronised user; '' for the others, whom an administrator deploys. */
export function selfDeployText(origin: Origin): string {
	const {isSynchronised, canSelfDeploy} = originTable[origin];
	return isSynchronised ? (canSelfDeploy ? 'yes' : 'no') : '';
}

/** "cannot self-deploy", of a user with this origin. */
function describeSelfDeploy(origin: Origin): string {
	return `${originTable[origin].canSelfDeploy ? 'can' : 'cannot'} self-deploy`;
}
