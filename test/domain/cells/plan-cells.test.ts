import {describe, expect, it} from 'vitest';
import {applyChange} from '../../../source/domain/apply-change.ts';
import {planCells} from '../../../source/domain/cells/plan-cells.ts';
import {invertChange} from '../../../source/domain/change.ts';
import type {UserValues} from '../../../source/domain/field.ts';
import type {User} from '../../../source/domain/user.ts';
import {finishWork} from '../../../source/domain/work.ts';
import {makeSheet} from '../../helpers/make-users.ts';

const sheet = {
	...makeSheet(3),
	users: makeSheet(3).users.map((user) => ({
		...user,
		firstName: `Ann${user.id}`,
		lastName: 'Archer',
		voicemailNumber: '',
		origin: user.id === 3 ? ('mbg' as const) : user.origin,
	})),
};
const plan = (valuesOf: (user: User) => Partial<UserValues>) =>
	finishWork(planCells(sheet.users, valuesOf, sheet, 'Fill'));
const written = (valuesOf: (user: User) => Partial<UserValues>) =>
	plan(valuesOf).change.updated.flatMap(({id, cells}) =>
		Object.entries(cells).map(([key, {before, after}]) => `${id} ${key} ${before} ${after}`),
	);

describe('new values of many users', () => {
	it.each<readonly [string, Partial<UserValues>, readonly string[]]>([
		['are written where they differ, and are not read-only', {firstName: 'Ann1'}, ['2 firstName Ann2 Ann1']],
		['are trimmed', {firstName: ' Zoe '}, ['1 firstName Ann1 Zoe', '2 firstName Ann2 Zoe']],
		['are not written where they break a rule', {email: 'zoe@'}, []],
		['may be empty where the field may', {firstName: ''}, ['1 firstName Ann1 ', '2 firstName Ann2 ']],
		['are not empty where the field is required', {lastName: ''}, []],
		['are a profile by its own name', {profile: 'DEFAULT'}, []],
		[
			'are one for each column',
			{firstName: 'Zoe', email: 'zoe@'},
			['1 firstName Ann1 Zoe', '2 firstName Ann2 Zoe'],
		],
	])('%s', (_, values, expected) => {
		expect(written(() => values)).toEqual(expected);
	});

	it('are other ones for each user', () => {
		expect(written(({id}) => (id === 2 ? {firstName: 'Zoe'} : {}))).toEqual(['2 firstName Ann2 Zoe']);
		expect(plan(({id}) => (id === 2 ? {firstName: 'Zoe'} : {})).change.label).toBe('Fill of Ann2 Archer');
	});

	it('are counted: read-only, replaced, refused, and what deserves a look', () => {
		const {readOnly, replaced, refused, said, change} = plan(() => ({
			firstName: 'Zoe',
			voicemailNumber: '8000',
			email: 'zoe@example.com',
			lastName: '',
		}));
		expect({readOnly, replaced}).toEqual({readOnly: 4, replaced: 4});
		expect(refused.map(({id, code, key}) => `${id} ${key} ${code}`)).toEqual([
			'1 lastName required',
			'2 lastName required',
		]);
		expect(new Set(said.map(({code}) => code))).toContain('shared-email');
		expect(change.label).toBe('Fill of 2 users');
	});

	it('are taken back as one change', () => {
		const {change} = plan(() => ({firstName: 'Zoe'}));
		const later = applyChange(sheet, change);
		expect(applyChange(later, invertChange(change)).users).toEqual(sheet.users);
	});

	it('show nothing of a secret', () => {
		const {refused} = plan(() => ({deploymentPin: '12ab'}));
		expect(JSON.stringify(refused)).not.toContain('12ab');
	});
});
