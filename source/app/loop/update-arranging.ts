import type {Model} from '../model.ts';
import {kindOf, openScreens} from '../screens/screen-table.ts';
import type {Step} from '../step.ts';
import {askForRows, refuseFilter} from '../table/ask-for-rows.ts';
import {placeRows} from '../table/place-rows.ts';
import type {Table} from '../table/table.ts';
import type {ArrangingMessage} from '../table/table-messages.ts';
import type {Arranging} from '../table/table-state.ts';

/** Rows, or what finding them needs, for the lists that wait for that. */
export function updateArranging(model: Model, message: ArrangingMessage): Step {
	if (message.type === 'arranging/take-changes') return takeChanges(model, message);
	const {arranging, rows} = message;
	return updateWaiting(model, (table, waiting) => {
		const {state} = table;
		// Something else was typed meanwhile, or this is another list.
		if (waiting.filter !== arranging.filter || waiting.sort !== arranging.sort)
			return [table.keep(state), []];
		// Others have changed what is shown meanwhile.
		if (state.rows !== arranging.shown) return askForRows(table, waiting);
		return [table.keep(placeRows(state, waiting, rows)), []];
	});
}

function takeChanges(
	model: Model,
	message: Extract<ArrangingMessage, {type: 'arranging/take-changes'}>,
): Step {
	if ('changes' in message) {
		const changes = {...message.changes, stored: message.stored};
		return updateWaiting({...model, changes}, askForRows);
	}
	const problem = {code: 'query-history', message: message.failed, short: 'The history cannot be read'};
	return updateWaiting(model, (table, {filter, typedOver}) => [
		table.keep(refuseFilter(table.state, {filter, typedOver}, {...problem, start: 0, end: filter.length})),
		[],
	]);
}

/** Every list that waits for rows, after something has come for it. */
function updateWaiting(model: Model, update: (table: Table, arranging: Arranging) => Step): Step {
	return [...openScreens(model).keys()].reduce<Step>(
		([before, effects], place) => {
			const screen = openScreens(before)[place];
			const table = screen && kindOf(screen).table?.(screen, before);
			const arranging = table?.state.arranging;
			if (table === undefined || arranging === undefined) return [before, effects];
			const [next, more] = update(table, arranging);
			return [next, [...effects, ...more]];
		},
		[model, []],
	);
}
