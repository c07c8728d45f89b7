/** Another view of the columns of the list that has the keys; most are for the column under the cursor. */
export type ColumnsMessage =
	| {readonly type: 'columns/choose'}
	| {readonly type: 'columns/hide'}
	| {readonly type: 'columns/move'; readonly by: 1 | -1}
	| {readonly type: 'columns/freeze'}
	/** Terminal cells more or fewer. */
	| {readonly type: 'columns/widen'; readonly by: number}
	/** 0 for as wide as its values are. */
	| {readonly type: 'columns/set-width'; readonly width: number}
	| {readonly type: 'columns/show'; readonly key: string}
	/** Without a name all is as it comes by itself. */
	| {readonly type: 'columns/apply-preset'; readonly name?: string};

declare module '../message.ts' {
	interface Messages {
		readonly columns: ColumnsMessage;
	}
}
