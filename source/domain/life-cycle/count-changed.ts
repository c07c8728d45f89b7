import {profileFinder} from '../profiles/profile-users.ts';
import {type Sheet, surroundingsOf} from '../sheet.ts';
import {eachInSteps, type Work} from '../work.ts';
import {userState} from './user-state.ts';

/** How many users of each profile, by its name, are deployed with other values than those of now (rules.md 5.2). */
export function* countChangedSince(sheet: Sheet): Work<ReadonlyMap<string, number>> {
	const surroundings = surroundingsOf(sheet);
	const profileOf = profileFinder(sheet.profiles);
	const counts = new Map<string, number>();
	yield* eachInSteps(sheet.users, (user) => {
		if (user.deployedOn === '' || userState(user, surroundings) !== 'changed-since') return;
		const name = profileOf(user.profile)?.name ?? user.profile;
		counts.set(name, (counts.get(name) ?? 0) + 1);
	});
	return counts;
}
