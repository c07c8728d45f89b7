import path from 'node:path';
import {
	type Preferences,
	parsePreference,
	preferenceNames,
	preferenceOf,
	preferencesSchema,
} from '../app/preferences.ts';
import {currentAccountName} from '../store/author/current-author.ts';
import {readOwnSetting, writeOwnSetting} from '../store/author/own-setting.ts';
import {readOnlyFailure} from '../store/store-error.ts';
import {storeFileName} from '../store/store-files.ts';
import {type Context, fail, failStore} from './context.ts';
import {type ExitCode, exitCodes} from './exit-code.ts';
import {formatJson} from './format-json.ts';
import {type Io, printLines} from './io.ts';
import {readJson} from './read-json.ts';

/** What the account has chosen for the screen. */
export function readPreferences(env: Io['env']): Preferences {
	return readJson(preferencesSchema, readOwnSetting('screen', currentAccountName(env), env), {});
}

/**
 * Shows what is chosen for the screen, or chooses.
 *
 * @param given "mouse=on", or true to show all
 */
export async function runPreferences(
	given: string | true,
	asJson: boolean,
	{io, isReadOnly, directory}: Context,
): Promise<ExitCode> {
	let preferences = readPreferences(io.env);
	if (given !== true) {
		const read = parsePreference(given);
		if ('problem' in read) return fail(io, exitCodes.usage, read.problem);
		const {name, value} = read;
		if (value === undefined) return fail(io, exitCodes.usage, `A value comes after it: "${name}=on".`);
		preferences = {...preferences, [name]: value};
		const refused = isReadOnly
			? readOnlyFailure(path.resolve(directory, storeFileName))
			: writeOwnSetting('screen', currentAccountName(io.env), JSON.stringify(preferences), io.env);
		if (refused !== undefined) return failStore(io, refused.error);
	}
	const all = preferenceNames.map((name) => [name, preferenceOf(preferences, name)] as const);
	if (asJson) io.stdout.write(formatJson(Object.fromEntries(all)));
	else
		await printLines(
			io.stdout,
			all.map(([name, value]) => `${name}: ${value}`),
		);
	return exitCodes.done;
}
