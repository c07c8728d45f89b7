import path from 'node:path';
import {z} from 'zod';
import {defaultDirectory} from '../default-directory.ts';
import {makePrivateFolder} from '../disk/create-private.ts';
import {readSmallFile} from '../disk/read-small-file.ts';
import {replaceWhole} from '../disk/replace-whole.ts';
import {type Failed, writeFailure} from '../store-error.ts';

const valuesSchema = z.record(z.string(), z.string());

/** What a person has chosen for all sheets: the name in the history, the keys, the columns of lists, the filters with names, what the columns of files are for, the settings of the screen. Each is in a file of its own. */
type OwnSetting = 'names' | 'keys' | 'columns' | 'filters' | 'mappings' | 'screen';

/** What was chosen. It belongs to the account, or to the SSH key that shares one. */
export function readOwnSetting(
	setting: OwnSetting,
	account: string,
	environment: NodeJS.ProcessEnv,
): string | undefined {
	return readValues(fileOf(setting, environment))[account];
}

/**
 * Keeps what was chosen, or forgets it.
 *
 * @param value empty for none
 */
export function writeOwnSetting(
	setting: OwnSetting,
	account: string,
	value: string,
	environment: NodeJS.ProcessEnv,
): Failed | undefined {
	const file = fileOf(setting, environment);
	const {[account]: _, ...others} = readValues(file);
	const values = value === '' ? others : {...others, [account]: value};
	try {
		makePrivateFolder(file, path.dirname(file));
		replaceWhole(file, file, Buffer.from(`${JSON.stringify(values, null, '\t')}\n`), () => true);
		return undefined;
	} catch (error) {
		return writeFailure(file, error);
	}
}

function readValues(file: string): z.infer<typeof valuesSchema> {
	try {
		return valuesSchema.parse(JSON.parse(readSmallFile(file, true) ?? '{}'));
	} catch {
		// A person has edited it: it is no reason to stop.
		return {};
	}
}

/** In the configuration of the account, not in a store: several people share one. */
function fileOf(setting: OwnSetting, environment: NodeJS.ProcessEnv): string {
	return path.join(defaultDirectory(process.platform, environment), `${setting}.json`);
}
