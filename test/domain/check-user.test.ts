import {describe, expect, test} from 'vitest';
import {fieldKeys} from '../../source/domain/field.ts';
import {gridFields, storedField, storedFields} from '../../source/domain/field-lists.ts';
import {origins, originTable} from '../../source/domain/origin.ts';
import {defaultProfile} from '../../source/domain/profile.ts';
import {
	cellValue,
	checkField,
	checkUser,
	fullName,
	isReadOnly,
	type Surroundings,
	trimValue,
} from '../../source/domain/user.ts';
import {makeUser} from './make-sheet.ts';

const remote = {...defaultProfile, name: 'Remote', remoteMbg: true, mbgSipHost: 'mbg.example.com'};
const surroundings: Surroundings = {profiles: [defaultProfile, remote], standAlone: false};
const standAlone: Surroundings = {...surroundings, standAlone: true};
const ann = makeUser(1, {firstName: 'Ann', lastName: 'Archer', email: 'ann@example.com'});

function codes(values: Parameters<typeof makeUser>[1], around = surroundings): readonly string[] {
	return checkUser({...ann, ...values}, around).map(
		({severity, column, code}) => `${severity} ${column} ${code}`,
	);
}

describe('a user', () => {
	test('needs a last name and an e-mail address (rules.md 1)', () => {
		expect(codes({})).toEqual([]);
		expect(codes({firstName: ''})).toEqual([]);
		expect(codes({lastName: '', email: ''})).toEqual([
			'error Last name required',
			'error Email address required',
		]);
	});

	test('has no value over the maximum of its field, however it is written', () => {
		for (const {key, longest, kind} of storedFields) {
			const codeOf = (length: number) => checkField(key, '1'.repeat(length), surroundings)?.code;
			if (kind === 'text' || kind === 'secret') expect(codeOf(longest)).not.toBe('too-long');
			expect(codeOf(longest + 1)).toBe('too-long');
			expect(codeOf(5_000_000)).toBe('too-long');
		}
	});

	test('needs the PBX fields in a stand-alone deployment only (rules.md 1)', () => {
		expect(codes({}, standAlone)).toEqual([
			'error PBX SIP Host required',
			'error PBX SIP user name/Device number required',
			'error PBX SIP password required',
		]);
		const pbx = {pbxSipHost: '10.0.0.1', pbxSipUser: '1001', pbxSipPassword: ' '};
		expect(codes(pbx, standAlone)).toEqual([]);
	});

	test('has every problem reported at once, in the order of the field table (rules.md 3.14)', () => {
		const all = {
			profile: 'Salse',
			lastName: '',
			directoryNumber: '1 2',
			email: 'ann',
			pbxSipHost: 'p b x',
			pbxSipUser: 'a b',
			mbgSipUser: 'a b',
			serviceHost: 'mc',
			deploymentPin: '12',
		};
		expect(codes(all)).toEqual([
			'error Profile unknown-profile',
			'error Last name required',
			'error Directory Number directory-number',
			'error Email address email-address',
			'error PBX SIP Host host-name',
			'error PBX SIP user name/Device number white-space',
			'error MBG SIP user name white-space',
			'error MiCollab Client Service host full-host-name',
			'error Deployment PIN pin-length',
		]);
	});

	test('has a profile that is known without case and outer space, and the nearest is named (rules.md 3.5)', () => {
		expect(codes({profile: ' default '})).toEqual([]);
		expect(checkField('profile', 'Remota', surroundings)?.fix).toBe('Did you mean "Remote"?');
		expect(checkField('profile', 'xxxxxxxxxxxxxxx', surroundings)?.fix).toBe('There is "Default", "Remote".');
		expect(checkField('profile', '', surroundings)?.code).toBe('required');
	});

	test('with a # under a remote MBG gets a warning and the * form (rules.md 3.12)', () => {
		expect(codes({directoryNumber: '1#001'})).toEqual([]);
		const [problem, ...others] = checkUser(
			{...ann, profile: 'Remote', directoryNumber: '1#001'},
			surroundings,
		);
		expect(others).toEqual([]);
		expect(problem).toMatchObject({severity: 'warning', code: 'remote-mbg-number', fixed: '1*001'});
	});

	test('with what cannot be seen in a name gets a warning, and keeps it (rules.md 3.11)', () => {
		expect(codes({lastName: 'Arc\u202eher'})).toEqual(['warning Last name control-character']);
	});

	test('never has a secret or a PIN in a message (rules.md 3.14)', () => {
		const secrets = {
			pbxSipPassword: 'hunter\u0007two',
			mbgSipPassword: 'hunter\u0007two',
			servicePassword: 'hunter\u0007two',
			voicemailPin: 'hunter\u0007two',
			deploymentPin: '12345x',
		};
		const problems = checkUser({...ann, ...secrets}, surroundings);
		expect(problems).toHaveLength(5);
		expect(JSON.stringify(problems)).not.toMatch(/hunter|12345/);
	});
});

describe('values', () => {
	test('are trimmed, no-break spaces too, but secrets are not (rules.md 3.11)', () => {
		expect(trimValue(storedField('lastName'), '\u00a0 Archer\t\n')).toBe('Archer');
		expect(trimValue(storedField('deploymentPin'), ' 0007 ')).toBe('0007');
		expect(trimValue(storedField('pbxSipPassword'), ' s ')).toBe(' s ');
		expect(trimValue(storedField('voicemailPin'), ' 1 ')).toBe(' 1 ');
	});

	test.each(origins)(
		'of %s users are read-only where they are synchronised, but for what belongs to the deployment (rules.md 1.5)',
		(origin) => {
			const editable = gridFields.filter((field) => !isReadOnly(field, origin)).map((field) => field.key);
			if (originTable[origin].isSynchronised)
				expect(editable).toEqual(['profile', 'deploymentPin', 'deploymentLink', 'authenticationCode']);
			else expect(new Set(editable)).toEqual(new Set(fieldKeys));
		},
	);

	test('are read-only and deployed by the user as the origin says (rules.md 1.5)', () => {
		const where = (trait: 'isSynchronised' | 'canSelfDeploy') =>
			origins.filter((origin) => originTable[origin][trait]);
		expect(where('isSynchronised')).toEqual(['client-service', 'users-and-services', 'mbg']);
		expect(where('canSelfDeploy')).toEqual(['client-service', 'users-and-services']);
	});

	test('of the MBG hosts come from the profile (rules.md 1)', () => {
		const field = gridFields.find(({key}) => key === 'mbgSipHost');
		if (field === undefined) throw new Error('no such column');
		expect(cellValue({...ann, profile: 'remote'}, field, surroundings.profiles)).toBe('mbg.example.com');
		expect(cellValue({...ann, profile: 'gone'}, field, surroundings.profiles)).toBe('');
	});

	test('make a name, or the e-mail address stands for it', () => {
		expect(fullName(ann)).toBe('Ann Archer');
		expect(fullName({...ann, firstName: ''})).toBe('Archer');
		expect(fullName({...ann, firstName: '', lastName: ''})).toBe('ann@example.com');
	});
});
