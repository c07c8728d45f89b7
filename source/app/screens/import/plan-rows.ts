import type {Model, Screen} from '../../model.ts';
import type {Step} from '../../step.ts';
import {fileName, type ImportState} from './import-state.ts';

/** The model with the wizard in another state, wherever among the screens it lies. */
export function replaceImport(model: Model, state: ImportState): Model {
	const position = model.screens.findLastIndex((screen) => screen.name === 'import');
	return {...model, screens: model.screens.with(position, state satisfies Screen)};
}

/** The same as a step that asks nothing of the shell. */
export function still(model: Model, state: ImportState): Step {
	return [replaceImport(model, state), []];
}

/** Asks for a plan of the file under the options; a plan that is being made for other options is dropped. */
export function planRows(model: Model, state: ImportState): Step {
	if (state.source === undefined) return still(model, state);
	const {plan, refusal: _, ...rest} = state;
	const {table, path} = state.source;
	// The preview shows the rows as they were until they are judged again.
	const shown = state.step === 'preview' && plan !== undefined ? {plan} : {};
	const waiting = {...rest, ...shown, progress: {done: 0, total: table.rows.length}, plannedFor: model.sheet};
	const effect = {
		type: 'import/plan',
		table,
		options: state.options,
		sheet: model.sheet,
		fileName: fileName(path),
		fixes: state.fixed.fixes,
	} as const;
	return [replaceImport(model, waiting), [effect]];
}
