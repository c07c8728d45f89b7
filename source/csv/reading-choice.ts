import type {Delimiter, Encoding} from './import-plan.ts';

/** The encodings that a person can choose, by the names that the command line takes. */
export const chosenEncodings = [
	'utf-8',
	'windows-1252',
	'utf-16le',
	'utf-16be',
	'dos-850',
	'dos-437',
	'mac-roman',
	'windows-1250',
	'windows-1251',
	'windows-1254',
] as const satisfies readonly Encoding[];

export type ChosenEncoding = (typeof chosenEncodings)[number];

/** How a person wants a file to be read; what is undefined is found out from the file (rules.md 4.15). */
export type ReadingChoice = {
	/** A sheet of a workbook, by name; without it the first one that is shown. */
	readonly sheet?: string | undefined;
	readonly encoding?: ChosenEncoding | undefined;
	readonly delimiter?: Delimiter | undefined;
	/** Line of the header, from 1. */
	readonly headerLine?: number | undefined;
};
