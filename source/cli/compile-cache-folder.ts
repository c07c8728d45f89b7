import {lstatSync, mkdirSync, realpathSync} from 'node:fs';
import {homedir} from 'node:os';
import path from 'node:path';
import process from 'node:process';

/**
 * The person's own folder for Node's compile cache: `~/.cache/usersheet`, or the one that `XDG_CACHE_HOME` names. Node runs
 * the code that it finds there, and asks neither who owns the folder nor who may write to it. So no other account may.
 *
 * @returns undefined where no such folder can be had: then nothing is cached
 */
export function compileCacheFolder(environment: NodeJS.ProcessEnv = process.env): string | undefined {
	const own = process.getuid?.();
	// Elsewhere than on POSIX systems a home is closed to others by the system.
	if (own === undefined) return path.join(environment.LOCALAPPDATA || homedir(), 'usersheet', 'cache');
	const base = environment.XDG_CACHE_HOME || path.join(homedir(), '.cache');
	if (!path.isAbsolute(base)) return undefined;
	try {
		const folder = path.join(base, 'usersheet');
		mkdirSync(folder, {recursive: true, mode: 0o700});
		const found = lstatSync(folder);
		const isPrivate = found.isDirectory() && found.uid === own && (found.mode & 0o077) === 0;
		return isPrivate && waysTo(realpathSync(folder)).every((above) => isSafeFolder(above, own))
			? folder
			: undefined;
	} catch {
		return undefined;
	}
}

/** Every folder on the way to this one. */
function waysTo(folder: string): readonly string[] {
	const above = path.dirname(folder);
	return above === folder ? [] : [above, ...waysTo(above)];
}

/** Whether no other account can put another folder in its place: it is the person's or root's, and closed to others or sticky. */
function isSafeFolder(folder: string, own: number): boolean {
	const {mode, uid} = lstatSync(folder);
	return (uid === own || uid === 0) && ((mode & 0o022) === 0 || (mode & 0o1000) !== 0);
}
