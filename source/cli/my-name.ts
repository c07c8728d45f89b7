import path from 'node:path';
import {InvalidArgumentError} from 'commander';
import {describeAuthor} from '../domain/describe-entry.ts';
import {longestName, shortText} from '../domain/short-text.ts';
import {currentAccountName, currentAuthor} from '../store/author/current-author.ts';
import {writeOwnSetting} from '../store/author/own-setting.ts';
import {readOnlyFailure} from '../store/store-error.ts';
import {storeFileName} from '../store/store-files.ts';
import {type Context, failStore} from './context.ts';
import {type ExitCode, exitCodes} from './exit-code.ts';
import {type Io, printLine} from './io.ts';

/** A name as `--my-name` takes it; empty to have none. */
export function parseMyName(typed: string): string {
	const name = shortText(typed) ?? '';
	if ([...typed.trim()].length > longestName)
		throw new InvalidArgumentError(`It has more than ${longestName} characters.`);
	return name;
}

/** Keeps the name of the person who runs this; it is no setting of the sheet. */
export function nameMyself(name: string, {io, isReadOnly, directory}: Context): ExitCode {
	const refused = isReadOnly
		? readOnlyFailure(path.resolve(directory, storeFileName))
		: writeOwnSetting('names', currentAccountName(io.env), name, io.env);
	return refused === undefined ? exitCodes.done : failStore(io, refused.error);
}

/** Says how the history names the person who runs this. */
export function printMyName(io: Io): void {
	printLine(io.stdout, `Your name in the history: ${describeAuthor(currentAuthor(io.env))}`);
}
