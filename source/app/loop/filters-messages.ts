/** Filters with names, for the list that has the keys. */
export type FiltersMessage =
	| {readonly type: 'filters/save'; readonly name: string}
	| {readonly type: 'filters/choose'}
	| {readonly type: 'filters/apply'; readonly filter: string}
	| {readonly type: 'filters/remove'; readonly name: string};

declare module '../message.ts' {
	interface Messages {
		readonly filters: FiltersMessage;
	}
}
