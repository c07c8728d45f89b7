import {formatLocalTime} from '../../../domain/local-time.ts';
import {findUser} from '../../../domain/sheet.ts';
import type {User} from '../../../domain/user.ts';
import type {Model} from '../../model.ts';
import type {Size} from '../../size.ts';
import type {Step} from '../../step.ts';
import type {UsersState} from './users-state.ts';

/** Below this width a panel would leave the grid too little: Enter on the ID shows the user in the form instead. */
export const leastForPanel = 110;

/** Terminal cells at the right that the user under the cursor takes from the grid; 0 without a panel. */
export function panelWidth({panel}: UsersState, {columns}: Size): number {
	return panel && columns >= leastForPanel ? Math.min(56, Math.floor(columns * 0.38)) : 0;
}

/** Shows or hides the user under the cursor; when each was changed last is read once for that. */
export function togglePanel(model: Model): Step {
	const {grid, stored, changes} = model;
	const panel = !grid.panel;
	const isRead = !panel || changes?.stored === stored;
	return [{...model, grid: {...grid, panel}}, isRead ? [] : [{type: 'table/read-changes', stored}]];
}

/** The zone that times are shown in; UTC until it is known. */
export function timeZoneOf({changes}: Model): string {
	return changes?.timeZone ?? 'UTC';
}

/** When a user was changed last, as a local time; undefined where that was not read, or was before a later change. */
export function lastChangeOf({changes}: Model, user: User): string | undefined {
	if (changes === undefined || findUser(changes.stored, user.id) !== user) return undefined;
	const at = changes.lastById.get(user.id);
	return at === undefined ? undefined : formatLocalTime(at, changes.timeZone);
}
