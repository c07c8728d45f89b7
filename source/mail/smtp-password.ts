import {statSync} from 'node:fs';
import path from 'node:path';
import {errorCode} from '../domain/error-code.ts';
import {type Finding, quote} from '../domain/problem.ts';
import {fileProblem} from '../files/file-problem.ts';
import {readNamedFile} from '../files/read-file.ts';

/** Bytes that a password may have. */
const longest = 4096;
/** Milliseconds: the program behind a pipe may have to ask a person first. */
const patience = 60_000;

/** The name of the file in the folder of the account's own settings. */
const usualName = 'smtp-password';

/**
 * The password for the mail server: from `USERSHEET_SMTP_PASSWORD`, or from the file that `USERSHEET_SMTP_PASSWORD_FILE` names, or
 * from `smtp-password` in the folder of the account's own settings. It is its text without the last line break.
 *
 * @returns why there is none; a file that others than its owner can read is refused
 */
export async function readSmtpPassword(
	env: Readonly<Record<string, string | undefined>>,
	folder: string,
): Promise<{readonly password: string} | {readonly problem: Finding}> {
	if (env.USERSHEET_SMTP_PASSWORD) return {password: env.USERSHEET_SMTP_PASSWORD};
	const file = env.USERSHEET_SMTP_PASSWORD_FILE || path.join(folder, usualName);
	try {
		const stats = statSync(file);
		if (process.platform !== 'win32' && stats.isFile() && (stats.mode & 0o077) !== 0)
			return {problem: tooOpen(file)};
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return {problem: missing(file)};
		return {problem: fileProblem('read', file, error)};
	}
	const read = await readNamedFile(file, {name: file, most: longest, patience});
	if ('problem' in read) return read;
	const password = Buffer.from(read.bytes)
		.toString()
		.replace(/\r?\n$/, '');
	return password === '' ? {problem: missing(file)} : {password};
}

function tooOpen(file: string): Finding {
	return {
		code: 'smtp-password-open',
		message: `The password of the mail server in ${quote(file)} can be read by others than its owner.`,
		short: 'Others can read the password',
		fix: '"chmod 600" puts that right.',
	};
}

function missing(file: string): Finding {
	return {
		code: 'smtp-password-missing',
		message: `The login at the mail server needs a password, and there is none in ${quote(file)}.`,
		short: 'No password',
		fix: 'Write it into that file for yourself only (mode 600), or name another one in USERSHEET_SMTP_PASSWORD_FILE.',
	};
}
