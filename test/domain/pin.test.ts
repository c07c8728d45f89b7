import {randomInt} from 'node:crypto';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	checkDeploymentPin,
	checkEasyPin,
	findWeakness,
	generatePin,
	isEasyPin,
} from '../../source/domain/pin.ts';
import {formatFinding} from '../../source/domain/problem.ts';
import {emptyValues} from '../../source/domain/user.ts';

describe('a deployment PIN', () => {
	test('has 4 to 20 digits, and leading zeros count (rules.md 1)', () => {
		for (const good of ['0000', '0007', '1234', '1'.repeat(20)])
			expect(checkDeploymentPin(good)).toBeUndefined();
		for (const [bad, code] of [
			['', 'pin-digits'],
			['123', 'pin-length'],
			['1'.repeat(21), 'pin-length'],
			['12 34', 'pin-digits'],
			['1234\n', 'pin-digits'],
			['-1234', 'pin-digits'],
			['12.34', 'pin-digits'],
			['１２３４', 'pin-digits'],
			['1.23457E+19', 'pin-as-number'],
			['1,23457E+19', 'pin-as-number'],
			['1e5', 'pin-as-number'],
		] as const) {
			expect({bad, code: checkDeploymentPin(bad)?.code}).toEqual({bad, code});
		}
	});

	test('is never repeated in a message (rules.md 3.19)', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[\da-z]{6,30}$/), (pin) => {
				const finding = checkDeploymentPin(pin);
				expect(`${finding?.message} ${finding?.fix}`).not.toContain(pin);
			}),
		);
	});

	test('too short gets the hint about leading zeros (rules.md 4)', () => {
		expect(checkDeploymentPin('7')?.fix).toBe('If leading zeros were lost, put them back.');
		expect(checkDeploymentPin('7'.repeat(21))?.fix).toBeUndefined();
	});
});

describe('a generated PIN', () => {
	test('is valid and not easy to guess, whatever the dice say (rules.md 3.19)', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^\d{3,8}$/), fc.integer({min: 4, max: 20}), (number, length) => {
				const pin = generatePin(randomInt, [number, ''], length);
				expect(pin).toHaveLength(length);
				expect(checkDeploymentPin(pin)).toBeUndefined();
				expect(pin).not.toMatch(/^0/);
				expect(isEasyPin(pin, [number])).toBe(false);
			}),
		);
	});

	test('is thrown again while it is easy', () => {
		const dice = [...'011111', ...'023456', ...'887654', ...'000017', ...'705017'].map(Number);
		expect(generatePin(() => dice.shift() ?? 0, ['1000 17'])).toBe('805017');
	});

	test.each([
		['0000', [], 'one digit repeated'],
		['7777777', [], 'one digit repeated'],
		['1234', [], 'a run of digits, up or down'],
		['4321', [], 'a run of digits, up or down'],
		['7890', [], 'a run of digits, up or down'],
		['2109', [], 'a run of digits, up or down'],
		['2468', [], 'a run of digits, up or down'],
		['97531', [], 'a run of digits, up or down'],
		['1357', [], 'a run of digits, up or down'],
		['1235', [], undefined],
		['1121', [], undefined],
		['4747', [], 'the same few digits repeated'],
		['481481', [], 'the same few digits repeated'],
		['47474', [], undefined],
		['481482', [], undefined],
		['1987', [], 'a year'],
		['2026', [], 'a year'],
		['1919', [], 'the same few digits repeated'],
		['1872', [], undefined],
		['2077', [], undefined],
		['19873', [], undefined],
		['1001', ['1001'], 'a number of the user'],
		['5510', ['+49 (30) 5510'], 'a number of the user'],
		['310915', ['1001'], undefined],
		['310013', ['1*0-01'], 'a number of the user'],
		['4812', ['12'], undefined],
		['4812', ['', 'Ann'], undefined],
		// What a PIN is by itself is told first: it is wrong for everybody.
		['1987', ['1987'], 'a year'],
	] as const)('%s is easy for the owner of %j: %s', (pin, numbers, weakness) => {
		expect(findWeakness(pin, numbers)).toBe(weakness);
		expect(isEasyPin(pin, numbers)).toBe(weakness !== undefined);
	});

	test.each(['1111', '2468', '4747', '1987', '4812'])(
		'says in plain words why %s is weak, never the PIN',
		(pin) => {
			const finding = checkEasyPin(pin, {...emptyValues, directoryNumber: '4812'});
			expect(finding).toMatchObject({code: 'easy-pin', fix: expect.any(String)});
			expect(finding?.short.length).toBeLessThanOrEqual(30);
			expect(formatFinding(finding ?? {code: '', message: pin, short: ''})).not.toContain(pin);
		},
	);
});
