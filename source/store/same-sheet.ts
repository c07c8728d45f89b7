import type {Profile} from '../domain/profile.ts';
import {profileText} from '../domain/profile-fields.ts';
import type {Settings} from '../domain/sheet.ts';

/** Whether two lists of profiles hold the same in the same order. */
export function isSameProfiles(a: readonly Profile[], b: readonly Profile[]): boolean {
	return a === b || (a.length === b.length && a.map(profileText).join() === b.map(profileText).join());
}

/** Whether two sets of settings hold the same. */
export function isSameSettings(a: Settings, b: Settings): boolean {
	return a === b || settingsText(a) === settingsText(b);
}

function settingsText({standAlone, history, backup}: Settings): string {
	return JSON.stringify([standAlone, history.days, history.entries, backup.keep, backup.above]);
}
