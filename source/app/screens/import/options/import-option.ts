import type {Model} from '../../../model.ts';
import type {Step} from '../../../step.ts';
import type {ImportState} from '../import-state.ts';

/** A row of the options step: what is chosen, what that does to this very file, and how it is changed. */
export type ImportOption = {
	readonly key: string;
	/** At most 22 terminal cells. */
	readonly label: string;
	/** Whether the row is there at all; without it, always. */
	readonly when?: (state: ImportState) => boolean;
	/** What is chosen, with the count of what it concerns. */
	readonly value: (state: ImportState) => string;
	/** At most two lines of 58 cells. */
	readonly explanation: (state: ImportState) => string;
	/** Whether the first rows of the file are shown below it. */
	readonly showsRows?: true;
	/** Whether nothing can be imported before it is decided. */
	readonly isOpen?: (state: ImportState) => boolean;
	/** Takes the next choice (1), or the one before (-1); or opens a list of the choices. */
	readonly change: (model: Model, state: ImportState, by: number) => Step;
};

/** The place of a choice that is so many places further, where the first comes behind the last. */
export function turnChoice<Choice>(choices: readonly Choice[], chosen: Choice, by: number): Choice {
	const next = (choices.indexOf(chosen) + by + choices.length) % choices.length;
	return choices[next] ?? chosen;
}
