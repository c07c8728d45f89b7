import {errorCode} from '../domain/error-code.ts';
import type {Problem} from '../domain/problem.ts';
import {quote} from '../domain/problem.ts';

const reasons: Readonly<Record<string, readonly [code: string, reason: string]>> = {
	ENOENT: ['file-not-found', 'there is no such file or folder'],
	ENOTDIR: ['file-not-found', 'there is no such file or folder'],
	EISDIR: ['file-is-folder', 'it is a folder'],
	EACCES: ['file-permission', 'you have no permission'],
	EPERM: ['file-permission', 'you have no permission'],
	EROFS: ['file-permission', 'the disk is read-only'],
	ENOSPC: ['file-no-space', 'the disk is full'],
	EDQUOT: ['file-no-space', 'your disk quota is used up'],
	ENAMETOOLONG: ['file-name', 'the name is too long'],
	ERR_INVALID_ARG_VALUE: ['file-name', 'a file name cannot hold a NUL character'],
	ENXIO: ['file-silent', 'no program reads from this pipe'],
	ERR_FS_FILE_TOO_LARGE: ['file-too-large', 'it is larger than 2 GiB'],
};

/** Why a file could not be read or written, for the person who named it. */
export function fileProblem(verb: 'read' | 'written', file: string, error: unknown): Problem {
	const known = reasons[errorCode(error)];
	const reason = known?.[1] ?? (error instanceof Error ? error.message : String(error));
	return {
		severity: 'error',
		code: known?.[0] ?? 'file-error',
		message: `${quote(file)} cannot be ${verb}: ${reason}.`,
		short: `The file cannot be ${verb}`,
	};
}
