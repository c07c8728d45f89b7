import {emptyChange} from '../../domain/change.ts';
import {describeAuthor} from '../../domain/describe-entry.ts';
import type {Entry} from '../../domain/entry.ts';
import {formatLocalTime} from '../../domain/local-time.ts';
import {type Model, type PendingChange, withNotice} from '../model.ts';
import {refit} from './make-change.ts';
import type {StoreMessage} from './saving-messages.ts';
import {cellOf, type SetCell, setsCell} from './take-back.ts';

/**
 * What others have committed, on the screen without a key: cursor, filter, marks and an open editor stay as they are. Changes
 * of ours that still wait are put on top.
 */
export function followOthers(model: Model, message: Extract<StoreMessage, {type: 'store/changed'}>): Model {
	const {sheet, entries, timeZone} = message;
	// The answer to a commit of ours may have told of a later state already.
	if (sheet.revision < model.stored.revision) return model;
	const nothing = emptyChange('');
	const followed = noteRivals(refit({...model, stored: sheet}, nothing, nothing), entries, timeZone);
	const last = entries.at(-1);
	if (last === undefined || followed.notice !== undefined || followed.grid.editor !== undefined)
		return followed;
	const more = entries.length === 1 ? '' : ` (and ${entries.length - 1} more)`;
	return withNotice(followed, `${describeAuthor(last.author)}: ${last.change.label}${more}`);
}

/**
 * Remembers who else changed a value that is being edited here, or not stored yet, so that the person can choose between
 * the two.
 */
export function noteRivals(model: Model, entries: readonly Entry[], timeZone: string): Model {
	if (entries.length === 0) return model;
	const rivalOf = (cell: Pick<SetCell, 'id' | 'key'> | undefined): {readonly rival?: string} => {
		const theirs = cell && entries.findLast(({change}) => setsCell(change, cell));
		if (theirs === undefined) return {};
		return {rival: `${describeAuthor(theirs.author)}, ${formatLocalTime(theirs.at, timeZone)}`};
	};
	const withRival = <Entry extends PendingChange>(entry: Entry): Entry => ({
		...entry,
		...rivalOf(cellOf(entry)),
	});
	const {editor} = model.grid;
	return {
		...model,
		pending: model.pending.map(withRival),
		refused: model.refused.map(withRival),
		...(editor === undefined ? {} : {grid: {...model.grid, editor: {...editor, ...rivalOf(editor)}}}),
	};
}
