import {type Change, emptyChange, nameOfUpdate, type Update, updateOf} from '../change.ts';
import {count} from '../problem.ts';
import {findProfile} from '../profile.ts';
import {type Sheet, userFinder} from '../sheet.ts';
import {eachInSteps, type Work} from '../work.ts';
import {type MarkName, markTraits} from './mark-table.ts';

/** What marking some users would do. */
export type MarkPlan = {
	readonly change: Change;
	/** Users about which it says nothing new: they are left alone. */
	readonly others: number;
};

/**
 * Plans that a person says of users what has happened to them: one change.
 *
 * @param at when it is said: ISO 8601, UTC
 */
export function* planMarks(
	name: MarkName,
	ids: readonly number[],
	at: string,
	{users, profiles}: Pick<Sheet, 'users' | 'profiles'>,
): Work<MarkPlan> {
	const find = userFinder(users);
	const {label, set} = markTraits(name);
	const updated: Update[] = [];
	let others = 0;
	yield* eachInSteps(ids, (id) => {
		const user = find(id);
		if (user === undefined) return;
		const values = set(user, findProfile(profiles, user.profile), at);
		if (values === undefined) others += 1;
		else updated.push(updateOf(user, {...user, ...values}));
	});
	const [only] = updated;
	const who = updated.length === 1 && only ? nameOfUpdate(only) : count(updated.length, 'user');
	return {change: {...emptyChange(`Mark ${who} as ${label}`), updated}, others};
}

/** Who is left alone, in a sentence; undefined where no user is: "3 users are not deployed." */
export function describeOthers(name: MarkName, {others}: Pick<MarkPlan, 'others'>): string | undefined {
	const [one, many] = markTraits(name).others;
	return others === 0 ? undefined : `${count(others, `user ${one}`, `users ${many}`)}.`;
}
