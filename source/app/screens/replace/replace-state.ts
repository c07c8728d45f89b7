import type {Replacement, ReplacePlan} from '../../../domain/cells/plan-replace.ts';
import type {FieldKey} from '../../../domain/field.ts';
import type {Sheet} from '../../../domain/sheet.ts';
import type {TableState} from '../../table/table-state.ts';
import type {TextFieldState} from '../../text-field-state.ts';
import type {Targets} from '../users/describe-targets.ts';

/** The lines of the form, top to bottom. */
export const replaceRows = ['find', 'replacement', 'isPattern', 'isCased', 'inAll'] as const;
export type ReplaceRow = (typeof replaceRows)[number];

/** What the form says, for which users. */
export type ReplaceJob = {readonly ids: readonly number[]; readonly given: Replacement};

/** What was found, for the sheet as it was then. */
export type Found = {
	readonly job: ReplaceJob;
	readonly plan: ReplacePlan;
	readonly sheet: Sheet;
	/** The lines that are marked are replaced. */
	readonly table: TableState;
};

/** Find and replace: first a form, then the list of what would change. */
export type ReplaceState = {
	readonly name: 'replace';
	readonly aboutUsers: true;
	readonly targets: Targets;
	/** Whether the rows are those of a file, which are known by their lines. */
	readonly isFile: boolean;
	/** The column under the cursor, where things are found in it. */
	readonly column: FieldKey | undefined;
	readonly find: TextFieldState;
	readonly replacement: TextFieldState;
	readonly isPattern: boolean;
	readonly isCased: boolean;
	/** Whether all columns of text are looked through. */
	readonly inAll: boolean;
	readonly focus: ReplaceRow;
	/** Why what was typed cannot be looked for, or that nothing was found. */
	readonly problem: string | undefined;
	/** While the shell looks through the users. */
	readonly searching: ReplaceJob | undefined;
	readonly found: Found | undefined;
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly replace: ReplaceState;
	}
}

/** The text field that has the keys. */
export function focusedText({focus, found}: ReplaceState): 'find' | 'replacement' | undefined {
	return found === undefined && (focus === 'find' || focus === 'replacement') ? focus : undefined;
}
