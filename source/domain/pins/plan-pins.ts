import {type Change, emptyChange, type Update, updateOf} from '../change.ts';
import {digitsOf, findWeakness, generatePin, givesAway, ownNumbers, type Weakness} from '../pin.ts';
import {count} from '../problem.ts';
import type {User} from '../user.ts';
import {eachInSteps, type Work} from '../work.ts';

/** One typed PIN for all, one generated PIN for all, or a generated one each. */
export type PinChoice =
	| {readonly kind: 'typed'; readonly pin: string}
	| {readonly kind: 'generated'}
	| {readonly kind: 'generated-each'};

/** An integer from 0 up to but not including its argument, from a cryptographic source. */
type RandomInteger = (below: number) => number;

/** How many common PINs are tried before the one that suits most users is taken. */
const candidates = 50;

/** What giving users their PINs would do. */
export type PinPlan = {
	/** Users who have their PIN already are left out of it. */
	readonly change: Change;
	/** How many of the users get a PIN that is easy to guess (rules.md 3.19). */
	readonly easy: number;
	/** Why that is; undefined where it is not. Of one PIN it is the same for all, or a number of theirs. */
	readonly weakness: Weakness | undefined;
};

/** "This PIN is easy to guess for 2 of 25 users: a number of the user." Or nothing to say. */
export function describeEasy({easy, weakness}: Omit<PinPlan, 'change'>, total: number): string | undefined {
	if (weakness === undefined) return undefined;
	const whose = easy === total ? '' : ` for ${easy.toLocaleString('en-US')} of ${count(total, 'user')}`;
	return `This PIN is easy to guess${whose}: ${weakness}.`;
}

/** Plans the deployment PINs of these users. */
export function* planPins(
	users: readonly User[],
	choice: PinChoice,
	randomInteger: RandomInteger,
): Work<PinPlan> {
	const common =
		choice.kind === 'typed'
			? choice.pin
			: choice.kind === 'generated'
				? yield* generateCommonPin(users, randomInteger)
				: undefined;
	const updated: Update[] = [];
	let easy = 0;
	let weakness: Weakness | undefined;
	yield* eachInSteps(users, (user) => {
		const deploymentPin = common ?? generatePin(randomInteger, ownNumbers(user));
		const found = common === undefined ? undefined : findWeakness(common, ownNumbers(user));
		if (found !== undefined) easy += 1;
		weakness ??= found;
		if (deploymentPin !== user.deploymentPin) updated.push(updateOf(user, {...user, deploymentPin}));
	});
	return {change: {...emptyChange(`Set the PIN of ${count(users.length, 'user')}`), updated}, easy, weakness};
}

/**
 * A PIN for many must not be anybody's own number. Among thousands of short numbers every PIN holds one of them:
 * then the candidate that gives away the fewest users is the best there is.
 */
function* generateCommonPin(users: readonly User[], randomInteger: RandomInteger): Work<string> {
	const known = new Set<string>();
	yield* eachInSteps(users, (user) => {
		for (const number of ownNumbers(user)) known.add(digitsOf(number));
	});
	const numbers = [...known];
	let best = {pin: '', givenAway: Number.POSITIVE_INFINITY};
	for (let tried = 0; tried < candidates && best.givenAway > 0; tried += 1) {
		const pin = generatePin(randomInteger);
		let givenAway = 0;
		yield* eachInSteps(numbers, (digits) => {
			if (givesAway(pin, digits)) givenAway += 1;
		});
		if (givenAway < best.givenAway) best = {pin, givenAway};
	}
	return best.pin;
}
