import {describe, expect, it} from 'vitest';
import {applyChange} from '../../source/domain/apply-change.ts';
import {invertChange} from '../../source/domain/change.ts';
import {fieldKeys} from '../../source/domain/field.ts';
import {numberOf, planHandOver, refuseToKeep, valuesToHandOver} from '../../source/domain/plan-hand-over.ts';
import type {User} from '../../source/domain/user.ts';
import {makeUser, sheetOf} from './make-sheet.ts';

const ann = makeUser(7, {
	...Object.fromEntries(fieldKeys.map((key) => [key, `${key}-7`])),
	profile: 'Default',
	directoryNumber: '2001',
	email: 'ann@example.com',
	pbxSipHost: 'pbx.example.com',
	serviceHost: 'mcs.example.com',
	deploymentPin: '480913',
});
const sheet = sheetOf(ann);
const newUser = (values: Partial<User> = {}): User =>
	makeUser(8, {
		...valuesToHandOver(ann),
		firstName: 'Bob',
		lastName: 'Baker',
		email: 'bob@example.com',
		...values,
	});

describe('handing over a number', () => {
	it('takes what belongs to the number and its device, and nothing of the person (rules.md 5.8)', () => {
		expect(Object.keys(valuesToHandOver(ann))).toEqual([
			'profile',
			'directoryNumber',
			'pbxSipHost',
			'pbxSipUser',
			'pbxSipPassword',
			'mbgSipUser',
			'mbgSipPassword',
			'serviceHost',
			'voicemailNumber',
		]);
	});

	it('deletes the old user in the same change, which one undo takes back', () => {
		const {change, problems} = planHandOver(ann, newUser(), 'delete', sheet);
		expect(problems).toEqual([]);
		expect(change).toMatchObject({added: [{id: 8}], updated: [], removed: [{id: 7}]});
		const later = applyChange(sheet, change);
		expect(later.users.map(({id}) => id)).toEqual([8]);
		expect(applyChange(later, invertChange(change)).users).toEqual([ann]);
	});

	it('keeps the old user without number, device and mailbox', () => {
		const {change, problems} = planHandOver(ann, newUser(), 'keep', sheet);
		expect(problems).toEqual([]);
		const [kept] = applyChange(sheet, change).users;
		expect(kept).toEqual({
			...ann,
			directoryNumber: '',
			pbxSipUser: '',
			pbxSipPassword: '',
			mbgSipUser: '',
			mbgSipPassword: '',
			voicemailNumber: '',
			voicemailPin: '',
		});
		expect(change.label).not.toMatch(/Password|480913/);
	});

	it.each([
		['delete', []],
		['keep', ['shared-email']],
	] as const)('judges the new user among the others as they would be: %s', (way, codes) => {
		const {problems} = planHandOver(ann, newUser({email: 'ann@example.com'}), way, sheet);
		expect(problems.map(({code}) => code)).toEqual(codes);
	});

	it('says what is missing of the new user', () => {
		const {problems} = planHandOver(ann, newUser({lastName: '', email: ''}), 'delete', sheet);
		expect(problems.map(({code, column}) => `${code} ${column}`)).toEqual([
			'required Last name',
			'required Email address',
		]);
	});

	it('does not keep a user whose data belong to another system, or who needs a device', () => {
		expect(refuseToKeep(ann, sheet)).toBeUndefined();
		expect(refuseToKeep({...ann, origin: 'mbg'}, sheet)).toContain('deleted here');
		const alone = {...sheet, settings: {...sheet.settings, standAlone: true}};
		expect(refuseToKeep(ann, alone)).toContain('stand-alone');
	});

	it('names the number by the directory, or else by the device', () => {
		expect(numberOf(ann)).toBe('2001');
		expect(numberOf({...ann, directoryNumber: ''})).toBe('pbxSipUser-7');
		expect(numberOf({...ann, directoryNumber: '', pbxSipUser: ''})).toBeUndefined();
	});
});
