import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {equalityKey} from '../../source/domain/compare-text.ts';
import type {UserValues} from '../../source/domain/field.ts';
import {checkSharedValue, findSuspects, indexedKeys, sharedRules} from '../../source/domain/shared-rules.ts';
import type {User} from '../../source/domain/user.ts';
import {buildValueIndex, valueIndex, valueIndexInSteps} from '../../source/domain/value-index.ts';
import {finishWork} from '../../source/domain/work.ts';
import {makeUser} from './make-sheet.ts';

type Values = Partial<UserValues>;

const check = (user: User, users: readonly User[]) =>
	sharedRules
		.filter(({key}, place) => sharedRules.findIndex((rule) => rule.key === key) === place)
		.flatMap(({key}) => checkSharedValue(user, key, (among) => valueIndex(users, among)));

/** What is said of the first of these users, who have the IDs 1, 2, 3, …: codes by CSV header. */
const codesOf = (...users: readonly Values[]) => {
	const [first = makeUser(1), ...others] = users.map((values, place) => makeUser(place + 1, values));
	return check(first, [first, ...others]).map(({column, code}) => `${column}: ${code}`);
};

const pins = (same: number, others: number): readonly Values[] =>
	Array.from({length: same + others}, (_, place) => ({
		deploymentPin: place < same ? '4711' : `${9000 + place}`,
	}));

describe('values that several users have (rules.md 3.15)', () => {
	test.each<[string, readonly Values[], readonly string[]]>([
		['one user', [{directoryNumber: '1', email: 'a@b.c'}], []],
		['nothing in common', [{email: 'a@b.c'}, {email: 'a@b.d'}], []],
		['blanks', [{email: '', pbxSipUser: ''}, {}], []],
		[
			'names',
			[
				{firstName: 'Ann', lastName: 'Archer'},
				{firstName: 'Ann', lastName: 'Archer'},
			],
			[],
		],
		[
			'hosts',
			[
				{pbxSipHost: 'pbx', serviceHost: 'm.x'},
				{pbxSipHost: 'pbx', serviceHost: 'm.x'},
			],
			[],
		],
		[
			'secrets',
			[
				{pbxSipPassword: 'x', voicemailPin: '1'},
				{pbxSipPassword: 'x', voicemailPin: '1'},
			],
			[],
		],
		[
			'directory numbers',
			[{directoryNumber: '2001'}, {directoryNumber: '2001'}],
			['Directory Number: shared-directory-number'],
		],
		['numbers with and without zeros', [{directoryNumber: '042'}, {directoryNumber: '42'}], []],
		['e-mails in other case', [{email: 'Ann@x.y'}, {}, {email: 'ann@X.Y'}], ['Email address: shared-email']],
		[
			'device numbers',
			[{pbxSipUser: 'a1'}, {pbxSipUser: 'A1'}],
			['PBX SIP user name/Device number: shared-pbx-user'],
		],
		['MBG user names', [{mbgSipUser: 'm'}, {mbgSipUser: 'm'}], ['MBG SIP user name: shared-mbg-user']],
		[
			'service user names, composed in two ways',
			[{serviceUser: 'Zürich'}, {serviceUser: 'zürich'.normalize('NFD')}],
			['MiCollab Client Service user name: shared-service-user'],
		],
		[
			'a number that is also a device number',
			[{directoryNumber: '7'}, {pbxSipUser: '7', mbgSipUser: '7'}],
			[],
		],
		[
			'a service user name that is the number of another user',
			[{serviceUser: '2001'}, {directoryNumber: '2001'}],
			['MiCollab Client Service user name: service-user-is-number'],
		],
		[
			'a number that is the service user name of another user',
			[{directoryNumber: '2001'}, {serviceUser: '2001'}],
			['Directory Number: number-is-service-user'],
		],
		['a service user name that is the own number', [{serviceUser: '2001', directoryNumber: '2001'}, {}], []],
		[
			'both at once',
			[{directoryNumber: '7'}, {directoryNumber: '7', serviceUser: '7'}],
			['Directory Number: shared-directory-number', 'Directory Number: number-is-service-user'],
		],
		['a PIN of four users', pins(4, 0), []],
		['a PIN of five users', pins(5, 0), ['Deployment PIN: common-pin']],
		['a PIN of five among 49', pins(5, 44), ['Deployment PIN: common-pin']],
		['a PIN of a tenth and no more', pins(5, 45), []],
		['no PIN for anybody', Array.from({length: 20}, () => ({})), []],
	])('%s', (_, users, codes) => {
		expect(codesOf(...users)).toEqual(codes);
	});

	test('are warnings that name at most two of the others, and never a PIN', () => {
		const users = [1, 2, 3, 4, 5].map((id) =>
			makeUser(id, {firstName: 'Ann', lastName: `A${id}`, email: 'x@y.z', deploymentPin: '4711'}),
		);
		const [one = makeUser(1), two = one] = users;
		expect(check(one, [one, two])).toEqual([
			{
				severity: 'warning',
				code: 'shared-email',
				column: 'Email address',
				value: 'x@y.z',
				message: 'ID 2, Ann A2, also has it.',
				short: 'Also ID 2',
				fix: 'Give each user one of their own.',
			},
		]);
		expect(check(one, users.slice(0, 3))[0]?.message).toBe('ID 2, Ann A2, and ID 3, Ann A3, also have it.');
		const [email, pin] = check(two, users);
		expect(email?.message).toBe('ID 1, Ann A1, ID 3, Ann A3, and 2 others also have it.');
		expect(email?.short).toBe('Also 4 others');
		expect(pin).toMatchObject({value: '••••', message: '5 of 5 users have this PIN.'});
		expect(JSON.stringify(pin)).not.toContain('4711');
	});

	test('have short forms that fit a column of a table (rules.md 3.17)', () => {
		for (const {judge} of sharedRules) {
			for (const count of [1, 99_999]) {
				const some = [makeUser(123_456, {lastName: 'A'.repeat(50)})];
				const finding = judge({count, some, total: 100_000, nameUser: ({id}) => `line ${id}`});
				expect(finding === undefined || (finding.short?.length ?? 99) <= 30).toBe(true);
			}
		}
	});

	test('are found for a user who is in no sheet yet, and for a value that is not saved yet', () => {
		const users = [makeUser(1, {email: 'a@b.c'}), makeUser(2, {email: 'b@b.c'})];
		expect(check(makeUser(3, {email: 'a@b.c'}), users)).toHaveLength(1);
		expect(check(makeUser(1, {email: 'b@b.c'}), users)[0]?.message).toContain('ID 2');
		expect(check(makeUser(2, {email: 'c@b.c'}), users)).toEqual([]);
	});
});

const value = fc.constantFrom('', '1', '2', 'a', 'A', 'ä', 'a\u0308');
const someUsers = fc
	.uniqueArray(fc.tuple(fc.integer({min: 1, max: 9}), value, value), {selector: ([id]) => id, maxLength: 9})
	.map((rows) =>
		rows
			.map(([id, serviceUser, directoryNumber]) => makeUser(id, {serviceUser, directoryNumber}))
			.sort((a, b) => a.id - b.id),
	);

describe('the index of values', () => {
	test('is the same after any changes as one made from scratch', () => {
		fc.assert(
			fc.property(fc.array(someUsers, {maxLength: 6}), (sheets) => {
				for (const users of sheets) {
					for (const key of indexedKeys) {
						const expected = ownersOf(finishWork(buildValueIndex(users, key)));
						expect(ownersOf(valueIndex(users, key))).toEqual(expected);
						expect(ownersOf(finishWork(valueIndexInSteps(users, key)))).toEqual(expected);
						expect(expected).toEqual(ownersNaively(users, key));
					}
				}
			}),
		);
	});

	test('names everybody of whom a rule says something', () => {
		fc.assert(
			fc.property(someUsers, (users) => {
				const suspects = finishWork(findSuspects(sharedRules, (key) => valueIndex(users, key)));
				const judged = users.filter((user) => check(user, users).length > 0);
				expect([...suspects]).toEqual(expect.arrayContaining(judged.map(({id}) => id)));
			}),
		);
	});

	test('is made in steps for many users, and takes none for the next change of one', () => {
		const users = Array.from({length: 5000}, (_, place) => makeUser(place + 1, {email: `${place}@x.y`}));
		expect([...valueIndexInSteps(users, 'email')].length).toBeGreaterThan(3);
		const edited = users.with(17, makeUser(18, {email: '0@x.y'}));
		expect([...valueIndexInSteps(edited, 'email')]).toEqual([]);
		expect(valueIndex(edited, 'email').owners.get('0@x.y')).toEqual(new Set([1, 18]));
	});
});

type Index = ReturnType<typeof valueIndex>;

function ownersOf({owners}: Index): ReadonlyMap<string, readonly number[]> {
	return new Map(
		[...owners]
			.map(([key, ids]) => [key, typeof ids === 'number' ? [ids] : [...ids].sort((a, b) => a - b)] as const)
			.sort(([a], [b]) => (a < b ? -1 : 1)),
	);
}

function ownersNaively(users: readonly User[], key: Index['key']): ReturnType<typeof ownersOf> {
	const keys = [...new Set(users.map((user) => equalityKey(user[key])))].filter((one) => one !== '').sort();
	return new Map(
		keys.map((one) => [one, users.filter((user) => equalityKey(user[key]) === one).map(({id}) => id)]),
	);
}
