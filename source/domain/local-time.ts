const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A moment as a clock on the wall shows it: `2026-03-08 14:05`.
 *
 * @param at ISO 8601
 * @param timeZone IANA name, as `Europe/Vienna`
 */
export function formatLocalTime(at: string, timeZone: string): string {
	const moment = Date.parse(at);
	if (Number.isNaN(moment)) return at;
	const parts = new Map(
		formatFor(timeZone)
			.formatToParts(moment)
			.map(({type, value}) => [type, value]),
	);
	const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
	return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
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
	const made = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
	});
	formats.set(timeZone, made);
	return made;
}
