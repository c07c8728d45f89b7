import type {Model} from '../../../model.ts';
import type {Step} from '../../../step.ts';
import type {ImportState} from '../import-state.ts';
import {replaceImport} from '../plan-rows.ts';
import {setRowCell} from './edit-row.ts';
import type {FixMessage} from './fix-messages.ts';
import {turnLeaving} from './leave-rows-out.ts';
import {turnBack} from './store-fixes.ts';
import {askForAlike, askToTake, takeFix, takeFixes} from './take-fixes.ts';

/** Everything that is put right in the preview of an import. */
export function updateFixes(model: Model, state: ImportState, message: FixMessage): Step {
	switch (message.type) {
		case 'import/take-fix':
			return takeFix(model, state);
		case 'import/take-alike':
			return askForAlike(model, state);
		case 'import/alike-found': {
			const {progress: _, ...found} = state;
			const shown = replaceImport(model, found);
			return [state.step === 'preview' ? askToTake(shown, message.offers) : shown, []];
		}
		case 'import/take-fixes':
			return takeFixes(model, state, message.offers);
		case 'import/leave-out':
			return turnLeaving(model, state);
		case 'import/turn-back-fix':
			return turnBack(model, state, message.way);
		case 'import/set-cell':
			return setRowCell(model, state, message);
	}
}
