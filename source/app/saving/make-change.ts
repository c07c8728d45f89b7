import {type Change, isEmptyChange, noteChange} from '../../domain/change.ts';
import {count} from '../../domain/problem.ts';
import {type Model, withNotice} from '../model.ts';
import type {Step} from '../step.ts';
import {describeConflicts} from './describe-conflicts.ts';
import {followChange} from './follow-change.ts';
import {type Origin, originationOf, preferences} from './queue/origin.ts';
import {askAgain, enqueue, undoingChange} from './queue/queue.ts';
import {takeAnswer} from './queue/take-answer.ts';
import type {StoreMessage} from './saving-messages.ts';
import {showQueue} from './show-queue.ts';

/** Makes a change: on the screen at once, on the disk as soon as those before it are there. Every edit goes this way. */
export function makeChange(model: Model, change: Change, origin: Origin): Step {
	if (isEmptyChange(change)) return [model, []];
	return queueChange({...model, undo: [...model.undo, change], redo: []}, change, origin);
}

/** Notes in the history what was done without a change: there is nothing to take back. A sheet that is only read has no notes. */
export function makeNote(model: Model, label: string): Step {
	return model.save.state === 'read-only'
		? [model, []]
		: queueChange(model, noteChange(label), {from: 'bulk'});
}

/** What the store answers, and what is asked of it again. */
export function updateStore(model: Model, message: Exclude<StoreMessage, {type: 'store/changed'}>): Step {
	switch (message.type) {
		case 'store/committed':
			return afterCommit(model, message);
		case 'store/failed':
			return [
				withNotice(
					{...model, save: {state: 'failed', message: message.message}, quitting: false},
					`Not saved: ${message.message}`,
					'bad',
				),
				[],
			];
		case 'store/noticed':
			return [withNotice(model, message.text, 'bad'), []];
		case 'store/retry':
			return retry(model);
		case 'store/back-up':
			return [withNotice(model, 'A dated copy is being written.'), [{type: 'store/backup'}]];
		case 'store/backed-up':
			return [withNotice(model, `A dated copy was written: ${message.file}`, 'good'), []];
		case 'store/backup-failed':
			return [withNotice(model, `No copy was written: ${message.message}`, 'bad'), []];
	}
}

/** Puts a change on the screen, and behind those that are on their way to the disk. */
export function queueChange(model: Model, change: Change, origin: Origin): Step {
	const next = enqueue({...model, grid: followChange(model.grid, change)}, change, origin);
	return model.save.state === 'saving' ? [next, []] : commitNext(next);
}

/** Saving is under way, or has failed and is tried again; what others have changed as well is asked about again. */
function retry(model: Model): Step {
	const asked = askAgain(model);
	if (model.save.state === 'failed') return commitNext(asked);
	if (model.refused.length > 0) return [asked, []];
	const isSaved = model.pending.length === 0;
	return [
		withNotice(
			model,
			isSaved ? 'All changes are saved; saving is automatic.' : 'Saving is under way.',
			'good',
		),
		[],
	];
}

function commitNext(model: Model): Step {
	const [first] = model.pending;
	if (first === undefined) {
		return [{...model, save: {state: 'saved'}}, model.quitting ? [{type: 'app/quit'}] : []];
	}
	const {change, origin} = first;
	const prefer = preferences[origin.from];
	const effect = {
		type: 'store/commit',
		change,
		prefer,
		origination: originationOf(origin),
		base: model.stored,
	} as const;
	return [{...model, save: {state: 'saving'}}, [effect]];
}

function afterCommit(model: Model, message: Extract<StoreMessage, {type: 'store/committed'}>): Step {
	const [made] = model.pending;
	if (made === undefined) return [model, []];
	const {open, lost, ...taken} = takeAnswer(model, made, message);
	const next = showQueue(model, taken);
	const undone = undoingChange(model);
	const isUndone = undone !== undefined && next.undoing === undefined;
	if (isUndone && undone === made.change)
		return commitNext(withNotice(next, `Undone: ${undone.label}. Nothing of it was written.`, 'good'));
	// What was typed while an undo was planned was meant for the sheet after it.
	const kept = isUndone ? {...next, typedAhead: []} : next;
	const more = lost === 0 ? '' : ` ${count(lost, 'later change')} of its users went with it.`;
	const told = `${describeConflicts(model, open, made)}${more}`;
	return commitNext(open.length === 0 ? kept : withNotice(kept, told, 'bad'));
}
