import {applyChange} from '../../domain/apply-change.ts';
import {type Change, emptyChange, isEmptyChange} from '../../domain/change.ts';
import {compareUsers} from '../../domain/change-users.ts';
import {fitChange} from '../../domain/fit-change.ts';
import {type Model, type PendingChange, withNotice} from '../model.ts';
import {keepCursorInView} from '../screens/users/grid-layout.ts';
import {followChange} from '../screens/users/users-state.ts';
import type {Step} from '../step.ts';
import {describeConflicts} from './describe-conflicts.ts';
import {changeWithIds, gridWithIds, namesUsers, usersWithIds} from './follow-ids.ts';
import type {StoreMessage} from './saving-messages.ts';
import {askAgain, isReplacedBy, takeBack} from './take-back.ts';

/**
 * Makes a change: on the screen at once, on the disk as soon as those before it are there. Every edit goes this way.
 *
 * @param how where it came from, when not from the grid, and whose value stands where others changed the same field
 */
export function makeChange(
	model: Model,
	change: Change,
	how: Partial<Omit<PendingChange, 'change' | 'nextId'>> = {},
): Step {
	if (isEmptyChange(change)) return [model, []];
	const undoable = {...model, undo: [...model.undo, change], redo: []};
	return queueChange(undoable, {prefer: 'mine', origination: {from: 'grid'}, ...how, change});
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
export function queueChange(model: Model, entry: Omit<PendingChange, 'nextId'>): Step {
	const next = {
		...model,
		sheet: applyChange(model.sheet, entry.change),
		pending: [...model.pending, {...entry, nextId: model.sheet.nextId}],
		refused: model.refused.filter((refused) => !isReplacedBy(refused, entry.change)),
		grid: keepCursorInView(followChange(model.grid, entry.change), model.size),
	};
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
	const first = model.pending[0];
	if (first === undefined) {
		return [{...model, save: {state: 'saved'}}, model.quitting ? [{type: 'app/quit'}] : []];
	}
	const {change, prefer, origination} = first;
	const effect = {type: 'store/commit', change, prefer, origination, base: model.stored} as const;
	return [{...model, save: {state: 'saving'}}, [effect]];
}

function afterCommit(model: Model, message: Extract<StoreMessage, {type: 'store/committed'}>): Step {
	const [made, ...waiting] = model.pending;
	if (made === undefined) return [model, []];
	const asMade = message.change === made.change && message.sheet.revision === model.stored.revision + 1;
	const {sheet: stored, conflicts} = message;
	if (made.prefer === 'neither' && conflicts.length > 0) {
		const nothing = emptyChange('');
		const taken = takeBack({...model, stored, pending: waiting}, made, conflicts);
		return commitNext(refit(taken, nothing, nothing));
	}
	const told =
		conflicts.length === 0 ? model : withNotice(model, describeConflicts(model, conflicts, made), 'bad');
	const committed = {
		...told,
		stored,
		pending: waiting,
		undo: replaceEntry(model.undo, made.change, message.change),
		redo: replaceEntry(model.redo, made.change, message.change),
	};
	if (asMade) return commitNext({...committed, sheet: waiting.length === 0 ? message.sheet : model.sheet});
	return commitNext(refit(committed, made.change, message.change));
}

/** What still waits, on a sheet that somebody else has changed too: new users may have other IDs than they were expected to get. */
export function refit(model: Model, made: Change, committed: Change): Model {
	const ids = new Map<number, number>();
	note(ids, made, committed);
	let sheet = model.stored;
	const renumbered = new Map<Change, Change>();
	const pending = model.pending.map((entry) => {
		const {change} = entry;
		const {nextId} = sheet;
		const followed = changeWithIds(change, ids);
		// Users who come back have been there before: their IDs are theirs.
		const nextIdThen = change.added.some(({id}) => id < entry.nextId) ? nextId : entry.nextId;
		// What nobody has decided yet is shown as it was made here.
		const prefer = entry.prefer === 'neither' ? 'mine' : entry.prefer;
		const fitted = fitChange(followed, nextIdThen, sheet, prefer).change;
		sheet = applyChange(sheet, fitted);
		note(ids, change, fitted);
		const next = changeWithIds(change, ids);
		renumbered.set(change, next);
		return {...entry, change: next, nextId};
	});
	const follow = (entry: Change): Change =>
		entry === committed ? entry : (renumbered.get(entry) ?? changeWithIds(entry, ids));
	const followed = followChange(ids.size === 0 ? model.grid : gridWithIds(model.grid, ids), {
		...emptyChange(''),
		...compareUsers(usersWithIds(model.sheet.users, ids), sheet.users),
	});
	const grid = keepCursorInView(followed, model.size);
	return {
		...model,
		pending,
		sheet,
		grid,
		undo: model.undo.map(follow),
		redo: model.redo.map(follow),
		screens: ids.size === 0 ? model.screens : model.screens.filter((screen) => !namesUsers(screen)),
	};
}

/** Notes where new users did not get the IDs that they were expected to get. */
function note(ids: Map<number, number>, expected: Change, given: Change): void {
	if (expected.added === given.added) return;
	for (const [index, user] of expected.added.entries()) {
		const id = given.added[index]?.id ?? user.id;
		if (id !== user.id) ids.set(user.id, id);
	}
}

function replaceEntry(entries: readonly Change[], made: Change, committed: Change): readonly Change[] {
	return made === committed ? entries : entries.map((entry) => (entry === made ? committed : entry));
}
