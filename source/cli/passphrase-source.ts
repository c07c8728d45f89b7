import {readFileSync, statSync} from 'node:fs';
import {formatProblem, type Problem} from '../domain/problem.ts';
import {fileProblem} from '../files/file-problem.ts';
import {readNamedFile, tooLarge} from '../files/read-file.ts';
import type {AskPassphrase} from '../store/seal/unlock-key.ts';
import {type Io, printLine} from './io.ts';

/** Where a passphrase comes from: a file, or a descriptor that is open already. */
export type PassphraseFlags = {readonly file: string | undefined; readonly fd: number | undefined};

/** Bytes that a passphrase may have. */
const longest = 64 * 1024;
/** Milliseconds: the program that gives it may have to ask a person first. */
const patience = 300_000;
/** Fewer characters are tried out in no time. */
const shortest = 8;

/**
 * Reads the passphrase that a file or a descriptor holds: its text without the last line break.
 *
 * @returns `given` is undefined where the flags name neither; `problem` says in a sentence why it cannot be used
 */
export async function readPassphrase(
	{file, fd}: PassphraseFlags,
	io: Io,
): Promise<{readonly given: string | undefined} | {readonly problem: string}> {
	if (file === undefined && fd === undefined) return {given: undefined};
	const name = file ?? `descriptor ${fd}`;
	const read = await readSecret(file, fd, io);
	if ('problem' in read) return {problem: formatProblem(read.problem)};
	try {
		const given = new TextDecoder('utf-8', {fatal: true}).decode(read.bytes).replace(/\r?\n$/, '');
		if (file !== undefined && isOpenToOthers(file))
			printLine(io.stderr, `${file} can be read by others than its owner. "chmod 600" puts that right.`);
		return given === '' ? {problem: `There is no passphrase in ${name}: it is empty.`} : {given};
	} catch (error) {
		if (error instanceof TypeError) return {problem: `The passphrase in ${name} is not UTF-8 text.`};
		throw error;
	}
}

async function readSecret(
	file: string | undefined,
	fd: number | undefined,
	io: Io,
): Promise<{readonly bytes: Uint8Array} | {readonly problem: Problem}> {
	const name = file ?? `descriptor ${fd}`;
	if (fd === 0) {
		const bytes = await io.stdin.read(longest);
		return bytes === 'too-large' ? {problem: tooLarge(name, longest)} : {bytes};
	}
	if (file !== undefined || process.platform !== 'win32')
		return readNamedFile(file ?? `/dev/fd/${fd}`, {name, most: longest, patience});
	try {
		return {bytes: readFileSync(fd ?? 0)};
	} catch (error) {
		return {problem: fileProblem('read', name, error)};
	}
}

/** Gives what the flags gave, once; without that asks at the terminal, for each file once as long as the answers are right. */
export function createAsk(given: string | undefined, io: Io): AskPassphrase {
	const answers = new Map<string, string>();
	return async (file, attempt) => {
		if (given !== undefined) return attempt === 1 ? given : undefined;
		const known = attempt === 1 ? answers.get(file) : undefined;
		if (known !== undefined) return known;
		if (attempt > 1) printLine(io.stderr, 'That is not the passphrase. Try again, or press Ctrl+C.');
		const answer = await io.stdin.hidden?.ask(`Passphrase of ${file}: `);
		if (answer !== undefined) answers.set(file, answer);
		return answer;
	};
}

/** Why a text should be no passphrase, as a sentence; undefined when it is good enough. */
export function findWeakness(passphrase: string): string | undefined {
	return [...passphrase].length < shortest || passphrase.trim() === ''
		? `A passphrase needs at least ${shortest} characters; several words are best.`
		: undefined;
}

/** Asks for a new passphrase, twice; undefined where there is no terminal to ask on, or none is given. */
export async function askNewPassphrase(file: string, io: Io): Promise<string | undefined> {
	const {hidden} = io.stdin;
	if (hidden === undefined) return undefined;
	for (;;) {
		const passphrase = await hidden.ask(`New passphrase of ${file}: `);
		if (passphrase === undefined) return undefined;
		const weakness = findWeakness(passphrase);
		if (weakness !== undefined) {
			printLine(io.stderr, weakness);
			continue;
		}
		const again = await hidden.ask('The same once more: ');
		if (again === undefined || again === passphrase) return again;
		printLine(io.stderr, 'These were not the same.');
	}
}

function isOpenToOthers(file: string): boolean {
	const stats = statSync(file);
	return process.platform !== 'win32' && stats.isFile() && (stats.mode & 0o077) !== 0;
}
