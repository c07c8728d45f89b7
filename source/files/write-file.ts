import {randomBytes} from 'node:crypto';
import {constants} from 'node:fs';
import {type FileHandle, link, open, realpath, rename, rm, stat} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {errorCode} from '../domain/error-code.ts';
import {type Problem, quote} from '../domain/problem.ts';
import {inFileLane} from './file-lanes.ts';
import {fileProblem} from './file-problem.ts';

/** File systems that know no hard links answer with one of these. */
const withoutLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/**
 * Writes a file whole or not at all, readable by its owner only, and never over an existing one unless told to.
 * Two writers at once cannot overwrite each other: the name is taken by a link, which fails where the name exists.
 *
 * @returns what is in the way, or undefined when the file is written
 */
export async function writeFileWhole(
	file: string,
	data: string | Uint8Array,
	options: {
		readonly force: boolean;
		/** Says why a file must not be written, whatever the person wants: it is needed for something else. */
		readonly refuse: (file: string) => Problem | undefined;
	},
): Promise<Problem | undefined> {
	try {
		const refused = options.refuse(file);
		if (refused !== undefined) return refused;
		return await inFileLane(() => writeToName(file, data, options.force));
	} catch (error) {
		return errorCode(error) === 'EEXIST' ? fileExists(file) : fileProblem('written', file, error);
	}
}

async function writeToName(
	file: string,
	data: string | Uint8Array,
	force: boolean,
): Promise<Problem | undefined> {
	const existing = await describeExisting(file);
	if (existing === 'file' && !force) return fileExists(file);
	if (existing === 'device') await writeThrough(file, data);
	else await writeBeside(existing === 'file' ? await realpath(file) : file, data, force);
	return undefined;
}

/** Writes to a file next to the wanted one, and gives it the wanted name when it is whole and on the disk. */
async function writeBeside(file: string, data: string | Uint8Array, force: boolean): Promise<void> {
	const temporary = join(
		dirname(file),
		`.${basename(file).slice(0, 64)}.${randomBytes(6).toString('hex')}.tmp`,
	);
	try {
		await writeSynced(await open(temporary, 'wx', 0o600), data);
		if (force) await rename(temporary, file);
		else await takeName(temporary, file, data);
	} finally {
		await rm(temporary, {force: true});
	}
}

async function takeName(temporary: string, file: string, data: string | Uint8Array): Promise<void> {
	try {
		await link(temporary, file);
	} catch (error) {
		if (!withoutLinks.includes(errorCode(error))) throw error;
		const handle = await open(file, 'wx', 0o600);
		try {
			await writeSynced(handle, data);
		} catch (reason) {
			await rm(file, {force: true});
			throw reason;
		}
	}
}

/** A device or a pipe (`/dev/stdout`) has no content to protect, and must not be replaced by a file. */
async function writeThrough(file: string, data: string | Uint8Array): Promise<void> {
	// To open a pipe without a reader would wait for ever: with O_NONBLOCK it fails.
	const tried = await open(file, constants.O_WRONLY | (constants.O_NONBLOCK ?? 0));
	try {
		const handle = await open(file, 'w');
		try {
			await handle.writeFile(data);
		} finally {
			await handle.close();
		}
	} finally {
		await tried.close();
	}
}

async function writeSynced(handle: FileHandle, data: string | Uint8Array): Promise<void> {
	try {
		await handle.writeFile(data);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

async function describeExisting(file: string): Promise<'nothing' | 'file' | 'device'> {
	try {
		const found = await stat(file);
		if (found.isDirectory()) throw Object.assign(new Error('it is a folder'), {code: 'EISDIR'});
		return found.isFile() ? 'file' : 'device';
	} catch (error) {
		if (errorCode(error) === 'ENOENT') return 'nothing';
		throw error;
	}
}

function fileExists(file: string): Problem {
	return {
		severity: 'error',
		code: 'file-exists',
		message: `${quote(file)} exists already.`,
		short: 'The file exists already',
		fix: 'Choose another name, or overwrite it with --force.',
	};
}
