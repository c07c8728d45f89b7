import type {LastValues} from '../domain/last-values.ts';
import type {CsvTable, Mapping} from './import-plan.ts';
import type {ReadingChoice} from './reading-choice.ts';

/** A file that has been read. */
export type ImportSource = {
	readonly path: string;
	readonly table: CsvTable;
	/** How a person wanted it to be read. */
	readonly reading: ReadingChoice;
	/** What a person has chosen columns for: the table is matched so. */
	readonly mapping: Mapping;
	/** Whether that was chosen for a file with the same headers before. */
	readonly isRecalled: boolean;
	/** SHA-256 of the file's bytes, in hex. */
	readonly hash: string;
	/** Said where the same bytes were imported before: when, by whom, and as which change (rules.md 3.9). */
	readonly importedBefore: string | undefined;
	/** The import whose rejected rows the file holds: its revision, and what is said of it. */
	readonly rejectsOf: {readonly revision: number; readonly text: string} | undefined;
	/** How the values of the sheet came to be, when the file was read. */
	readonly lastValues?: LastValues;
};
