/** What a state means, in words. */
type StateTraits = {
	/** In a cell: at most 14 terminal cells. */
	readonly label: string;
	/** What is to be done, or what has happened: half a sentence. */
	readonly help: string;
};

/** The states of users, in the order of their life (rules.md 5.2); the keys are what filters and `list --json` have. */
export const stateTable = {
	incomplete: {label: 'incomplete', help: 'something that is required is missing or wrong'},
	'no-link': {label: 'no link', help: 'there is neither a deployment link nor a link template'},
	'to-deploy': {label: 'to deploy', help: 'ready, and not deployed yet'},
	sent: {label: 'sent', help: 'deployed, and not downloaded as far as is known'},
	downloaded: {label: 'downloaded', help: 'deployed, and downloaded by the user'},
	'changed-since': {label: 'changed since', help: 'deployed with other values: deploy again'},
	'reset-needed': {
		label: 'factory reset',
		help: 'the client was set up for another service user name: factory reset, then deploy again',
	},
} as const satisfies Readonly<Record<string, StateTraits>>;

export type UserState = keyof typeof stateTable;

export const userStates = Object.keys(stateTable) as readonly UserState[];

/** The states as words of a filter. */
export const stateWords: readonly {readonly name: UserState; readonly help: string}[] = userStates.map(
	(name) => ({
		name,
		help: stateTable[name].help,
	}),
);
