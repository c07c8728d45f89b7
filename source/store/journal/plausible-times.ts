const day = 24 * 60 * 60 * 1000;

/**
 * Judges how old changes are by what the history itself says, because a clock may be wrong by years.
 *
 * No change is younger than now, nor older than the one before it. And a pause of more than 30 days (or a quarter of what
 * the history keeps), between two changes or before now, is believed only when as much time has passed since: a clock that
 * is a year ahead must not make everything a year older. Until then it counts as none.
 *
 * @param written when each change was made, as it says, in their order
 * @param now the present, as the clock says
 * @param days how long the history keeps a change
 * @returns the times of the changes, and the present, as far as they agree; in milliseconds since 1970, as `written` and `now`
 */
export function plausibleTimes(
	written: readonly number[],
	now: number,
	days: number,
): {readonly times: readonly number[]; readonly now: number} {
	const longest = (Math.min(120, days) / 4) * day;
	const times: number[] = [];
	let last = written.find((time) => time <= now) ?? now;
	for (const time of written) {
		if (time <= now && time > last) last = time;
		times.push(last);
	}
	let doubted = 0;
	let later = now;
	for (const time of times.toReversed()) {
		if (later - time > longest && now - later < longest) doubted += later - time;
		later = time;
	}
	return {times, now: now - doubted};
}
