/** What the worker is asked to read. */
export type WorkbookTask = {
	readonly bytes: Uint8Array;
	/** Name of the sheet; undefined for the first one that is not hidden. */
	readonly sheet: string | undefined;
	/** Bytes that the workbook may unpack to. */
	readonly most: number;
};

/** A sheet of a workbook, as a CSV file would hold it. */
export type WorkbookSheet = {
	/** UTF-8 text: see `sheetText`. */
	readonly csv: Uint8Array<ArrayBuffer>;
	readonly sheet: string;
	/** Names of all sheets that are not hidden, in their order. */
	readonly sheets: readonly string[];
};

export type WorkbookAnswer =
	| WorkbookSheet
	/** `no-sheet`: none has the name, or all are hidden. */
	| {readonly failed: 'too-large' | 'damaged' | 'password' | 'no-sheet'; readonly sheets?: readonly string[]};
