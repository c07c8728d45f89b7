import {describe, expect, test} from 'vitest';
import {derivedValue, fieldKeys, isMasked, maskValue, showValue} from '../../source/domain/field.ts';
import {
	exportedFields,
	csvFields as fields,
	formFields,
	gridFields,
	storedField,
	storedFields,
} from '../../source/domain/field-lists.ts';
import {defaultProfile} from '../../source/domain/profile.ts';

describe('the field table (rules.md 1)', () => {
	test('has the headers of the vendor, in the vendor’s order', () => {
		expect(fields.filter(({role}) => role !== 'ignored').map(({header}) => header)).toEqual([
			'ID',
			'Profile',
			'First name',
			'Last name',
			'Directory Number',
			'Email address',
			'PBX SIP Host',
			'PBX SIP user name/Device number',
			'PBX SIP password',
			'MBG SIP host',
			'MBG-WebRTC SIP host',
			'MBG SIP user name',
			'MBG SIP password',
			'MiCollab Client Service host',
			'MiCollab Client Service user name',
			'MiCollab Client Service password',
			'Voicemail number',
			'Voicemail PIN',
			'Deployment PIN',
			'Deployment link',
			'Authentication code',
			'Deployed',
			'Downloaded',
		]);
	});

	test('has one row for each stored field', () => {
		expect(storedFields.map(({key}) => key)).toEqual(fieldKeys);
		for (const key of fieldKeys) expect(storedField(key).key).toBe(key);
	});

	test.each([
		['Firstname', 'firstName'],
		['Lastname', 'lastName'],
		['Number', 'directoryNumber'],
		['E-mail address', 'email'],
		['Email', 'email'],
		['PIN', 'deploymentPin'],
		['PBX SIP user name', 'pbxSipUser'],
		['Device number', 'pbxSipUser'],
		['MBG UserName', 'mbgSipUser'],
		['MiCollab Client Service Account', 'serviceUser'],
		['Teleworker SIP password', 'mbgSipPassword'],
		['MiCollab Client password', 'servicePassword'],
	] as const)('knows the label %s', (alias, key) => {
		expect(storedField(key).aliases).toContain(alias);
	});

	test('gives no label to two fields', () => {
		const labels = fields.flatMap(({header, aliases}) =>
			[header, ...aliases].map((label) => label.toLowerCase()),
		);
		expect(labels).toEqual([...new Set(labels)]);
	});

	test('recognises old columns, those of sibling tools, and our own of a rejects file, to ignore them', () => {
		expect(fields.filter(({role}) => role === 'ignored').map(({header}) => header)).toEqual([
			'Name',
			'PBX Number',
			'AuthID',
			'AuthPassword',
			'Language',
			'MiCollab Client Service port',
			'Line',
			'Errors',
			'Import',
		]);
	});

	test('exports neither secrets nor what the profile gives, but the ID and the PIN (rules.md 2.6)', () => {
		const headers = exportedFields.map(({header}) => header);
		expect(headers).toHaveLength(13);
		expect(headers).toEqual(expect.arrayContaining(['ID', 'Profile', 'Voicemail number', 'Deployment PIN']));
		for (const left of [
			'PBX SIP password',
			'MBG SIP password',
			'MBG SIP host',
			'Voicemail PIN',
			'Deployment link',
		]) {
			expect(headers).not.toContain(left);
		}
	});

	test('masks secrets and PINs, whatever their length, and nothing where there is nothing', () => {
		expect(storedFields.filter(isMasked).map(({key}) => key)).toEqual([
			'pbxSipPassword',
			'mbgSipPassword',
			'servicePassword',
			'voicemailPin',
			'deploymentPin',
			'deploymentLink',
			'authenticationCode',
		]);
		expect(maskValue('1')).toBe(maskValue('a long password'));
		expect(maskValue('')).toBe('');
		expect(showValue(storedField('lastName'), 'Archer')).toBe('Archer');
		expect(showValue(storedField('deploymentPin'), '0007')).toBe('••••');
	});

	test('freezes ID and name at the left of the grid, and shows the form in the vendor’s order', () => {
		expect(gridFields.slice(0, 3).map(({key}) => key)).toEqual(['id', 'firstName', 'lastName']);
		expect(gridFields).toHaveLength(21);
		expect(formFields[0]?.key).toBe('profile');
		expect(formFields.map(({key}) => key)).not.toContain('voicemailPin');
	});

	test('gives the hosts of a profile', () => {
		expect(derivedValue('mbgSipHost', {...defaultProfile, mbgSipHost: 'mbg.example.com'})).toBe(
			'mbg.example.com',
		);
		expect(derivedValue('mbgWebrtcSipHost', undefined)).toBe('');
	});
});
