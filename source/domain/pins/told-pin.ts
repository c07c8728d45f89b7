import {type Change, emptyChange, type Update, updateWith} from '../change.ts';
import {fingerprint} from '../fingerprint.ts';
import {count} from '../problem.ts';
import {fullName, type User} from '../user.ts';
import {eachInSteps, type Work} from '../work.ts';

/** Whether a person has ticked that the user was told the PIN of now: another PIN is not told again by itself (rules.md 5.6). */
export function isTold({id, deploymentPin, toldPin}: User): boolean {
	return deploymentPin !== '' && toldPin === fingerprintPin(id, deploymentPin);
}

/** Whether a user has a PIN and is still to be told it. */
export function isToTell(user: User): boolean {
	return user.deploymentPin !== '' && !isTold(user);
}

/** What ticking would do. */
export type ToldPlan = {
	readonly change: Change;
	/** Users who have no PIN, and are left alone. */
	readonly withoutPin: number;
	/** Users who are ticked so already. */
	readonly already: number;
};

/** Ticks that these users were told their PINs, or takes the ticks away. */
export function* planTold(users: readonly User[], told: boolean): Work<ToldPlan> {
	const updated: Update[] = [];
	let withoutPin = 0;
	yield* eachInSteps(users, (user) => {
		const {id, deploymentPin, toldPin: before} = user;
		if (deploymentPin === '') {
			withoutPin += 1;
			return;
		}
		const print = told || before !== '' ? fingerprintPin(id, deploymentPin) : '';
		const isTicked = print !== '' && before === print;
		if (isTicked !== told) updated.push(updateWith(user, {toldPin: {before, after: told ? print : ''}}));
	});
	const [only] = users;
	const whose = users.length === 1 && only !== undefined ? fullName(only) : count(updated.length, 'user');
	const label = `Tick the ${updated.length === 1 ? 'PIN' : 'PINs'} of ${whose} as ${told ? 'told' : 'not told'}`;
	return {
		change: {...emptyChange(label), updated},
		withoutPin,
		already: users.length - withoutPin - updated.length,
	};
}

/** Who is left alone, in a sentence each. */
export function describeTold({withoutPin, already}: ToldPlan, told: boolean): readonly string[] {
	return [
		...(withoutPin === 0 ? [] : [`${count(withoutPin, 'user has', 'users have')} no PIN.`]),
		...(already === 0
			? []
			: [`${count(already, 'PIN is', 'PINs are')} ticked as ${told ? 'told' : 'not told'} already.`]),
	];
}

/** One for each user, so that two users with one PIN do not show it. */
function fingerprintPin(id: number, pin: string): string {
	return fingerprint([String(id), pin]);
}
