import type {UserValues} from './field.ts';
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

/** What makes a PIN easy to guess (rules.md 3.19). */
export const easyReasons = 'one digit repeated, a run of digits, or a number of the user';

/** What deserves a look in the PIN of a user: that it is easy to guess (rules.md 3.19). The message never repeats it. */
export function checkEasyPin(pin: string, user: UserValues): Finding | undefined {
	if (!isEasyPin(pin, ownNumbers(user))) return undefined;
	return {
		code: 'easy-pin',
		message: `It is easy to guess: ${easyReasons}.`,
		short: 'Easy to guess',
		fix: 'Choose another one, or let one be generated.',
	};
}

/** The numbers of a user that their PIN must not give away (rules.md 3.19). */
export function ownNumbers(user: UserValues): readonly string[] {
	return [user.directoryNumber, user.pbxSipUser, user.voicemailNumber];
}

/**
 * Makes a PIN that is not easy to guess: never one digit repeated, a run like 1234 or 9876, or one of the numbers
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

/** Whether a PIN is one digit repeated, a run, or given away by one of the numbers. */
export function isEasyPin(pin: string, numbers: readonly string[] = []): boolean {
	return isRun(pin) || numbers.some((number) => givesAway(pin, digitsOf(number)));
}

/** Whether a PIN and a number, as {@link digitsOf} gives it, hold one another. */
export function givesAway(pin: string, digits: string): boolean {
	return digits !== '' && (digits.includes(pin) || (digits.length >= 3 && pin.includes(digits)));
}

/** A number without separators. */
export function digitsOf(number: string): string {
	return number.replaceAll(/\D/g, '');
}

function isRun(pin: string): boolean {
	const steps = new Set(
		[...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10),
	);
	return steps.size === 1 && (steps.has(0) || steps.has(1) || steps.has(9));
}
