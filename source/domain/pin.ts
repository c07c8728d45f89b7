import type {FieldKey, UserValues} from './field.ts';
import type {Finding} from './problem.ts';

/** Fewest and most digits of a deployment PIN (rules.md 1). */
const pinLength = {least: 4, most: 20, generated: 6} as const;

/** A deployment PIN is 4 to 20 digits, as text. The message never repeats the PIN. */
export function checkDeploymentPin(value: string): Finding | undefined {
	if (/^\d{4,20}$/.test(value)) return undefined;
	if (/^\d+([.,]\d+)?e\+?\d+$/i.test(value)) {
		return {
			code: 'pin-as-number',
			message: 'A spreadsheet turned it into a number like 1.23E+19, and its digits are lost.',
			short: 'Turned into a number',
			fix: 'Enter it again in a column formatted as text.',
		};
	}
	if (!/^\d+$/.test(value)) {
		return {code: 'pin-digits', message: 'Only digits are allowed.', short: 'Only digits are allowed'};
	}
	return {
		code: 'pin-length',
		message: `It needs ${pinLength.least} to ${pinLength.most} digits, and has ${value.length}.`,
		short: `${pinLength.least} to ${pinLength.most} digits are needed`,
		...(value.length < pinLength.least ? {fix: 'If leading zeros were lost, put them back.'} : {}),
	};
}

/** Code of the rule for a PIN that is easy to guess. */
export const easyPin = 'easy-pin';

/** What makes a PIN easy to guess (rules.md 3.19), in at most 30 terminal cells. The own number is not named: it would tell the PIN. */
const weaknesses = {
	repeated: 'one digit repeated',
	run: 'a run of digits, up or down',
	group: 'the same few digits repeated',
	year: 'a year',
	own: 'a number of the user',
} as const;

export type Weakness = (typeof weaknesses)[keyof typeof weaknesses];

/** What deserves a look in the PIN of a user: that it is easy to guess (rules.md 3.19). The message never repeats it. */
export function checkEasyPin(pin: string, user: UserValues): Finding | undefined {
	const weakness = findWeakness(pin, ownNumbers(user));
	if (weakness === undefined) return undefined;
	return {
		code: easyPin,
		message: `It is easy to guess: ${weakness}.`,
		short: weakness.replace(/^./, (letter) => letter.toUpperCase()),
		fix: 'Choose another one, or let one be generated.',
	};
}

/** Where a user has the numbers that their PIN must not give away (rules.md 3.19). */
export const ownNumberKeys: readonly FieldKey[] = ['directoryNumber', 'pbxSipUser', 'voicemailNumber'];

/** The numbers of a user that their PIN must not give away. */
export function ownNumbers(user: UserValues): readonly string[] {
	return ownNumberKeys.map((key) => user[key]);
}

/**
 * Makes a PIN that is not easy to guess (see {@link findWeakness}): among others it is never one of the numbers
 * to avoid (the user's own number), nor part of one, nor holding one. It never begins with 0, which a spreadsheet would
 * take away.
 *
 * @param randomInteger an integer from 0 up to but not including its argument, from a cryptographic source
 * @param avoid numbers that the PIN must not give away; separators in them do not count
 */
export function generatePin(
	randomInteger: (below: number) => number,
	avoid: readonly string[] = [],
	length: number = pinLength.generated,
): string {
	for (;;) {
		const pin = Array.from({length}, (_, index) =>
			index === 0 ? 1 + randomInteger(9) : randomInteger(10),
		).join('');
		if (!isEasyPin(pin, avoid)) return pin;
	}
}

/** Whether a PIN is easy to guess; see {@link findWeakness}. */
export function isEasyPin(pin: string, numbers: readonly string[] = []): boolean {
	return findWeakness(pin, numbers) !== undefined;
}

/**
 * What makes a PIN easy to guess: it says something by itself, or one of the numbers gives it away.
 *
 * @param numbers those of the user; separators in them do not count
 */
export function findWeakness(pin: string, numbers: readonly string[] = []): Weakness | undefined {
	const steps = new Set(
		[...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10),
	);
	if (steps.size === 1) return steps.has(0) ? weaknesses.repeated : weaknesses.run;
	if (/^(\d{2,})\1+$/.test(pin)) return weaknesses.group;
	// Of a birth, a wedding or a purchase: the first thing that is tried after 1234.
	if (/^(19[2-9]|20[0-2])\d$/.test(pin)) return weaknesses.year;
	return numbers.some((number) => givesAway(pin, digitsOf(number))) ? weaknesses.own : undefined;
}

/** Whether a PIN and a number, as {@link digitsOf} gives it, hold one another. */
export function givesAway(pin: string, digits: string): boolean {
	return digits !== '' && (digits.includes(pin) || (digits.length >= 3 && pin.includes(digits)));
}

/** A number without separators. */
export function digitsOf(number: string): string {
	return number.replaceAll(/\D/g, '');
}
