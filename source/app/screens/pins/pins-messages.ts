export type PinsMessage =
	/** The PINs of these users, or else of those that the action is for. */
	| {readonly type: 'pins/open'; readonly ids?: readonly number[]}
	/** The hand-out for the users of the list that is open, or else of the grid. */
	| {readonly type: 'pins/hand-out'}
	/** Asks whether to tick the same users as told, or as not told. */
	| {readonly type: 'pins/ask-tick'; readonly told: boolean}
	| {readonly type: 'pins/tick'; readonly ids: readonly number[]; readonly told: boolean}
	| {readonly type: 'pins/back'};

declare module '../../message.ts' {
	interface Messages {
		readonly pins: PinsMessage;
	}
}
