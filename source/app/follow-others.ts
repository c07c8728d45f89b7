import {changedFields, emptyChange} from '../domain/change.ts';
import {describeAuthor} from '../domain/describe-entry.ts';
import type {Entry} from '../domain/entry.ts';
import {formatLocalTime} from '../domain/local-time.ts';
import {refit} from './make-change.ts';
import type {StoreMessage} from './message.ts';
import {type Model, withNotice} from './model.ts';

/**
 * What others have committed, on the screen without a key: cursor, filter, marks and an open editor stay as they are. Changes
 * of ours that still wait are put on top.
 */
export function followOthers(model: Model, message: Extract<StoreMessage, {type: 'store/changed'}>): Model {
	const {sheet, entries, timeZone} = message;
	// The answer to a commit of ours may have told of a later state already.
	if (sheet.revision < model.stored.revision) return model;
	const nothing = emptyChange('');
	const followed = noteRival(refit({...model, stored: sheet}, nothing, nothing), entries, timeZone);
	const last = entries.at(-1);
	if (last === undefined || followed.notice !== undefined || followed.grid.editor !== undefined)
		return followed;
	const more = entries.length === 1 ? '' : ` (and ${entries.length - 1} more)`;
	return withNotice(followed, `${describeAuthor(last.author)}: ${last.change.label}${more}`);
}

/** Remembers who else changed the value that is being edited here, so that the person can choose between the two. */
function noteRival(model: Model, entries: readonly Entry[], timeZone: string): Model {
	const {editor} = model.grid;
	if (editor === undefined) return model;
	const theirs = entries.findLast(({change}) =>
		change.updated.some(
			([before, after]) => after.id === editor.id && changedFields(before, after).includes(editor.key),
		),
	);
	if (theirs === undefined) return model;
	const rival = `${describeAuthor(theirs.author)}, ${formatLocalTime(theirs.at, timeZone)}`;
	return {...model, grid: {...model.grid, editor: {...editor, rival}}};
}
