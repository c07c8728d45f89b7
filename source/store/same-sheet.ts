import {changedFields} from '../domain/change.ts';
import type {Profile} from '../domain/profile.ts';
import type {Sheet} from '../domain/sheet.ts';
import type {User} from '../domain/user.ts';

/** Whether two sheets hold the same. It is cheap where most users are the same objects. */
export function isSameSheet(a: Sheet, b: Sheet): boolean {
	return (
		a === b ||
		(a.revision === b.revision &&
			a.nextId === b.nextId &&
			a.settings.standAlone === b.settings.standAlone &&
			isSameProfiles(a.profiles, b.profiles) &&
			isSameList(a.users, b.users, isSameUser))
	);
}

/** Whether two versions of a user hold the same. */
export function isSameUser(a: User, b: User): boolean {
	return a === b || (a.id === b.id && a.origin === b.origin && changedFields(a, b).length === 0);
}

/** Whether two lists of profiles hold the same in the same order. */
export function isSameProfiles(a: readonly Profile[], b: readonly Profile[]): boolean {
	return isSameList(a, b, (one, other) => one === other || profileText(one) === profileText(other));
}

function profileText({name, mbgSipHost, mbgWebrtcSipHost, remoteMbg, centralEmail}: Profile): string {
	return JSON.stringify([name, mbgSipHost, mbgWebrtcSipHost, remoteMbg, centralEmail]);
}

function isSameList<Item>(
	a: readonly Item[],
	b: readonly Item[],
	isSame: (a: Item, b: Item) => boolean,
): boolean {
	if (a === b) return true;
	return (
		a.length === b.length &&
		a.every((item, index) => {
			const other = b[index];
			return other !== undefined && isSame(item, other);
		})
	);
}
