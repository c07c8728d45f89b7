import {describe, expect, test} from 'vitest';
import {
	checkDirectoryNumber,
	checkFullHostName,
	checkHostName,
	checkNoWhiteSpace,
	checkServiceUser,
	checkUsualNumber,
} from '../../source/domain/check-value.ts';
import type {Finding} from '../../source/domain/problem.ts';

type Check = (value: string) => Finding | undefined;

function expectCodes(check: Check, code: string, good: readonly string[], bad: readonly string[]): void {
	for (const value of good) expect({value, finding: check(value)}).toEqual({value, finding: undefined});
	for (const value of bad) expect({value, code: check(value)?.code}).toEqual({value, code});
}

describe('the rules of rules.md 1', () => {
	test('directory number: white space and control characters are errors, with the form without them as the fix', () => {
		expectCodes(
			checkDirectoryNumber,
			'directory-number',
			['1001', '007', '1*001', '1#001', '+49.30_12-3', 'Abc', '*', '-', '1/2', '1,2', 'ü', '１００'],
			[
				' ',
				'10 01',
				'1001 ',
				'(030) 12',
				'1\n2',
				'1001\n',
				'\u202e1001',
				'10\u00a001',
				'10\u200b01',
				'\u001b[A',
			],
		);
		expect(checkDirectoryNumber('+49 89\u00a04711')?.fixed).toBe('+49894711');
		expect(checkDirectoryNumber('10\u200b01')?.fixed).toBe('1001');
		expect(checkDirectoryNumber(' \u200b')?.fixed).toBeUndefined();
	});

	test.each([
		['(030) 12', '03012'],
		['089/1234-5', '0891234-5'],
		['+49 (0)89 47 11', '+49894711'],
		['１００', '100'],
		['2–3', '2-3'],
		['3019/2', undefined],
		['1/2', undefined],
		['1,2', undefined],
		['Halle (3)', 'Halle(3)'],
		['1@2', undefined],
	])('directory number %s: %s is offered', (value, fixed) => {
		expect((checkDirectoryNumber(value) ?? checkUsualNumber(value))?.fixed).toBe(fixed);
	});

	test('directory number: the distinguished name of a directory entry is none', () => {
		expectCodes(
			checkDirectoryNumber,
			'distinguished-name',
			['cn', 'O', 'uid1', 'a=b'],
			['CN=Ann Archer,OU=Users,DC=x,DC=example', 'uid=ann,ou=people', 'OU=Users'],
		);
	});

	test('directory number: other characters than digits, letters and * # + . _ - deserve a look', () => {
		expectCodes(
			checkUsualNumber,
			'unusual-number',
			['1001', '007', '1*001', '1#001', '+49.30_12-3', 'Abc', '*', '-'],
			['1/2', '(030)12', '1,2', 'ü', '１００', '1@2', "'1001"],
		);
	});

	test('service user name: 2 characters, and an @ is neither first nor last', () => {
		expectCodes(
			checkServiceUser,
			'login-length',
			['ab', 'ann.archer', 'ann@example.com', '小明', 'a b', '@'.repeat(3).replace(/^@|@$/g, 'a')],
			['a', '1', '𠮷'],
		);
		expectCodes(checkServiceUser, 'login-at-sign', ['a@b', 'a@@b'], ['@ab', 'ab@', '@ab@', '@@']);
	});

	test('PBX SIP host: IP address or host name', () => {
		expectCodes(
			checkHostName,
			'host-name',
			[
				'10.1.2.3',
				'::1',
				'2001:db8::1',
				'pbx',
				'pbx.example.com',
				'pbx.example.com.',
				'PBX-1',
				'3com',
				'xn--tda.de',
			],
			[
				'',
				'10.1.2',
				'10.1.2.300',
				'1001',
				'pbx example',
				'pbx_1',
				'-pbx',
				'pbx-',
				'pbx..example.com',
				'.pbx',
				'pbx:5060',
				'sip:pbx',
				'http://pbx/',
				'pbx\n',
				'pbx\u200b',
				'ü.de',
				`${'a'.repeat(64)}.com`,
				`${'a.'.repeat(127)}com`,
			],
		);
	});

	test.each([
		['https://pbx.example.com/login?a=b', 'pbx.example.com'],
		['sip:pbx', 'pbx'],
		['pbx:5060', 'pbx'],
		['10,1,2,3', '10.1.2.3'],
		['pbx. example .com', 'pbx.example.com'],
		['pbx\u200b', 'pbx'],
		['pbx example', undefined],
		['10.1.2', undefined],
		['2001:db8::1:5060:x', undefined],
		[' '.repeat(5000), undefined],
	])('host %j: %s is offered', (value, fixed) => {
		expect(checkHostName(value)?.fixed).toBe(fixed);
		const isFull = fixed?.includes('.') === true;
		expect(checkFullHostName(value)?.fixed).toBe(isFull ? fixed : undefined);
	});

	test('MiCollab Client Service host: FQDN or IP address', () => {
		expectCodes(
			checkFullHostName,
			'full-host-name',
			['10.1.2.3', '2001:db8::1', 'mc.example.com'],
			['', 'mc', 'mc_1.example.com', 'mc.example.com:443', '10.1.2'],
		);
		expect(checkFullHostName('mc')?.fix).toBe('Add its domain.');
		expect(checkFullHostName('m c')?.fix).toBeUndefined();
	});

	test('user names at PBX and MBG: no white space', () => {
		expectCodes(
			checkNoWhiteSpace,
			'white-space',
			['1001', 'ann.archer', 'Ann', '1#001', 'ü'],
			['ann archer', ' ann', 'ann\t', 'ann\n', 'ann\u00a0archer', 'ann\u3000'],
		);
		expect(checkNoWhiteSpace('ann  ar cher')?.fix).toBe('Write "annarcher".');
	});
});
