import {describe, expect, it} from 'vitest';
import {messageFileName} from '../../../source/domain/message/message-file-name.ts';
import {isBlocked, planMessages} from '../../../source/domain/message/plan-messages.ts';
import type {Profile} from '../../../source/domain/profile.ts';
import type {User} from '../../../source/domain/user.ts';
import {finishWork} from '../../../source/domain/work.ts';
import {makeUser, sheetOf} from '../make-sheet.ts';

const now = '2026-11-26T12:00:00.000Z';
const ready = {lastName: 'A', email: 'a@example.com', deploymentLink: 'https://redirect.example.com/d/1'};

function plan(values: readonly Partial<User>[], again = false, profile: Partial<Profile> = {}) {
	const sheet = sheetOf(...values.map((value, index) => makeUser(index + 1, {...ready, ...value})));
	const profiles = sheet.profiles.map((one) => ({...one, ...profile}));
	return finishWork(planMessages(sheet.users, {...sheet, profiles}, {now, again}));
}

describe('the plan of messages', () => {
	it.each<[string, Partial<User>, string]>([
		['nothing was sent', {}, 'ready'],
		['the user is incomplete', {lastName: ''}, 'incomplete'],
		['there is no link', {deploymentLink: ''}, 'no-link'],
		['the profile is gone', {profile: 'Gone'}, 'incomplete'],
		['one was sent an hour ago', {mailResult: 'accepted', mailedOn: '2026-11-26T11:00:00.000Z'}, 'again'],
		['they were deployed elsewhere an hour ago', {deployedOn: '2026-11-26T11:00:00.000Z'}, 'again'],
		['they were deployed elsewhere two days ago', {deployedOn: '2026-11-24T11:00:00.000Z'}, 'ready'],
		[
			'the last one was deferred after they were deployed',
			{mailResult: 'deferred', mailedOn: '2026-11-26T11:30:00.000Z', deployedOn: '2026-11-26T11:00:00.000Z'},
			'ready',
		],
		['one was sent two days ago', {mailResult: 'accepted', mailedOn: '2026-11-24T11:00:00.000Z'}, 'ready'],
		[
			'one was rejected a minute ago',
			{mailResult: 'rejected', mailedOn: '2026-11-26T11:59:00.000Z'},
			'ready',
		],
		[
			'one was deferred a minute ago',
			{mailResult: 'deferred', mailedOn: '2026-11-26T11:59:00.000Z'},
			'ready',
		],
		[
			'one was perhaps sent last week',
			{mailResult: 'unknown', mailedOn: '2026-11-19T11:59:00.000Z'},
			'unknown',
		],
		[
			'one was sent tomorrow, by another clock',
			{mailResult: 'accepted', mailedOn: '2026-11-27T11:00:00.000Z'},
			'again',
		],
		['the PIN is in the name', {firstName: 'Ann 482913', deploymentPin: '482913'}, 'refused'],
	])('where %s', (_, values, status) => {
		expect(plan([values]).rows.map((row) => row.status)).toEqual([status]);
	});

	it('sends again what is asked for', () => {
		const values = [
			{mailResult: 'accepted', mailedOn: '2026-11-26T11:00:00.000Z'},
			{mailResult: 'unknown', mailedOn: '2026-11-26T11:00:00.000Z'},
			{deploymentLink: ''},
		] as const;
		expect(plan(values, true).counts).toMatchObject({ready: 2, 'no-link': 1, again: 0, unknown: 0});
	});

	it('is blocked by a placeholder that one user has no value for, and not by those who get nothing', () => {
		const messageText = '{Deployment link} {Number}';
		const values = [{directoryNumber: '2001'}, {directoryNumber: ''}];
		expect(isBlocked(plan(values, false, {messageText}))).toBe(true);
		const without = [{directoryNumber: '2001'}, {directoryNumber: '', lastName: ''}, {deploymentLink: ''}];
		expect(isBlocked(plan(without, false, {messageText}))).toBe(false);
	});
});

describe('the name of a file', () => {
	it.each<[string, string, number, string]>([
		['Ann', 'Archer', 1, '0042-ann-archer'],
		['Ann', 'Archer', 3, '0042-ann-archer-3'],
		['Jürgen', 'Weiß', 1, '0042-jurgen-weiss'],
		['小明', '王', 1, '0042'],
		['../../etc', 'passwd', 1, '0042-etc-passwd'],
		['Ann 4711', '$(rm -rf)', 1, '0042-ann-rm-rf'],
		['A'.repeat(300), 'B', 1, `0042-${'a'.repeat(40)}`],
		['Ann\u202e', '\r\n', 1, '0042-ann'],
	])('of %j %j, turn %i', (firstName, lastName, turn, name) => {
		expect(messageFileName({id: 42, firstName, lastName}, turn)).toBe(name);
	});
});
