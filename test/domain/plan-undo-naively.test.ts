import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {applyChange} from '../../source/domain/apply-change.ts';
import {type Change, changedFields} from '../../source/domain/change.ts';
import type {Entry} from '../../source/domain/entry.ts';
import type {FieldKey} from '../../source/domain/field.ts';
import {listFieldChanges, takeFieldChanges} from '../../source/domain/field-changes.ts';
import {storedField} from '../../source/domain/field-lists.ts';
import type {Left} from '../../source/domain/left.ts';
import {planUndo} from '../../source/domain/plan-undo.ts';
import {findUser, type Sheet} from '../../source/domain/sheet.ts';
import type {User} from '../../source/domain/user.ts';
import {finishWork} from '../../source/domain/work.ts';
import {arbitraryChange, arbitrarySheet} from './arbitrary-sheet.ts';

/** What planUndo does to users, one by one and without any short cut. */
function planNaively({change, withoutSecrets}: Entry, sheet: Sheet) {
	const left: Left[] = [];
	const isGone = (key: FieldKey) => withoutSecrets === true && storedField(key).kind === 'secret';
	const isOther = (then: User, now: User) => changedFields(then, now).some((key) => !isGone(key));
	const added = change.removed.flatMap((user) => {
		const now = findUser(sheet, user.id);
		if (now === undefined && withoutSecrets) left.push({what: 'user', user, reason: 'secret-gone'});
		if (now !== undefined && isOther(user, now))
			left.push({what: 'user', user: now, reason: 'changed-since'});
		return now === undefined ? [user] : [];
	});
	const updated = change.updated.flatMap(([before, after]) => {
		const now = findUser(sheet, after.id);
		if (now === undefined) {
			left.push({what: 'user', user: before, reason: 'removed-since'});
			return [];
		}
		const changed = changedFields(before, after);
		if (changed.length === 0 && withoutSecrets) left.push({what: 'user', user: now, reason: 'secret-gone'});
		const back = changed.filter((key) => {
			if (now[key] === before[key]) return false;
			const reason = isGone(key) ? 'secret-gone' : 'changed-since';
			if (reason === 'changed-since' && now[key] === after[key]) return true;
			left.push({what: 'user', user: now, key, reason});
			return false;
		});
		const origin = now.origin === after.origin ? before.origin : now.origin;
		if (back.length === 0 && origin === now.origin) return [];
		return [[now, {...now, origin, ...Object.fromEntries(back.map((key) => [key, before[key]]))}] as const];
	});
	const removed = change.added.flatMap((user) => {
		const now = findUser(sheet, user.id);
		if (now === undefined) return [];
		if (!isOther(user, now)) return [now];
		left.push({what: 'user', user: now, reason: 'changed-since'});
		return [];
	});
	return {added, updated, removed, left};
}

/** Users only, also with another origin and in any order. */
const arbitraryUsers = (sheet: Sheet): fc.Arbitrary<Change> =>
	arbitraryChange(sheet).chain(({label, added, updated, removed}) =>
		fc.boolean().map((isOther) => ({
			label,
			added: added.toReversed(),
			updated: updated.map(([before, after]) => [
				before,
				isOther ? {...after, origin: 'client-service' as const} : after,
			]),
			removed: removed.toReversed(),
		})),
	);

const arbitraryPast = arbitrarySheet.chain((sheet) =>
	arbitraryUsers(sheet).chain((older) =>
		fc.record({
			older: fc.constant(older),
			made: fc.constant(applyChange(sheet, older)),
			newer: arbitraryUsers(applyChange(sheet, older)),
			withoutSecrets: fc.boolean(),
		}),
	),
);

describe('the quick ways through a change of the history, compared with slow and simple ones', () => {
	it('plans the same undo', () => {
		fc.assert(
			fc.property(arbitraryPast, ({older, made, newer, withoutSecrets}) => {
				const entry: Entry = {
					revision: 2,
					at: '2026-03-08T13:05:00.000Z',
					author: {user: 'ann'},
					origination: {from: 'grid'},
					change: older,
					withoutSecrets,
				};
				for (const sheet of [made, applyChange(made, newer)]) {
					const {change, left} = planUndo(entry, sheet);
					const {added, updated, removed} = change;
					expect({added, updated, removed, left}).toEqual(planNaively(entry, sheet));
					for (const [before] of updated) expect(findUser(sheet, before.id)).toBe(before);
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
