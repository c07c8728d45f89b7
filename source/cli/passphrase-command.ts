import path from 'node:path';
import {type Command, InvalidArgumentError, Option} from 'commander';
import {count} from '../domain/problem.ts';
import {changePassphrase} from '../store/passphrase/change-passphrase.ts';
import type {Seal} from '../store/seal/seal.ts';
import {readOnlyFailure} from '../store/store-error.ts';
import {storeFileName} from '../store/store-files.ts';
import type {Act} from './act.ts';
import {type Context, fail, failStore} from './context.ts';
import {type ExitCode, exitCodes} from './exit-code.ts';
import {printLine, printLines} from './io.ts';
import {askNewPassphrase, findWeakness, readPassphrase} from './passphrase-source.ts';

type SetFlags = {readonly newPassphraseFile?: string; readonly newPassphraseFd?: number};

/** `usersheet passphrase` with its three commands. */
export function registerPassphrase(program: Command, act: Act): void {
	const passphrase = program
		.command('passphrase')
		.description('encrypt the store with a passphrase, change it, or decrypt the store');
	passphrase.command('status').description('say whether the store is encrypted').action(act(showStatus));
	passphrase
		.command('set')
		.description('set or change the passphrase, and write all files again')
		.addOption(
			new Option('--new-passphrase-file <file>', 'read the new one from this file').conflicts(
				'newPassphraseFd',
			),
		)
		.option('--new-passphrase-fd <number>', 'or from this open descriptor', parseDescriptor)
		.addHelpText(
			'after',
			'\nIn a terminal both passphrases are asked for. Who has the sheet open must start\nusersheet again. There is no way into the store without the passphrase.',
		)
		.action(act(setPassphrase));
	passphrase
		.command('remove')
		.description('remove the passphrase, and write everything as plain text')
		.action(act(removePassphrase));
}

/** A number of an open file. */
export function parseDescriptor(typed: string): number {
	if (!/^\d{1,9}$/.test(typed)) throw new InvalidArgumentError('It is not the number of an open descriptor.');
	return Number(typed);
}

async function showStatus({io, unlock, directory}: Context): Promise<number> {
	const seal = await unlock();
	if ('error' in seal) return failStore(io, seal.error);
	await printLines(io.stdout, [
		`The store at ${fileIn(directory)} is ${seal.key === undefined ? 'not ' : ''}encrypted.`,
		...(seal.former === undefined
			? []
			: ['A change of its passphrase was cut off; the next start of usersheet that writes goes on with it.']),
		...(seal.left === undefined
			? []
			: [
					'Copies or drafts could not be read when it was set, and do not have it; "usersheet doctor" names them.',
				]),
	]);
	return exitCodes.done;
}

async function setPassphrase(context: Context, flags: SetFlags): Promise<number> {
	const {io, directory} = context;
	const seal = await unlockToWrite(context);
	if ('failed' in seal) return seal.failed;
	const read = await readPassphrase({file: flags.newPassphraseFile, fd: flags.newPassphraseFd}, io);
	if ('problem' in read) return fail(io, exitCodes.usage, read.problem);
	const passphrase = read.given ?? (await askNewPassphrase(fileIn(directory), io));
	if (passphrase === undefined) {
		return fail(
			io,
			exitCodes.usage,
			'No new passphrase was given. In a terminal usersheet asks for it; scripts name a file with --new-passphrase-file or a descriptor with --new-passphrase-fd. Nothing was changed.',
		);
	}
	const weakness = findWeakness(passphrase);
	if (weakness !== undefined) return fail(io, exitCodes.refused, `${weakness} Nothing was changed.`);
	const file = fileIn(context.directory);
	return changeAndTell(context, seal, passphrase, {
		...(seal.key === undefined
			? {
					done: `${file} is encrypted`,
					all: 'and so is all that belongs to it. Exports and copies elsewhere are as they were.',
				}
			: {
					done: `${file} has the new passphrase`,
					all: 'and so has all that belongs to it. Copies elsewhere have the old one.',
				}),
		advice: ['Keep the passphrase: without it the data cannot be read.'],
		left: 'Every start that can write tries again, and "usersheet doctor" names them until then.',
	});
}

async function removePassphrase(context: Context): Promise<number> {
	const seal = await unlockToWrite(context);
	if ('failed' in seal) return seal.failed;
	const file = fileIn(context.directory);
	if (seal.key === undefined && seal.former === undefined) {
		printLine(context.io.stderr, `${file} is not encrypted.`);
		return exitCodes.done;
	}
	return changeAndTell(context, seal, undefined, {
		done: `${file} is plain text again`,
		all: 'and so is all that belongs to it. Copies elsewhere still have the passphrase.',
		advice: [],
		left: 'They still have the passphrase, which opens them.',
	});
}

/** Sentences about a change of the passphrase: what is done, that it is done to all, what to know, and what of the rest. */
type Told = {
	readonly done: string;
	readonly all: string;
	readonly advice: readonly string[];
	readonly left: string;
};

async function changeAndTell(
	{io, directory}: Context,
	seal: Seal,
	passphrase: string | undefined,
	{done, all, advice, left}: Told,
): Promise<ExitCode> {
	const changed = await changePassphrase(directory, seal, passphrase);
	if ('error' in changed) return failStore(io, changed.error);
	const isWhole = changed.left.length === 0;
	await printLines(io.stdout, [isWhole ? `${done}, ${all}` : `${done}.`, ...advice]);
	if (isWhole) return exitCodes.done;
	const files = count(changed.left.length, 'file');
	await printLines(io.stderr, [
		`${files} of it could not be read, and stayed as before:`,
		...changed.left,
		left,
	]);
	return exitCodes.partial;
}

async function unlockToWrite(context: Context): Promise<Seal | {readonly failed: ExitCode}> {
	const {io, directory, isReadOnly, unlock} = context;
	if (isReadOnly) return {failed: failStore(io, readOnlyFailure(fileIn(directory)).error)};
	const seal = await unlock();
	return 'error' in seal ? {failed: failStore(io, seal.error)} : seal;
}

function fileIn(directory: string): string {
	return path.resolve(directory, storeFileName);
}
