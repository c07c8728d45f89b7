import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {applyChange} from '../../source/domain/apply-change.ts';
import {
	type Change,
	cellKeys,
	invertUpdate,
	isSameUser,
	nameOfUpdate,
	updateOf,
} from '../../source/domain/change.ts';
import type {Conflict} from '../../source/domain/conflict.ts';
import {blankSecrets, type Entry, withoutSecrets} from '../../source/domain/entry.ts';
import type {RecordKey} from '../../source/domain/field.ts';
import {listFieldChanges, takeFieldChanges} from '../../source/domain/field-changes.ts';
import {planUndo} from '../../source/domain/plan-undo.ts';
import {findUser, type Sheet} from '../../source/domain/sheet.ts';
import {fullName, type User} from '../../source/domain/user.ts';
import {finishWork} from '../../source/domain/work.ts';
import {arbitraryChange, arbitrarySheet} from './arbitrary-sheet.ts';

/** What planUndo does to users, one by one and without any short cut. */
function planNaively({change, withoutSecrets: isGone = false}: Entry, sheet: Sheet) {
	const left: Conflict[] = [];
	const leave = (user: User, reason: Conflict['reason'], key?: RecordKey) =>
		left.push({what: 'user', id: user.id, name: fullName(user), reason, ...(key && {key})});
	const isOther = (then: User, now: User) => !isSameUser(then, isGone ? blankSecrets(now) : now);
	const added = change.removed.flatMap((user) => {
		const now = findUser(sheet, user.id);
		if (now === undefined && isGone) leave(user, 'secret-gone');
		if (now !== undefined && isOther(user, now)) leave(now, 'changed-since');
		return now === undefined ? [user] : [];
	});
	const updated = change.updated.flatMap((update) => {
		const now = findUser(sheet, update.id);
		if (now === undefined) {
			left.push({
				what: 'user',
				id: update.id,
				name: nameOfUpdate(invertUpdate(update)),
				reason: 'removed-since',
			});
			return [];
		}
		const changed = cellKeys(update);
		if (changed.length === 0 && isGone) leave(now, 'secret-gone');
		const back = changed.filter((key) => {
			const {before, after} = update.cells[key] ?? {};
			if (now[key] !== before && now[key] !== after) leave(now, 'changed-since', key);
			return now[key] === after;
		});
		if (back.length === 0) return [];
		const values = back.map((key) => [key, update.cells[key]?.before]);
		return [updateOf(now, {...now, ...Object.fromEntries(values)}).cells];
	});
	const removed = change.added.flatMap((user) => {
		const now = findUser(sheet, user.id);
		if (now === undefined) return [];
		if (!isOther(user, now)) return [now];
		leave(now, 'changed-since');
		return [];
	});
	return {added, updated, removed, left};
}

/** Users only, in any order. */
const arbitraryUsers = (sheet: Sheet): fc.Arbitrary<Change> =>
	arbitraryChange(sheet).map(({label, added, updated, removed}) => ({
		label,
		added: added.toReversed(),
		updated: updated.toReversed(),
		removed: removed.toReversed(),
	}));

const arbitraryPast = arbitrarySheet.chain((sheet) =>
	arbitraryUsers(sheet).chain((older) =>
		fc.record({
			older: fc.constant(older),
			made: fc.constant(applyChange(sheet, older)),
			newer: arbitraryUsers(applyChange(sheet, older)),
			isCompacted: fc.boolean(),
		}),
	),
);

describe('the quick ways through a change of the history, compared with slow and simple ones', () => {
	it('plans the same undo', () => {
		fc.assert(
			fc.property(arbitraryPast, ({older, made, newer, isCompacted}) => {
				const whole: Entry = {
					revision: 2,
					at: '2026-03-08T13:05:00.000Z',
					author: {user: 'ann'},
					origination: {from: 'grid'},
					change: older,
				};
				const entry = isCompacted ? withoutSecrets(whole) : whole;
				for (const sheet of [made, applyChange(made, newer)]) {
					const {change, left} = planUndo(entry, sheet);
					const {added, updated, removed} = change;
					expect({added, updated: updated.map(({cells}) => cells), removed, left}).toEqual(
						planNaively(entry, sheet),
					);
				}
			}),
			{numRuns: 300},
		);
	});

	it('counts the lines that it gives', () => {
		fc.assert(
			fc.property(arbitraryPast, ({older}) => {
				const list = finishWork(listFieldChanges(older));
				expect(takeFieldChanges(list, 0, Number.POSITIVE_INFINITY)).toHaveLength(list.length);
			}),
		);
	});
});
