import {mkdirSync, rmdirSync, statSync} from 'node:fs';
import {setTimeout} from 'node:timers/promises';
import {type LockOptions, lock} from 'proper-lockfile';
import {errorCode} from '../../domain/error-code.ts';
import {type Failed, failed, writeFailure} from '../store-error.ts';

/** The right to replace a store's file. */
export type FileLock = {
	/** Whether this process still has it: a machine that slept, or a disk that hung, may have lost it. */
	isOurs(): boolean;
	release(): Promise<void>;
};

/**
 * Milliseconds for which a lock must stay as it is to count as left behind: a living process renews its own in half of that.
 * Its date says nothing, since the clocks of two machines, or of one before and after a repair, may be years apart.
 */
const staleAfter = 5_000;

/** Milliseconds to wait for others, long enough for a lock that was left behind to be noticed as such. */
const longestWait = 10_000;

const options: LockOptions = {
	// The file need not exist yet, and links have been followed.
	realpath: false,
	update: staleAfter / 2,
	// What is stale is decided here.
	stale: Number.MAX_SAFE_INTEGER,
	// The default throws outside of every call and would end the process; isOurs is asked instead.
	onCompromised: () => {},
};

// Where a limit for file sizes is reached, a signal comes with the error, and signal-exit, which proper-lockfile brings
// along, would end the process for it. With a listener of our own it does not, and the error is all there is.
if (process.platform !== 'win32') process.on('SIGXFSZ', () => {});

/**
 * Takes the lock beside a file, waiting for others. It is an empty folder, so it holds no secret.
 *
 * @param file the name for messages
 * @param target where the file really is
 * @param wait milliseconds; longer where the lock looks as if it had been left behind
 */
export async function acquireLock(
	file: string,
	target: string,
	wait = longestWait,
): Promise<FileLock | Failed> {
	const folder = `${target}.lock`;
	const start = performance.now();
	const lockIsStale = watchLock(folder);
	// Who takes a lock over holds this one, and may die too.
	const takingIsStale = watchLock(takingFolder(folder));
	for (;;) {
		try {
			const release = await lock(target, options);
			return guardLock(folder, release);
		} catch (error) {
			if (errorCode(error) !== 'ELOCKED') return writeFailure(file, error);
		}
		if (takingIsStale()) removeLock(takingFolder(folder));
		// Now it is free: one more try, however long the removing took.
		if (lockIsStale() && takeOver(folder, lockIsStale)) continue;
		const longest = looksLeftBehind(folder) ? Math.max(wait, longestWait) : wait;
		if (performance.now() - start >= longest) return lockedFailure(file, folder);
		await setTimeout(5 + Math.random() * 45);
	}
}

/** Says that the lock was lost on the way: what was written of it does not count, or the other one has it as whole. */
export function lostLockFailure(file: string): Failed {
	const message = `${file} was not written: this machine or its disk stood still for so long that another usersheet took over the lock. Look whether the change is there before you try again.`;
	return failed('locked', file, message);
}

function lockedFailure(file: string, folder: string): Failed {
	const message = `${file} is locked by another usersheet that does not let go of it. Nothing was saved. Wait until it is done or end it, then try again. If none is running, remove ${folder}.`;
	return failed('locked', file, message);
}

function guardLock(folder: string, release: () => Promise<void>): FileLock {
	const ours = identifyLock(folder);
	const isOurs = () => ours !== undefined && identifyLock(folder) === ours;
	return {
		isOurs,
		async release() {
			// Not another one's. And what was written is written: a lock that cannot be removed becomes stale.
			if (isOurs()) await release().catch(() => {});
		},
	};
}

function identifyLock(folder: string): string | undefined {
	const stats = statSync(folder, {bigint: true, throwIfNoEntry: false});
	return stats === undefined ? undefined : `${stats.dev} ${stats.ino} ${stats.birthtimeNs}`;
}

/** Asked again and again, says whether a lock has stayed unchanged for so long that its holder cannot be alive. */
function watchLock(folder: string): () => boolean {
	let seen: string | undefined;
	let since = 0;
	return () => {
		const stats = statSync(folder, {bigint: true, throwIfNoEntry: false});
		const now = stats && `${stats.dev} ${stats.ino} ${stats.birthtimeNs} ${stats.mtimeNs} ${stats.ctimeNs}`;
		if (now !== seen) since = performance.now();
		seen = now;
		return now !== undefined && performance.now() - since > staleAfter;
	};
}

/** Whether its date is so far from now that it pays to watch it; it may still be alive. */
function looksLeftBehind(folder: string): boolean {
	const stats = statSync(folder, {throwIfNoEntry: false});
	return stats?.isDirectory() === true && Math.abs(Date.now() - stats.mtimeMs) > staleAfter;
}

/**
 * Removes a lock that was left behind. Two who see the same one could remove it one after the other, the second one the
 * lock that the first has just taken. So this is under a lock too.
 */
function takeOver(folder: string, isStale: () => boolean): boolean {
	const taking = takingFolder(folder);
	try {
		mkdirSync(taking);
	} catch {
		// Another process is doing it: the caller goes on waiting, and gives up in time.
		return false;
	}
	const isOurs = isStale() && removeLock(folder);
	removeLock(taking);
	return isOurs;
}

function takingFolder(folder: string): string {
	return `${folder}.lock`;
}

/** Fails where it is no lock of ours, or another process was quicker. */
function removeLock(folder: string): boolean {
	try {
		rmdirSync(folder);
		return true;
	} catch {
		return false;
	}
}
