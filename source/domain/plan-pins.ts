import {type Change, emptyChange} from './change.ts';
import {digitsOf, generatePin, givesAway} from './pin.ts';
import {count} from './problem.ts';
import type {User} from './user.ts';
import {eachInSteps, type Work} from './work.ts';

/** One typed PIN for all, one generated PIN for all, or a generated one each. */
export type PinChoice =
	| {readonly kind: 'typed'; readonly pin: string}
	| {readonly kind: 'generated'}
	| {readonly kind: 'generated-each'};

/** An integer from 0 up to but not including its argument, from a cryptographic source. */
export type RandomInteger = (below: number) => number;

/** How many common PINs are tried before the one that suits most users is taken. */
const candidates = 50;

/** The change that gives these users their deployment PINs; users who have theirs already are left out of it. */
export function* planPins(
	users: readonly User[],
	choice: PinChoice,
	randomInteger: RandomInteger,
): Work<Change> {
	const common =
		choice.kind === 'typed'
			? choice.pin
			: choice.kind === 'generated'
				? yield* generateCommonPin(users, randomInteger)
				: undefined;
	const updated: (readonly [User, User])[] = [];
	yield* eachInSteps(users, (user) => {
		const deploymentPin = common ?? generatePin(randomInteger, numbersOf(user));
		if (deploymentPin !== user.deploymentPin) updated.push([user, {...user, deploymentPin}]);
	});
	return {...emptyChange(`Set the PIN of ${count(users.length, 'user')}`), updated};
}

/**
 * A PIN for many must not be anybody's own number. Among thousands of short numbers every PIN holds one of them:
 * then the candidate that gives away the fewest users is the best there is.
 */
function* generateCommonPin(users: readonly User[], randomInteger: RandomInteger): Work<string> {
	const known = new Set<string>();
	yield* eachInSteps(users, (user) => {
		for (const number of numbersOf(user)) known.add(digitsOf(number));
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

/** What a PIN must not give away (rules.md 3.19). */
function numbersOf(user: User): readonly string[] {
	return [user.directoryNumber, user.pbxSipUser, user.voicemailNumber];
}
