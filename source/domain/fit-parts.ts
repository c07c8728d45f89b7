import type {ChangeParts} from './change.ts';
import {fitWithdrawals} from './change-withdrawals.ts';
import type {Conflict} from './conflict.ts';
import type {Preference} from './fit-users.ts';
import {fitProfiles} from './profiles/fit-profiles.ts';
import {isSameProfiles} from './profiles/profile-fields.ts';
import {isSameSettings, settingFields, takeSetting} from './setting-fields.ts';
import type {Settings, Sheet} from './sheet.ts';
import type {User} from './user.ts';

type Report = (conflict: Conflict) => unknown;

/**
 * The profiles, settings and withdrawals of a change on those of now, value by value; absent where nothing is left to do.
 *
 * @param users the users after the change: a profile that one of them has stays
 */
export function fitParts(
	{profiles, settings, withdrawn}: ChangeParts,
	users: () => readonly User[],
	now: Sheet,
	prefer: Preference,
	conflicts: Conflict[],
): ChangeParts {
	const report: Report = (conflict) => conflicts.push(conflict);
	const fittedProfiles = profiles && fitProfiles(profiles, users, now.profiles, prefer, report);
	const fittedSettings = settings && fitSettings(settings, now.settings, prefer, report);
	return {
		...(withdrawn && fitWithdrawals(withdrawn, {toWithdraw: now.toWithdraw, users: users()})),
		...(fittedProfiles === undefined || isSameProfiles(fittedProfiles, now.profiles)
			? {}
			: {profiles: [now.profiles, fittedProfiles]}),
		...(fittedSettings === undefined || isSameSettings(fittedSettings, now.settings)
			? {}
			: {settings: [now.settings, fittedSettings]}),
	};
}

function fitSettings(
	[before, after]: readonly [Settings, Settings],
	now: Settings,
	prefer: Preference,
	report: Report,
): Settings {
	let fitted = now;
	for (const field of settingFields) {
		const {key, read} = field;
		if (read(after) === read(before) || read(after) === read(now)) continue;
		const isConflict = read(now) !== read(before);
		if (isConflict) report({what: 'setting', key, reason: 'changed-since'});
		if (!isConflict || prefer === 'mine') fitted = takeSetting(field, fitted, after);
	}
	return fitted;
}
