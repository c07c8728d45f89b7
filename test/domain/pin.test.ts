import {randomInt} from 'node:crypto';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {checkDeploymentPin, generatePin, isEasyPin} from '../../source/domain/pin.ts';

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
		['0000', [], true],
		['7777777', [], true],
		['1234', [], true],
		['4321', [], true],
		['7890', [], true],
		['2109', [], true],
		['1357', [], false],
		['1235', [], false],
		['1121', [], false],
		['1001', ['1001'], true],
		['5510', ['+49 (30) 5510'], true],
		['310915', ['1001'], false],
		['310013', ['1*0-01'], true],
		['4812', ['12'], false],
		['4812', ['', 'Ann'], false],
	] as const)('%s is easy for the owner of %j: %s', (pin, numbers, easy) => {
		expect(isEasyPin(pin, numbers)).toBe(easy);
	});
});
