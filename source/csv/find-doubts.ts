import {equalityKey} from '../domain/compare-text.ts';
import {type FieldKey, showValue, storedField} from '../domain/field.ts';
import type {Finding, Problem} from '../domain/problem.ts';
import type {User, UserValues} from '../domain/user.ts';

/** Numbers that are text, and that a spreadsheet likes to take for amounts (rules.md 4). The PIN's own rule sees to it. */
const amountKeys: readonly FieldKey[] = ['directoryNumber', 'pbxSipUser', 'voicemailNumber'];
const numberKeys: readonly FieldKey[] = [...amountKeys, 'deploymentPin'];
const asAmount = /^\d[.,]\d+E\+\d+$/i;

const digitsLost: Finding = {
	code: 'number-as-amount',
	message: 'A spreadsheet seems to have turned it into an amount like 1.23E+19, and its digits are lost.',
	short: 'Turned into an amount',
	fix: 'Enter it again in a column formatted as text.',
};
const beginningLost: Finding = {
	code: 'leading-characters-lost',
	message:
		'It is the stored number without its leading zeros or its +. A spreadsheet seems to have removed them.',
	short: 'Leading zeros or + lost',
	fix: 'Put them back, in a column formatted as text.',
};
const anotherPerson: Finding = {
	code: 'another-person',
	message:
		'Last name and e-mail address both differ from the stored user. Is it another person? IDs are only valid in the system that gave them.',
	short: 'Another person?',
};

/** What a spreadsheet may have done to the numbers of a new user. */
export function findLostDigits(user: UserValues): readonly Problem[] {
	return amountKeys.filter((key) => asAmount.test(user[key])).map((key) => doubt(key, user[key], digitsLost));
}

/** What is strange about an update that the rules allow: another person (rules.md 3.8), or numbers cut by a spreadsheet. */
export function findDoubts(before: User, after: User): readonly Problem[] {
	const other = differs(before.lastName, after.lastName) && differs(before.email, after.email);
	const lost = amountKeys.filter((key) => before[key] !== after[key] && asAmount.test(after[key]));
	const cut = numberKeys.filter((key) => lostBeginning(before[key], after[key]));
	return [
		...(other ? [{severity: 'warning', ...anotherPerson} as const] : []),
		...lost.map((key) => doubt(key, after[key], digitsLost)),
		...cut.map((key) => doubt(key, after[key], beginningLost)),
	];
}

function lostBeginning(before: string, after: string): boolean {
	return after !== '' && /^[+0]/.test(before) && before.replace(/^[+0]+/, '') === after;
}

function differs(before: string, after: string): boolean {
	return equalityKey(before) !== equalityKey(after);
}

function doubt(key: FieldKey, value: string, finding: Finding): Problem {
	const field = storedField(key);
	return {severity: 'warning', ...finding, column: field.header, value: showValue(field, value)};
}
