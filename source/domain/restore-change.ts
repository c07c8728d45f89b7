import {type Change, emptyChange, isSameUser, updateOf} from './change.ts';
import {isSameProfiles} from './profiles/profile-fields.ts';
import {isSameSettings} from './setting-fields.ts';
import {findUser, type Sheet} from './sheet.ts';

/**
 * The change that makes a sheet hold again what a backup holds. The numbering goes on: IDs that either of the two has
 * given are not given again. Only users who come back leave the list of those to be withdrawn: a reminder too many costs
 * one key, and one too few leaves a client that works.
 */
export function restoreChange(current: Sheet, backup: Sheet, label: string): Change {
	const added = backup.users.filter((user) => findUser(current, user.id) === undefined);
	const removed = current.users.filter((user) => findUser(backup, user.id) === undefined);
	const updated = current.users.flatMap((before) => {
		const after = findUser(backup, before.id);
		return after === undefined || isSameUser(before, after) ? [] : [updateOf(before, after)];
	});
	const listed = new Set(current.toWithdraw.map(({id}) => id));
	const missing = backup.toWithdraw.filter(({id}) => !listed.has(id) && findUser(current, id) === undefined);
	const isBack = added.some(({id}) => listed.has(id));
	const leaving = removed.filter(({deployedOn}) => deployedOn !== '');
	return {
		...emptyChange(label),
		added,
		updated,
		removed,
		...(isSameProfiles(current.profiles, backup.profiles)
			? {}
			: {profiles: [current.profiles, backup.profiles]}),
		...(isSameSettings(current.settings, backup.settings)
			? {}
			: {settings: [current.settings, backup.settings]}),
		...(missing.length === 0 ? {} : {withdrawn: [[], missing]}),
		...(isBack ? {listed: [...added.filter(({id}) => listed.has(id)), ...leaving].map(({id}) => id)} : {}),
		...(backup.nextId > current.nextId ? {nextId: backup.nextId} : {}),
	};
}
