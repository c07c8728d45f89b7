import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {applyChange} from '../../source/domain/apply-change.ts';
import {type Change, emptyChange, invertChange} from '../../source/domain/change.ts';
import {fitChange} from '../../source/domain/fit-change.ts';
import {planUndo} from '../../source/domain/plan-undo.ts';
import {restoreChange} from '../../source/domain/restore-change.ts';
import type {Sheet} from '../../source/domain/sheet.ts';
import {arbitraryChange, arbitrarySheet} from './arbitrary-sheet.ts';
import {makeUser, sheetOf} from './make-sheet.ts';

const deployedOn = '2026-03-08T09:00:00.000Z';
const ann = makeUser(1, {lastName: 'Archer', directoryNumber: '2001', serviceUser: 'archera', deployedOn});
const ben = makeUser(2, {lastName: 'Baker'});
const sheet = sheetOf(ann, ben);
const deletion: Change = {...emptyChange('Delete'), removed: [ann, ben]};

const listOf = ({toWithdraw}: Sheet) => toWithdraw.map(({id}) => id);
const apply = (from: Sheet, ...changes: readonly Change[]) => changes.reduce(applyChange, from);
const undo = (from: Sheet, change: Change) => planUndo({change}, from).change;

describe('users to withdraw (rules.md 5.0)', () => {
	test('are those who are deleted while deployed, with what is needed to find the client', () => {
		expect(applyChange(sheet, deletion).toWithdraw).toEqual([
			{id: 1, name: 'Archer', number: '2001', serviceUser: 'archera', deployedOn},
		]);
	});

	test('come back with an undo, and are listed again by the undo of that', () => {
		const deleted = apply(sheet, deletion);
		const back = undo(deleted, deletion);
		const restored = apply(deleted, back);
		expect(listOf(restored)).toEqual([]);
		const again = apply(restored, undo(restored, back));
		expect(listOf(again)).toEqual([1]);
	});

	test('are not those whose creation is taken back, as an import of the wrong file', () => {
		const creation: Change = {
			...emptyChange('Import'),
			added: [makeUser(3, {lastName: 'Clark', deployedOn})],
		};
		const created = apply(sheet, creation);
		const back = undo(created, creation);
		const gone = apply(created, back);
		expect(listOf(gone)).toEqual([]);
		const again = undo(gone, back);
		const there = apply(gone, again);
		expect(listOf(apply(there, undo(there, again)))).toEqual([]);
	});

	test('leave the list one by one, which can be undone', () => {
		const deleted = apply(sheet, deletion);
		const withdrawal: Change = {...emptyChange('Withdraw'), withdrawn: [deleted.toWithdraw, []]};
		const done = apply(deleted, withdrawal);
		expect(listOf(done)).toEqual([]);
		expect(apply(done, undo(done, withdrawal)).toWithdraw).toEqual(deleted.toWithdraw);
	});

	test('are left by two people who withdraw the same one, without a conflict', () => {
		const deleted = apply(sheet, deletion);
		const withdrawal: Change = {...emptyChange('Withdraw'), withdrawn: [deleted.toWithdraw, []]};
		const fitted = fitChange(withdrawal, deleted.nextId, apply(deleted, withdrawal));
		expect(fitted).toEqual({change: emptyChange('Withdraw'), conflicts: []});
	});

	test('are deployed by one person while another deletes them', () => {
		const theirs = apply(sheetOf(ben), {
			...emptyChange('Deploy'),
			updated: [
				{id: 2, firstName: '', lastName: 'Baker', cells: {deployedOn: {before: '', after: deployedOn}}},
			],
		});
		const {change} = fitChange({...emptyChange('Delete'), removed: [ben]}, 3, theirs);
		expect(listOf(apply(theirs, change))).toEqual([2]);
	});

	test('are never fewer after a restore than the copy or the sheet has', () => {
		const deleted = apply(sheet, deletion);
		expect(listOf(apply(deleted, restoreChange(deleted, sheetOf(), 'Restore')))).toEqual([1]);
		expect(listOf(apply(sheetOf(), restoreChange(sheetOf(), deleted, 'Restore')))).toEqual([1]);
		const back = restoreChange(deleted, sheet, 'Restore');
		const restored = apply(deleted, back);
		expect(listOf(restored)).toEqual([]);
		expect(listOf(apply(restored, undo(restored, back)))).toEqual([1]);
	});

	test('are as before after any change and its inverse', () => {
		const change = arbitrarySheet.chain((before) => fc.tuple(fc.constant(before), arbitraryChange(before)));
		fc.assert(
			fc.property(change, ([before, made]) => {
				const after = applyChange(before, made);
				expect(applyChange(after, invertChange(made)).toWithdraw).toEqual(before.toWithdraw);
				expect(applyChange(after, undo(after, made)).toWithdraw).toEqual(before.toWithdraw);
			}),
			{numRuns: 300},
		);
	});
});
