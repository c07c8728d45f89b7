import {type FieldKey, showValue} from './field.ts';
import {storedField} from './field-lists.ts';
import {findOthers, nameOthers, nameShortly, type Others, type OwnersOf} from './other-owners.ts';
import {easyPin} from './pin.ts';
import {count, type Finding, type Problem} from './problem.ts';
import type {User} from './user.ts';
import type {ValueIndex} from './value-index.ts';
import type {Work} from './work.ts';

/** A rule about a value that several users have (rules.md 3.15). Values are compared by `equalityKey`. */
export type SharedRule = {
	/** The field that the finding is about. */
	readonly key: FieldKey;
	/** The field in which others have the value: nearly always the same one. */
	readonly among: FieldKey;
	readonly code: string;
	/** What its findings have in common, as each names other users. */
	readonly name: string;
	readonly judge: (others: Others) => Finding | undefined;
};

/** Code of the rule for a PIN of many. */
export const commonPin = 'common-pin';

/** Values that are looked at in a step. */
const valuesPerStep = 10_000;
/** A PIN of fewer users than this is no PIN for all. */
const leastWithPin = 5;

/** The rules for values that several users have, by field; the fields of a user that none of them names may be equal. */
export const sharedRules: readonly SharedRule[] = [
	sameValue('directoryNumber', 'shared-directory-number'),
	otherField('directoryNumber', 'serviceUser', 'number-is-service-user'),
	sameValue('email', 'shared-email'),
	sameValue('pbxSipUser', 'shared-pbx-user'),
	sameValue('mbgSipUser', 'shared-mbg-user'),
	sameValue('serviceUser', 'shared-service-user'),
	otherField('serviceUser', 'directoryNumber', 'service-user-is-number'),
	{
		key: 'deploymentPin',
		among: 'deploymentPin',
		code: commonPin,
		name: 'PIN of many users',
		judge: (others) => judgeCommonPin(others.count + 1, others.total),
	},
];

const commonNames: ReadonlyMap<string, string> = new Map([
	...sharedRules.map(({code, name}) => [code, name] as const),
	[easyPin, 'Easy to guess'],
]);

/** What all findings of a rule have in common, as a list has it that puts them together. */
export function nameRule({code, short}: Finding): string {
	return commonNames.get(code) ?? short;
}

/** What short forms of one kind have in common: "Also on line 3" and "Also on line 7" are "Also on line …". */
export function withoutNames(short: string): string {
	return short.replaceAll(/"[^"]*"|\d[\d,.]*/g, '…');
}

const rulesOf = Map.groupBy(sharedRules, ({key}) => key);

/** The fields whose values the rules look for among all users. */
export const indexedKeys: readonly FieldKey[] = [...new Set(sharedRules.map(({among}) => among))];

/**
 * What is wrong with one value of a user beside those of the others (rules.md 3.15). The user may be in the index, or be about
 * to be.
 *
 * @param indexOf who has which value of a field
 * @param nameUser what others are called beside their name: "ID 392"
 */
export function checkSharedValue(
	user: User,
	key: FieldKey,
	indexOf: (key: FieldKey) => OwnersOf,
	nameUser: Others['nameUser'] = ({id}) => `ID ${id}`,
): readonly Problem[] {
	const problems: Problem[] = [];
	for (const {among, judge} of user[key] === '' ? [] : (rulesOf.get(key) ?? [])) {
		const others = findOthers(user, user[key], indexOf(among));
		const finding = others && judge({...others, nameUser});
		if (finding === undefined) continue;
		const field = storedField(key);
		const value = showValue(field, user[key]);
		problems.push({severity: 'warning', ...finding, column: field.header, value});
	}
	return problems;
}

/** The IDs of the users that a rule may have something to say about: nearly always few, and then no other is looked at. */
export function* findSuspects(
	rules: readonly SharedRule[],
	indexOf: (key: FieldKey) => ValueIndex,
): Work<ReadonlySet<number>> {
	const suspects = new Set<number>();
	let done = 0;
	for (const {key, among} of rules) {
		const others = indexOf(among).owners;
		for (const [value, ids] of indexOf(key).owners) {
			if (typeof ids === 'object') for (const id of ids) suspects.add(id);
			else if (key !== among && others.has(value)) suspects.add(ids);
			done += 1;
			if (done % valuesPerStep === 0) yield {done, total: done};
		}
	}
	return suspects;
}

/** What {@link checkSharedValue} would say of a PIN that these users have, or are about to have. */
export function checkCommonPin(users: readonly User[], pin: string): Finding | undefined {
	return judgeCommonPin(users.filter(({deploymentPin}) => deploymentPin === pin).length, users.length);
}

/** Whether a PIN is that of more than a tenth of the users (rules.md 3.15). */
export function isCommonPin(withPin: number, total: number): boolean {
	return withPin >= leastWithPin && withPin * 10 > total;
}

/** One PIN with more than a tenth of the users (rules.md 3.15): who knows theirs knows those of many. Never names the PIN. */
function judgeCommonPin(withPin: number, total: number): Finding | undefined {
	if (!isCommonPin(withPin, total)) return undefined;
	return {
		code: commonPin,
		message: `${withPin.toLocaleString('en-US')} of ${count(total, 'user')} have this PIN.`,
		short: `PIN of ${count(withPin, 'user')}`,
		fix: 'Generate one for each of them.',
	};
}

/** The same value in the same field. */
function sameValue(key: FieldKey, code: string): SharedRule {
	return ruleFor({key, among: key, code, name: 'Same for several'}, (others) => {
		const comma = others.count > others.some.length ? '' : ',';
		return {
			message: `${capitalize(nameOthers(others))}${comma} also ${others.count === 1 ? 'has' : 'have'} it.`,
			short: `Also ${nameShortly(others)}`,
		};
	});
}

/** A login ID that is another user's number, seen from either of the two. */
function otherField(key: FieldKey, among: FieldKey, code: string): SharedRule {
	const {header} = storedField(among);
	const what = among === 'serviceUser' ? 'User name' : 'Number';
	return ruleFor({key, among, code, name: `${what} of another user`}, (others) => ({
		message: `It is the ${header} of ${nameOthers(others)}.`,
		short: `${what} of ${nameShortly(others)}`,
	}));
}

function ruleFor(
	rule: Omit<SharedRule, 'judge'>,
	describe: (others: Others) => Pick<Finding, 'message' | 'short'>,
): SharedRule {
	const fix = 'Give each user one of their own.';
	return {...rule, judge: (others) => ({code: rule.code, ...describe(others), fix})};
}

function capitalize(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
