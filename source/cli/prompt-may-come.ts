import {existsSync} from 'node:fs';
import path from 'node:path';
import {defaultDirectory} from '../store/default-directory.ts';
import {isStoreError} from '../store/store-error.ts';
import {storeFileName} from '../store/store-files.ts';
import {resolveStore} from '../store/store-path.ts';

/** Commands that ask for a passphrase or a PIN in any store. */
const asking = ['passphrase', 'restore', '--pin-stdin'];
/** With these nothing is asked. */
const answering = /^--(?:passphrase-file|passphrase-fd|demo|help|version)(?:=|$)|^-[hV]$/;

/**
 * Whether something may be asked that the terminal must not show, before the command line has been read properly: that
 * takes longer than a person to begin to type. A wrong guess shows what is typed before the question, as a shell does, or
 * hides a moment of it.
 */
export function promptMayCome(argv: readonly string[], environment: NodeJS.ProcessEnv): boolean {
	if (argv.some((word) => answering.test(word))) return false;
	if (argv.some((word) => asking.includes(word))) return true;
	if (environment.USERSHEET_PASSPHRASE_FILE) return false;
	const named = argv.indexOf('--store');
	const joined = argv.find((word) => word.startsWith('--store='))?.slice('--store='.length);
	const given = named < 0 ? joined : argv[named + 1];
	return hasKey(given || environment.USERSHEET_STORE || defaultDirectory());
}

function hasKey(directory: string): boolean {
	const names = resolveStore(path.resolve(directory, storeFileName));
	return !isStoreError(names) && existsSync(names.key);
}
