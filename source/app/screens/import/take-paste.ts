import {undecided} from '../../../csv/import-decisions.ts';
import {joinLineEnds} from '../../../csv/parse-block.ts';
import type {ReadingChoice} from '../../../csv/reading-choice.ts';
import type {Effect} from '../../effect.ts';
import type {Model} from '../../model.ts';
import type {Step} from '../../step.ts';
import {textField} from '../../text-field-state.ts';
import {type ImportState, listFiles} from './import-state.ts';
import {replaceImport} from './plan-rows.ts';

/** What lines that were pasted are called, as they have no file. */
export const pastedName = 'pasted';

/** Reads pasted lines like a file (rules.md 4.17). */
export function takePaste(model: Model, state: ImportState, pasted: string): Step {
	// Other rows raise other questions.
	const {refusal: _, source, plan: __, ...rest} = state;
	const options = source === undefined ? state.options : {...state.options, ...undecided};
	const text = joinLineEnds(pasted);
	const file = {...state.file, field: textField(pastedName), table: listFiles(state.file.listed)};
	const reading = {...rest, options, file, pasted: text, progress: {done: 0, total: 0}};
	return [replaceImport(model, reading), [readPasted(text)]];
}

/** The lines that were pasted as bytes, to be read as a person has chosen. */
export function readPasted(text: string, reading?: ReadingChoice): Effect {
	const bytes = new TextEncoder().encode(text);
	return {type: 'file/take', bytes, name: pastedName, ...(reading === undefined ? {} : {reading})};
}
