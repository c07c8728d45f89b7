import {closeScreen, type Model} from '../../model.ts';
import type {Step} from '../../step.ts';
import {showTouched} from '../users/show-touched.ts';

/** From the result to the grid, with the users that the import has created or changed (rules.md 3.31); or to what was open before. */
export function finishImport(model: Model): Step {
	const next = closeScreen(model);
	return next.screens.length > 0 ? [next, []] : showTouched(next, 'the import');
}
