let free = 2;
const waiting: (() => void)[] = [];

/**
 * Runs what may wait for a disk that does not answer, at most two at a time. Node serves all files from four threads, and the
 * journal needs some of them: a dead network drive may hold up those who read from it, but never the saving of changes.
 */
export function inFileLane<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
	const turn = free > 0 ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve));
	free -= 1;
	const result = turn.then(() => {
		signal?.throwIfAborted();
		return work();
	});
	const leave = () => {
		free += 1;
		waiting.shift()?.();
	};
	result.then(leave, leave);
	return signal === undefined ? result : untilAborted(result, signal);
}

/** What is still under way when the signal comes keeps its lane, but the caller waits no longer. */
function untilAborted<Result>(result: Promise<Result>, signal: AbortSignal): Promise<Result> {
	const aborted = Promise.withResolvers<never>();
	const abort = () => aborted.reject(signal.reason);
	signal.addEventListener('abort', abort, {once: true});
	if (signal.aborted) abort();
	return Promise.race([result, aborted.promise]).finally(() => signal.removeEventListener('abort', abort));
}
