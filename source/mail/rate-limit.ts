/** Time as a rate limit sees it, in milliseconds. */
export type MailClock = {
	readonly now: () => number;
	/** Settles after a time, or as soon as the signal comes; it never rejects. */
	readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

const minute = 60_000;

/** A limit for messages: within any minute there are no more than so many. The first ones go out at once. */
export function createRateLimit(perMinute: number, clock: MailClock): (signal: AbortSignal) => Promise<void> {
	const starts: number[] = [];
	return async (signal) => {
		const first = starts.length < perMinute ? undefined : starts.shift();
		if (first !== undefined) {
			const wait = first + minute - clock.now();
			if (wait > 0) await clock.sleep(wait, signal);
		}
		starts.push(clock.now());
	};
}
