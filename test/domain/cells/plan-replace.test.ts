import {describe, expect, it} from 'vitest';
import {
	checkReplacement,
	keepLines,
	planReplace,
	type Replacement,
	replacedKeys,
} from '../../../source/domain/cells/plan-replace.ts';
import {finishWork} from '../../../source/domain/work.ts';
import {makeSheet} from '../../helpers/make-users.ts';

const sheet = {
	...makeSheet(4),
	users: makeSheet(4).users.map((user) => ({
		...user,
		firstName: 'Ann',
		lastName: `Old${user.id}`,
		email: user.id === 4 ? 'other@example.com' : `ann${user.id}@old.example`,
		servicePassword: 'old',
		deploymentPin: '4711',
		origin: user.id === 3 ? ('mbg' as const) : user.origin,
	})),
};
const plan = (given: Partial<Replacement>) =>
	finishWork(
		planReplace(
			[1, 2, 3, 4],
			{
				find: '@old.example',
				replacement: '@new.example',
				isPattern: false,
				isCased: false,
				keys: ['email'],
				...given,
			},
			sheet,
		),
	);
const texts = (given: Partial<Replacement>) =>
	plan(given).lines.map(({user, before, after}) => `${user.id} ${before} ${after}`);

describe('a replacement', () => {
	it('lists each value before and after, and counts what is read-only', () => {
		expect(texts({})).toEqual(['1 ann1@old.example ann1@new.example', '2 ann2@old.example ann2@new.example']);
		expect(plan({})).toMatchObject({readOnly: 1, refused: []});
		expect(plan({}).change.label).toBe(
			'Replace "@old.example" with "@new.example" in Email address of 2 users',
		);
	});

	it.each([
		[
			'without case',
			{find: '@OLD', replacement: '@x'},
			['1 ann1@old.example ann1@x.example', '2 ann2@old.example ann2@x.example'],
		],
		['with case', {find: '@OLD', isCased: true}, []],
		[
			'a regular expression',
			{find: '^ann(1|3)', isPattern: true, replacement: 'eve'},
			['1 ann1@old.example eve@old.example'],
		],
		[
			'in other columns',
			{find: 'old', replacement: 'New', keys: ['lastName'] as const},
			['1 Old1 New1', '2 Old2 New2', '4 Old4 New4'],
		],
		['what is not there', {find: 'zzz'}, []],
		['the same', {find: 'a', replacement: 'a'}, []],
	])('%s', (_, given, expected) => {
		expect(texts(given)).toEqual(expected);
	});

	it('names what is not possible, and does not write it', () => {
		const {lines, refused, change} = plan({find: '@.*', isPattern: true, replacement: ''});
		expect(refused).toHaveLength(3);
		expect(lines.map(({problem}) => problem?.code)).toEqual([
			'email-address',
			'email-address',
			'email-address',
		]);
		expect(change.updated).toEqual([]);
	});

	it('tells of what deserves a look', () => {
		const {lines} = plan({find: 'ann[12]', isPattern: true, replacement: 'ann'});
		expect(lines.map(({problem}) => problem?.code)).toEqual(['shared-email', 'shared-email']);
	});

	it('never looks through secrets, PINs and profiles', () => {
		expect(replacedKeys).not.toContain('servicePassword');
		expect(replacedKeys).not.toContain('deploymentPin');
		expect(replacedKeys).not.toContain('voicemailPin');
		expect(replacedKeys).not.toContain('profile');
	});

	it('can be done in part, and is named for that', () => {
		const {change, lines} = plan({find: 'o', replacement: '0', keys: ['email', 'lastName']});
		const kept = keepLines(change, (place) => place === 0, 'Replace');
		expect(kept.label).toBe('Replace of Ann Old1');
		expect(kept.updated.map(({id, cells}) => [id, Object.keys(cells)])).toEqual([[1, [lines[0]?.key]]]);
	});

	it('says what is wrong with a pattern', () => {
		const given = {find: '(', replacement: '', isPattern: true, isCased: false, keys: replacedKeys};
		expect(checkReplacement(given)?.code).toBe('query-pattern');
		expect(checkReplacement({...given, find: ''})?.code).toBe('nothing-to-find');
		expect(checkReplacement({...given, isPattern: false})).toBeUndefined();
	});
});
