import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createRowCheck} from '../../../source/csv/plan/validate-rows.ts';
import {fieldKeys, type UserValues} from '../../../source/domain/field.ts';
import {storedField} from '../../../source/domain/field-lists.ts';
import {defaultProfile} from '../../../source/domain/profile.ts';
import {checkUser, emptyValues} from '../../../source/domain/user.ts';
import {remoteProfile} from '../plan-csv.ts';

const values = fc.constantFrom(
	'',
	'Archer',
	'ann@example.com',
	'ann@',
	'1#001',
	'30 07',
	'pbx1.example.com',
	'pbx 1',
	'192.0.2.1',
	'123456',
	'12',
	'1.23E+19',
	'Default',
	'Remote workers',
	'remote WORKERS',
	'Defualt',
	'a\u202eb',
	'小明',
	'a\nb',
);
const users: fc.Arbitrary<UserValues> = fc.tuple(...fieldKeys.map(() => values)).map((cells) => ({
	...emptyValues,
	...Object.fromEntries(fieldKeys.map((key, index) => [key, cells[index] ?? ''])),
}));

test('the check of rows says the same as the domain, however often it is asked', () => {
	fc.assert(
		fc.property(fc.array(users, {minLength: 1, maxLength: 6}), fc.boolean(), (list, standAlone) => {
			const surroundings = {profiles: [defaultProfile, remoteProfile], standAlone};
			const {checkUser: checkRow} = createRowCheck(surroundings);
			for (const user of [...list, ...list]) expect(checkRow(user)).toEqual(checkUser(user, surroundings));
		}),
	);
});

test('single cells are judged by the same rules, columns that the file lacks are not', () => {
	const {checkCells} = createRowCheck({profiles: [defaultProfile], standAlone: true});
	const problems = checkCells(
		new Map([
			['email', 'ann@'],
			['lastName', ''],
			['deploymentPin', '12'],
			['firstName', ''],
		]),
	);
	expect(problems.map(({code, column, value}) => [code, column, value])).toEqual([
		['required', storedField('lastName').header, ''],
		['email-address', 'Email address', 'ann@'],
		['pin-length', 'Deployment PIN', '••••'],
	]);
});
