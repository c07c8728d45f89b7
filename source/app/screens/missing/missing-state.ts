import type {Missing} from '../../../csv/find-missing.ts';
import type {CsvTable, ImportPlan} from '../../../csv/import-plan.ts';
import type {Progress} from '../../../domain/work.ts';
import type {TableState} from '../../table/table-state.ts';

/** Which users are looked for in the file: all, those of a profile, or those that the filter of the grid shows. */
export type MissingScope =
	| {readonly of: 'all'}
	| {readonly of: 'profile'; readonly name: string}
	| {readonly of: 'shown'; readonly ids: readonly number[]};

/** The users who are missing from the file of an import (rules.md 3.27). */
export type MissingState = {
	readonly name: 'missing';
	readonly aboutUsers: true;
	readonly fileName: string;
	readonly file: CsvTable;
	readonly plan: ImportPlan;
	readonly scope: MissingScope;
	/** Undefined until they have been looked for. */
	readonly found: Missing | undefined;
	readonly progress: Progress | undefined;
	/** Rows are known by the IDs of users. */
	readonly table: TableState;
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly missing: MissingState;
	}
}
