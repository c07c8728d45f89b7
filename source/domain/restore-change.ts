import {type Change, emptyChange, isSameUser} from './change.ts';
import {profileText} from './profile-fields.ts';
import {findUser, type Sheet} from './sheet.ts';

/**
 * The change that makes a sheet hold again what a backup holds. The numbering goes on: IDs that either of the two has
 * given are not given again.
 */
export function restoreChange(current: Sheet, backup: Sheet, label: string): Change {
	const added = backup.users.filter((user) => findUser(current, user.id) === undefined);
	const removed = current.users.filter((user) => findUser(backup, user.id) === undefined);
	const updated = current.users.flatMap((before) => {
		const after = findUser(backup, before.id);
		return after === undefined || isSameUser(before, after) ? [] : [[before, after] as const];
	});
	const profilesDiffer = current.profiles.map(profileText).join() !== backup.profiles.map(profileText).join();
	const settingsDiffer = JSON.stringify(current.settings) !== JSON.stringify(backup.settings);
	return {
		...emptyChange(label),
		added,
		updated,
		removed,
		...(profilesDiffer ? {profiles: [current.profiles, backup.profiles] as const} : {}),
		...(settingsDiffer ? {settings: [current.settings, backup.settings] as const} : {}),
		...(backup.nextId > current.nextId ? {nextId: backup.nextId} : {}),
	};
}
