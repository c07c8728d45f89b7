import {describeAuthor} from '../../domain/describe-entry.ts';
import {type Model, withNotice} from '../model.ts';
import type {CellPlace} from './queue/cells.ts';
import {noteRivals} from './queue/note-rivals.ts';
import {refit} from './queue/refit.ts';
import type {StoreMessage} from './saving-messages.ts';
import {showQueue} from './show-queue.ts';

/**
 * What others have committed, on the screen without a key: cursor, filter, marks and an open editor stay as they are. Changes
 * of ours that still wait are put on top.
 *
 * @param editedCells the cells that are being edited
 */
export function followOthers(
	model: Model,
	message: Extract<StoreMessage, {type: 'store/changed'}>,
	editedCells: (model: Model) => readonly CellPlace[],
): Model {
	const {sheet, entries, timeZone} = message;
	const refitted = showQueue(model, refit({...model, stored: sheet}));
	const followed = noteRivals(refitted, entries, timeZone, editedCells(refitted));
	const last = entries.at(-1);
	if (last === undefined || followed.notice !== undefined || followed.grid.editor !== undefined)
		return followed;
	const more = entries.length === 1 ? '' : ` (and ${entries.length - 1} more)`;
	return withNotice(followed, `${describeAuthor(last.author)}: ${last.change.label}${more}`);
}
