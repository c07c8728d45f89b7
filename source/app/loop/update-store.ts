import type {Model} from '../model.ts';
import {followOthers} from '../saving/follow-others.ts';
import {updateStore as updateQueue} from '../saving/make-change.ts';
import type {CellPlace} from '../saving/queue/cells.ts';
import {noteRivals} from '../saving/queue/note-rivals.ts';
import type {StoreMessage} from '../saving/saving-messages.ts';
import {kindOf, openScreens} from '../screens/screen-table.ts';
import type {Step} from '../step.ts';

/** What the store says, for the queue of changes and then for every open screen. */
export function updateStore(model: Model, message: StoreMessage): Step {
	switch (message.type) {
		case 'store/changed':
			return tellScreens([followOthers(model, message, editedCells), []]);
		case 'store/committed':
			return tellScreens(
				updateQueue(noteRivals(model, message.others, message.timeZone, editedCells(model)), message),
			);
		default:
			return updateQueue(model, message);
	}
}

function editedCells(model: Model): readonly CellPlace[] {
	return openScreens(model).flatMap((screen) => kindOf(screen).editedCells?.(screen) ?? []);
}

function tellScreens([model, effects]: Step): Step {
	const more = openScreens(model).flatMap((screen) => kindOf(screen).afterCommit?.(screen, model) ?? []);
	return [model, [...effects, ...more]];
}
