import {equalityKey} from './compare-text.ts';
import {type FieldKey, showValue, storedField} from './field.ts';
import {count, type Finding, type Problem} from './problem.ts';
import {findUserIndex} from './sheet.ts';
import {fullName, type User} from './user.ts';
import type {ValueIndex} from './value-index.ts';

/** A rule about a value that several users have (rules.md 3.15). Values are compared by {@link equalityKey}. */
type SharedRule = {
	/** The field that the finding stands beside. */
	readonly key: FieldKey;
	/** The field in which others have the value: nearly always the same one. */
	readonly among: FieldKey;
	readonly judge: (others: Others) => Finding | undefined;
};

/** Who else has a value. */
type Others = {
	readonly count: number;
	/** The first few of them. */
	readonly some: readonly User[];
	/** How many users there are, the one who is judged too. */
	readonly total: number;
};

/** So many of the others are named. */
const mostNamed = 2;
/** A PIN of fewer users than this is nobody's PIN for all. */
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
		judge: (others) => judgeCommonPin(others.count + 1, others.total),
	},
];

/** The fields whose values the rules look for among all users. */
export const indexedKeys: readonly FieldKey[] = [...new Set(sharedRules.map(({among}) => among))];

/**
 * What is wrong with one value of a user beside those of the others (rules.md 3.15). The user may be in the index, or be about
 * to be.
 *
 * @param indexOf who has which value of a field
 */
export function checkSharedValue(
	user: User,
	key: FieldKey,
	indexOf: (key: FieldKey) => ValueIndex,
): readonly Problem[] {
	const rules = user[key] === '' ? [] : sharedRules.filter((rule) => rule.key === key);
	return rules.flatMap(({among, judge}): readonly Problem[] => {
		const finding = judge(findOthers(user, user[key], indexOf(among)));
		if (finding === undefined) return [];
		const field = storedField(key);
		return [{severity: 'warning', ...finding, column: field.header, value: showValue(field, user[key])}];
	});
}

/** One PIN with more than a tenth of the users (rules.md 3.15): who knows theirs knows those of many. Never names the PIN. */
export function judgeCommonPin(withPin: number, total: number): Finding | undefined {
	if (withPin < leastWithPin || withPin * 10 <= total) return undefined;
	return {
		code: 'common-pin',
		message: `${withPin.toLocaleString('en-US')} of ${count(total, 'user')} have this PIN.`,
		short: `PIN of ${count(withPin, 'user')}`,
		fix: 'Generate one for each of them.',
	};
}

function findOthers(user: User, value: string, {owners, users}: ValueIndex): Others {
	const known = owners.get(equalityKey(value));
	const ids = typeof known === 'object' ? known : new Set(known === undefined ? [] : [known]);
	return {
		count: ids.size - (ids.has(user.id) ? 1 : 0),
		some: takeSome(ids, user.id, users),
		total: users.length + (findUserIndex(users, user.id) < 0 ? 1 : 0),
	};
}

function takeSome(ids: ReadonlySet<number>, own: number, users: readonly User[]): readonly User[] {
	const some: User[] = [];
	for (const id of ids) {
		const other = id === own ? undefined : users[findUserIndex(users, id)];
		if (other !== undefined) some.push(other);
		if (some.length === mostNamed) break;
	}
	return some;
}

/** The same value in the same field. */
function sameValue(key: FieldKey, code: string): SharedRule {
	return ruleFor(key, key, code, (others) => {
		const comma = others.count > others.some.length ? '' : ',';
		return {
			message: `${nameOthers(others)}${comma} also ${others.count === 1 ? 'has' : 'have'} it.`,
			short: `Also that of ${nameShortly(others)}`,
		};
	});
}

/** A login ID that is somebody else's number, seen from either of the two. */
function otherField(key: FieldKey, among: FieldKey, code: string): SharedRule {
	const {header} = storedField(among);
	return ruleFor(key, among, code, (others) => ({
		message: `It is the ${header} of ${nameOthers(others)}.`,
		short: `${among === 'serviceUser' ? 'User name' : 'Number'} of ${nameShortly(others)}`,
	}));
}

function ruleFor(
	key: FieldKey,
	among: FieldKey,
	code: string,
	describe: (others: Others) => Pick<Finding, 'message' | 'short'>,
): SharedRule {
	const fix = 'Give each user one of their own.';
	const judge = (others: Others) => (others.count === 0 ? undefined : {code, ...describe(others), fix});
	return {key, among, judge};
}

/** "ID 392, Lena Müller, ID 393, Ann Archer, and 3 others". */
function nameOthers({count: amount, some}: Others): string {
	const names = some.map((user) => `ID ${user.id}, ${fullName(user)}`);
	const more = amount - some.length;
	const [last = '', ...first] = (more === 0 ? names : [...names, count(more, 'other')]).toReversed();
	return first.length === 0 ? last : `${first.toReversed().join(', ')}, and ${last}`;
}

/** "ID 392" or "14 others". */
function nameShortly({count: amount, some: [first]}: Others): string {
	return amount === 1 && first !== undefined ? `ID ${first.id}` : count(amount, 'other');
}
