const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A moment as a clock on the wall shows it: `2026-03-08 14:05`.
 *
 * @param at ISO 8601
 * @param timeZone IANA name, as `Europe/Vienna`
 */
export function formatLocalTime(at: string, timeZone: string): string {
	const moment = Date.parse(at);
	return Number.isNaN(moment) ? at : formatFor(timeZone).format(moment);
}

/** The day of it: `2026-03-08`. */
export function formatLocalDate(at: string, timeZone: string): string {
	return formatLocalTime(at, timeZone).slice(0, '2026-03-08'.length);
}

/** Whether times can be shown in a zone of this name. */
export function isTimeZone(name: string): boolean {
	try {
		return formatFor(name) !== undefined;
	} catch {
		return false;
	}
}

/** Making a format takes longer than a hundred uses of it. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
	const known = formats.get(timeZone);
	if (known !== undefined) return known;
	// Sweden writes dates and times in this way.
	const made = new Intl.DateTimeFormat('sv-SE', {
		timeZone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
	});
	formats.set(timeZone, made);
	return made;
}
