import type {CsvTable, JudgedAs} from '../../../csv/import-plan.ts';
import type {Profile} from '../../../domain/profile.ts';
import type {User} from '../../../domain/user.ts';
import type {TextFieldState} from '../../text-field-state.ts';

/** What a written file holds. */
export type FileContent =
	| {readonly kind: 'export'; readonly users: readonly User[]; readonly profiles: readonly Profile[]}
	| {readonly kind: 'template'}
	| {readonly kind: 'rejects'; readonly table: CsvTable; readonly rejected: readonly JudgedAs<'reject'>[]};

/** Asks for the name of a file to be written. */
export type ExportState = {
	readonly name: 'export';
	readonly title: string;
	/** What will be in it, in one or two lines. */
	readonly description: readonly string[];
	readonly content: FileContent;
	readonly field: TextFieldState;
	/** Why the last try failed. */
	readonly problem?: string;
	/** While the file is being written. */
	readonly writing: boolean;
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly export: ExportState;
	}
}
