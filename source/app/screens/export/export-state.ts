import type {FileContent} from '../../../csv/file-content.ts';
import type {TextFieldState} from '../../text-field-state.ts';

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
