import {describe, expect, test} from 'vitest';
import {applyChange} from '../../../source/domain/apply-change.ts';
import {isEmptyChange} from '../../../source/domain/change.ts';
import {deployedValues} from '../../../source/domain/deployed-values.ts';
import {fingerprintDeployment} from '../../../source/domain/fingerprint-deployment.ts';
import type {MarkName} from '../../../source/domain/life-cycle/mark-table.ts';
import {describeOthers, planMarks} from '../../../source/domain/life-cycle/plan-marks.ts';
import type {UserState} from '../../../source/domain/life-cycle/state-table.ts';
import {userState} from '../../../source/domain/life-cycle/user-state.ts';
import {countWork} from '../../../source/domain/life-cycle/worklist.ts';
import {planUndo} from '../../../source/domain/plan-undo.ts';
import {defaultProfile, type Profile} from '../../../source/domain/profile.ts';
import {findUser, type Sheet, surroundingsOf} from '../../../source/domain/sheet.ts';
import type {User} from '../../../source/domain/user.ts';
import {finishWork} from '../../../source/domain/work.ts';
import {makeUser, sheetOf} from '../make-sheet.ts';

const at = '2026-03-08T09:00:00.000Z';
const later = '2026-04-01T09:00:00.000Z';
const profile: Profile = {...defaultProfile, linkTemplate: 'https://redirect.example.com/{Last name}'};
const ready = makeUser(1, {lastName: 'Archer', email: 'ann@example.com', serviceUser: 'archera'});
const sent: User = {...ready, ...deployedValues(ready, at, fingerprintDeployment(ready, profile))};
const downloaded: User = {...sent, downloadedOn: at};
const renamed: User = {...downloaded, serviceUser: 'foxa'};

const sheetWith = (...users: readonly User[]): Sheet => ({...sheetOf(...users), profiles: [profile]});
const mark = (user: User, name: MarkName): User => {
	const sheet = sheetWith(user);
	const {change} = finishWork(planMarks(name, [1], later, sheet));
	return findUser(applyChange(sheet, change), 1) ?? user;
};
const stateOf = (user: User): UserState => userState(user, surroundingsOf(sheetWith(user)));

describe('what a person says of a user (rules.md 5.14)', () => {
	test.each<readonly [before: string, user: User, name: MarkName, state: UserState, changed: Partial<User>]>([
		['to deploy', ready, 'deployed', 'sent', {deployedOn: later, setUpUser: 'archera'}],
		['sent', sent, 'deployed', 'sent', {deployedOn: at}],
		[
			'changed since',
			{...downloaded, directoryNumber: '7'},
			'deployed',
			'sent',
			{deployedOn: later, downloadedOn: ''},
		],
		['renamed', renamed, 'deployed', 'reset-needed', {deployedOn: later, setUpUser: 'archera'}],
		['sent', sent, 'downloaded', 'downloaded', {deployedOn: at, downloadedOn: later}],
		['to deploy', ready, 'downloaded', 'downloaded', {deployedOn: later, downloadedOn: later}],
		['downloaded', downloaded, 'downloaded', 'downloaded', {downloadedOn: at}],
		['renamed', renamed, 'reset-done', 'changed-since', {setUpUser: 'foxa', deployedOn: at}],
		['sent', sent, 'reset-done', 'sent', {setUpUser: 'archera'}],
		['sent', sent, 'withdrawn', 'to-deploy', {deployedOn: '', deployedAs: '', setUpUser: ''}],
		['to deploy', ready, 'withdrawn', 'to-deploy', {deployedOn: ''}],
	])('%s, and then %s', (_, user, name, state, changed) => {
		const after = mark(user, name);
		expect(stateOf(after)).toBe(state);
		expect(after).toMatchObject(changed);
	});

	test('both are needed after another service user name, in any order', () => {
		expect(stateOf(mark(mark(renamed, 'deployed'), 'reset-done'))).toBe('sent');
		expect(stateOf(mark(mark(renamed, 'reset-done'), 'deployed'))).toBe('sent');
	});

	test('is one change of those whom it says something new about, with one undo', () => {
		const other = {...ready, id: 2};
		const third = {...sent, id: 3};
		const sheet = sheetWith(ready, other, third);
		const plan = finishWork(planMarks('deployed', [1, 2, 3, 99], later, sheet));
		expect(plan.change.label).toBe('Mark 2 users as deployed');
		expect(plan).toMatchObject({others: 1, change: {updated: [{id: 1}, {id: 2}]}});
		expect(describeOthers('deployed', plan)).toBe('1 user is deployed with these values already.');
		const after = applyChange(sheet, plan.change);
		expect(applyChange(after, planUndo({change: plan.change}, after).change).users).toEqual(sheet.users);
		expect(isEmptyChange(finishWork(planMarks('withdrawn', [1], later, sheet)).change)).toBe(true);
	});
});

describe('the worklist (rules.md 5.15)', () => {
	const counts = (sheet: Sheet) =>
		Object.fromEntries(finishWork(countWork(sheet)).map(({key, count}) => [key, count]));

	test('counts each kind of thing to do, and leaves out what nobody needs', () => {
		expect(counts(sheetWith())).toEqual({});
		const users = [
			ready,
			{...ready, id: 2, deploymentPin: '482913'},
			{...renamed, id: 3},
			{...ready, id: 4, email: ''},
			{...sent, id: 5, mailResult: 'rejected' as const},
			{...downloaded, id: 6},
		];
		const sheet = sheetWith(...users);
		expect(counts(sheet)).toEqual({
			'to-deploy': 2,
			'pin-not-told': 1,
			'reset-needed': 1,
			incomplete: 1,
			sent: 1,
			'mail-rejected': 1,
		});
		const removed = sheet.users.slice(4);
		const deleted = applyChange(sheet, {label: 'Delete', added: [], updated: [], removed});
		expect(counts(deleted)).toMatchObject({'to-withdraw': 2, 'to-deploy': 2});
	});
});
