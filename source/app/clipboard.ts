import type {FieldKey} from '../domain/field.ts';

/** What was copied last, for pasting in usersheet; what the terminal has on its clipboard, no program can ask. */
export type Clipboard = {
	/** Undefined for what may not be copied: pasting leaves it alone. */
	readonly rows: readonly (readonly (string | undefined)[])[];
	/** Cells to be emptied when these values are pasted. */
	readonly cut: {readonly ids: readonly number[]; readonly keys: readonly FieldKey[]} | undefined;
};
