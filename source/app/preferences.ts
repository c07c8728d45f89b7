import {z} from 'zod';

/** What a person can choose for the screen, by the name that `:screen` takes; the first value is what it is without a choice. */
export const preferenceTable = {
	mouse: {title: 'Mouse', values: ['off', 'on'], atOnce: true},
	panel: {title: 'User under the cursor at the right', values: ['off', 'on'], atOnce: true},
	colors: {title: 'Colours', values: ['auto', 'none', 'light', 'dark'], atOnce: false},
	ascii: {title: 'Signs and lines in ASCII only', values: ['off', 'on'], atOnce: false},
	wide: {title: 'Ambiguous characters two cells wide', values: ['off', 'on'], atOnce: false},
	linear: {title: 'Plain lines instead of a screen', values: ['off', 'on'], atOnce: false},
} as const satisfies Readonly<
	Record<
		string,
		{
			readonly title: string;
			readonly values: readonly [string, ...string[]];
			/** Whether it works at once; the others do from the next start on. */
			readonly atOnce: boolean;
		}
	>
>;

export type PreferenceName = keyof typeof preferenceTable;

/** What a person has chosen. A name or a value that is not in the table is as good as none. */
export type Preferences = Readonly<Record<string, string>>;

export const preferencesSchema = z.record(z.string(), z.string());

export const preferenceNames = Object.keys(preferenceTable).filter(isPreferenceName);

/** What is chosen, or else the value without a choice. */
export function preferenceOf(preferences: Preferences, name: PreferenceName): string {
	const {values} = preferenceTable[name];
	return values.find((value) => value === preferences[name]) ?? values[0];
}

/** Takes "mouse on" and "mouse=on" apart; `value` is undefined where none is given. Or says what is wrong. */
export function parsePreference(
	typed: string,
): {readonly name: PreferenceName; readonly value: string | undefined} | {readonly problem: string} {
	const [name = '', value = ''] = typed
		.trim()
		.toLowerCase()
		.split(/[\s=:]+/u);
	if (!isPreferenceName(name)) return {problem: `One of these can be set: ${preferenceNames.join(', ')}.`};
	const {values} = preferenceTable[name];
	if (value === '') return {name, value: undefined};
	const known = values.find((one) => one === value);
	return known === undefined ? {problem: `"${name}" is one of: ${values.join(', ')}.`} : {name, value: known};
}

function isPreferenceName(name: string): name is PreferenceName {
	return Object.hasOwn(preferenceTable, name);
}
