import {type Change, emptyChange, type Update, updateOf} from './change.ts';
import {digitsOf, easyReasons, generatePin, givesAway, isEasyPin, ownNumbers} from './pin.ts';
import {count} from './problem.ts';
import type {User} from './user.ts';
import {eachInSteps, type Work} from './work.ts';

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
};

/** "This PIN is easy to guess for 2 of 25 users: …" */
export function describeEasy(easy: number, total: number): string {
	const whose = easy === total ? '' : ` for ${easy.toLocaleString('en-US')} of ${count(total, 'user')}`;
	return `This PIN is easy to guess${whose}: ${easyReasons}.`;
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
	yield* eachInSteps(users, (user) => {
		const deploymentPin = common ?? generatePin(randomInteger, ownNumbers(user));
		if (common !== undefined && isEasyPin(common, ownNumbers(user))) easy += 1;
		if (deploymentPin !== user.deploymentPin) updated.push(updateOf(user, {...user, deploymentPin}));
	});
	return {change: {...emptyChange(`Set the PIN of ${count(users.length, 'user')}`), updated}, easy};
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
