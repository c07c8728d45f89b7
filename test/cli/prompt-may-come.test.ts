import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {promptMayCome} from '../../source/cli/prompt-may-come.ts';
import {makeFolder} from './run-cli.ts';

/** A folder with an encrypted store, a plain one, and a link to the encrypted one's file. */
function makeStores() {
	const folder = makeFolder();
	for (const name of ['encrypted', 'plain', 'linked']) mkdirSync(path.join(folder, name));
	writeFileSync(path.join(folder, 'encrypted', 'users.json'), '');
	writeFileSync(path.join(folder, 'encrypted', 'key.jsonl'), '');
	symlinkSync(path.join(folder, 'encrypted', 'users.json'), path.join(folder, 'linked', 'users.json'));
	return folder;
}

it.each([
	[['--store', 'encrypted'], {}, true],
	[['list', '--store=encrypted'], {}, true],
	[['--store', 'linked', 'list'], {}, true],
	[['--store', 'plain', 'list'], {}, false],
	[['--store', 'nowhere'], {}, false],
	[['list'], {USERSHEET_STORE: 'encrypted'}, true],
	[['--store', 'plain'], {USERSHEET_STORE: 'encrypted'}, false],
	[['--store', 'plain', 'passphrase', 'set'], {}, true],
	[['--store', 'plain', 'set-pin', '--pin-stdin'], {}, true],
	[['--store', 'encrypted', '--passphrase-file', 'x'], {}, false],
	[['--store', 'encrypted', '--passphrase-fd=3'], {}, false],
	[['--store', 'encrypted', 'list'], {USERSHEET_PASSPHRASE_FILE: 'x'}, false],
	[['--demo'], {USERSHEET_STORE: 'encrypted'}, false],
	[['--store', 'encrypted', '--help'], {}, false],
	[['--store'], {USERSHEET_STORE: 'plain'}, false],
])('guesses for %j with %j: %s', (argv, environment, expected) => {
	const folder = makeStores();
	const inFolder = (text: string) =>
		text.replace(/^(--store=)?(encrypted|plain|linked|nowhere)$/, `$1${folder}/$2`);
	const named = Object.fromEntries(
		Object.entries(environment).map(([name, value]) => [name, inFolder(value)]),
	);
	expect(promptMayCome(argv.map(inFolder), named)).toBe(expected);
});
