import {expect, it} from 'vitest';
import {applyPreferences} from '../../source/cli/apply-preferences.ts';

it.each([
	[{}, {}, {}],
	[{ascii: 'on', wide: 'on'}, {}, {USERSHEET_ASCII: '1', USERSHEET_WIDE: '1'}],
	// What is said for one start goes first.
	[{ascii: 'on'}, {USERSHEET_ASCII: '0'}, {USERSHEET_ASCII: '0'}],
	[{colors: 'none'}, {}, {NO_COLOR: '1'}],
	[{colors: 'none'}, {NO_COLOR: ''}, {NO_COLOR: ''}],
	// Terminals set it by themselves, and not all of them rightly.
	[{colors: 'light'}, {COLORFGBG: '15;0'}, {COLORFGBG: '0;15'}],
	[{colors: 'pink'}, {COLORFGBG: '15;0'}, {COLORFGBG: '15;0'}],
])('lays %j under %j', (preferences, before, after) => {
	const env: Record<string, string | undefined> = {...before};
	applyPreferences(preferences, env);
	expect(env).toEqual(after);
});
