import {type Preferences, preferenceOf} from '../app/preferences.ts';

/**
 * Lays what the account has chosen for the screen under the environment, which says the same for one start: a variable that is
 * set goes before it. Only COLORFGBG does not, since terminals set it by themselves.
 */
export function applyPreferences(preferences: Preferences, env: Record<string, string | undefined>): void {
	if (preferenceOf(preferences, 'ascii') === 'on') env.USERSHEET_ASCII ??= '1';
	if (preferenceOf(preferences, 'wide') === 'on') env.USERSHEET_WIDE ??= '1';
	const colors = preferenceOf(preferences, 'colors');
	if (colors === 'none') env.NO_COLOR ??= '1';
	if (colors === 'light') env.COLORFGBG = '0;15';
	if (colors === 'dark') env.COLORFGBG = '15;0';
}
