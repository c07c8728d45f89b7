import {rmdirSync, statSync} from 'node:fs';
import {setTimeout} from 'node:timers/promises';
import {type LockOptions, lock} from 'proper-lockfile';
import {codeOf, type Failed, failed, writeFailure} from '../store-error.ts';

/** The right to replace a store's file. */
export type FileLock = {
	/** Whether nobody has taken it over: a machine that slept, or a disk that hung, may have lost it. */
	isOurs(): boolean;
	release(): Promise<void>;
};

/** Milliseconds after which the lock of somebody who died counts as left behind; a living one renews it in half of that. */
const staleAfter = 5_000;

/** Milliseconds to wait for others, long enough for a lock that was left behind to become stale. */
const longestWait = 10_000;

const options: LockOptions = {
	// The file need not exist yet, and links have been followed.
	realpath: false,
	update: staleAfter / 2,
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
 */
export async function acquireLock(
	file: string,
	target: string,
	wait = longestWait,
): Promise<FileLock | Failed> {
	const folder = `${target}.lock`;
	const deadline = Date.now() + wait;
	for (;;) {
		try {
			const release = await lock(target, {...options, stale: Number.MAX_SAFE_INTEGER});
			return guardLock(folder, release);
		} catch (error) {
			if (codeOf(error) !== 'ELOCKED') return writeFailure(file, error);
		}
		// Now nobody has it: one more try, however long the removing took.
		if (isStale(folder) && (await removeStale(folder))) continue;
		if (Date.now() >= deadline) return lockedFailure(file, folder);
		await setTimeout(5 + Math.random() * 45);
	}
}

/** Says that the lock was lost on the way: what was written of it does not count, or the other one has it as whole. */
export function lostLockFailure(file: string): Failed {
	return failed(
		'locked',
		file,
		`${file} was not written: this machine or its disk stood still for so long that another usersheet took over the lock. Look whether the change is there before you try again.`,
	);
}

function lockedFailure(file: string, folder: string): Failed {
	return failed(
		'locked',
		file,
		`${file} is locked by another usersheet that does not let go of it. Nothing was saved. Wait until it is done or end it, then try again. If none is running, remove ${folder}.`,
	);
}

function guardLock(folder: string, release: () => Promise<void>): FileLock {
	const ours = identify(folder);
	const isOurs = () => ours !== undefined && identify(folder) === ours;
	return {
		isOurs,
		async release() {
			// Not another one's. And what was written is written: a lock that cannot be removed becomes stale.
			if (isOurs()) await release().catch(() => {});
		},
	};
}

function identify(folder: string): string | undefined {
	const stats = statSync(folder, {bigint: true, throwIfNoEntry: false});
	return stats === undefined ? undefined : `${stats.dev} ${stats.ino} ${stats.birthtimeNs}`;
}

function isStale(folder: string): boolean {
	const stats = statSync(folder, {throwIfNoEntry: false});
	return stats !== undefined && stats.mtimeMs < Date.now() - staleAfter;
}

/**
 * Removes a lock that was left behind. proper-lockfile would do it by itself, but two who see the same stale lock could
 * remove it one after the other, the second one the lock that the first has just taken. So this is under a lock too.
 */
async function removeStale(folder: string): Promise<boolean> {
	try {
		const release = await lock(folder, {...options, stale: staleAfter});
		try {
			if (!isStale(folder)) return false;
			rmdirSync(folder);
			return true;
		} finally {
			await release();
		}
	} catch {
		// Somebody else is at it, or it is no lock of ours: the caller goes on waiting, and gives up in time.
		return false;
	}
}
