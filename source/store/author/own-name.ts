import {renameSync} from 'node:fs';
import path from 'node:path';
import {z} from 'zod';
import {defaultDirectory} from '../default-directory.ts';
import {makePrivateFolder, writeWhole} from '../disk/create-private.ts';
import {readSmallFile} from '../disk/read-small-file.ts';
import {type Failed, writeFailure} from '../store-error.ts';
import {shortText} from './short-text.ts';

const namesSchema = z.record(z.string(), z.string());
const most = 1024 * 1024;

/** The name that a person has chosen for the history. It belongs to the account, or to the SSH key that shares one. */
export function readOwnName(account: string, environment: NodeJS.ProcessEnv): string | undefined {
	return shortText(readNames(namesFile(environment))[account]);
}

/**
 * Keeps such a name, or forgets it.
 *
 * @param name empty for none
 */
export function writeOwnName(
	account: string,
	name: string,
	environment: NodeJS.ProcessEnv,
): Failed | undefined {
	const file = namesFile(environment);
	const {[account]: _, ...others} = readNames(file);
	const names = name === '' ? others : {...others, [account]: name};
	try {
		makePrivateFolder(file, path.dirname(file));
		writeWhole(file, `${file}.next`, Buffer.from(`${JSON.stringify(names, null, '\t')}\n`));
		renameSync(`${file}.next`, file);
		return undefined;
	} catch (error) {
		return writeFailure(file, error);
	}
}

function readNames(file: string): z.infer<typeof namesSchema> {
	try {
		return namesSchema.parse(JSON.parse(readSmallFile(file, {most, follow: true})?.toString() ?? '{}'));
	} catch {
		// Somebody has edited it: it is no reason to stop.
		return {};
	}
}

/** In the configuration of the account, not in a store: several people share one. */
function namesFile(environment: NodeJS.ProcessEnv): string {
	return path.join(defaultDirectory(process.platform, environment), 'names.json');
}
