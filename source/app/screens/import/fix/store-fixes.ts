import type {Fixes} from '../../../../csv/fixes.ts';
import {keyName} from '../../../keymap/keymap.ts';
import {type Model, withNotice} from '../../../model.ts';
import type {Step} from '../../../step.ts';
import type {ImportState} from '../import-state.ts';
import {planRows} from '../plan-rows.ts';
import {addStep, redoStep, undoStep} from './fix-history.ts';

/** Lays fixes over the rows of the file, and has these judged again. */
export function storeFixes(model: Model, state: ImportState, label: string, fixes: Fixes): Step {
	const said = withNotice(model, `${label}. ${keyName(model, 'import.undo-fix')} takes it back.`, 'good');
	return planRows(said, {...state, fixed: addStep(state.fixed, label, fixes)});
}

/** The rows before the last fix, or again after it. */
export function turnBack(model: Model, state: ImportState, way: 'undo' | 'redo'): Step {
	const turned = way === 'undo' ? undoStep(state.fixed) : redoStep(state.fixed);
	if (turned === undefined) return [model, []];
	const [fixed, label] = turned;
	const text = way === 'undo' ? `Undone: ${label}.` : `Done again: ${label}.`;
	const goTo = firstChanged(state.fixed.fixes, fixed.fixes);
	return planRows(withNotice(model, text, 'good'), {...state, fixed, goTo});
}

/** The first line of the file whose fixes differ. */
function firstChanged(before: Fixes, after: Fixes): number | undefined {
	let first: number | undefined;
	for (const line of [...before.keys(), ...after.keys()])
		if (before.get(line) !== after.get(line) && (first === undefined || line < first)) first = line;
	return first;
}
