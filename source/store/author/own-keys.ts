import path from 'node:path';
import {z} from 'zod';
import {defaultDirectory} from '../default-directory.ts';
import {readSmallFile} from '../disk/read-small-file.ts';

const keysSchema = z.record(z.string(), z.array(z.string()));

/** The keys that the person has written down for some commands, in `keymap.json` of the account; none without such a file. */
export function readOwnKeys(
	environment: NodeJS.ProcessEnv,
):
	| {readonly file: string; readonly keys: z.infer<typeof keysSchema>}
	| {readonly file: string; readonly problem: string} {
	const file = path.join(defaultDirectory(process.platform, environment), 'keymap.json');
	const text = readSmallFile(file, true) ?? '{}';
	try {
		return {file, keys: keysSchema.parse(JSON.parse(text))};
	} catch {
		return {file, problem: 'The file with your keys is not JSON of command IDs, each with a list of keys.'};
	}
}
