import type {Change} from './change.ts';
import {changeUsers} from './change-users.ts';
import {changeWithdrawals} from './change-withdrawals.ts';
import type {Sheet} from './sheet.ts';

/** The sheet after the change, one revision on. The change must have been made for this very sheet: see `fitChange`. */
export function applyChange(sheet: Sheet, change: Change): Sheet {
	let nextId = Math.max(sheet.nextId, change.nextId ?? 0);
	for (const {id} of change.added) nextId = Math.max(nextId, id + 1);
	return {
		users: changeUsers(sheet.users, change),
		profiles: change.profiles?.[1] ?? sheet.profiles,
		settings: change.settings?.[1] ?? sheet.settings,
		toWithdraw: changeWithdrawals(sheet.toWithdraw, change),
		nextId,
		revision: sheet.revision + 1,
	};
}
