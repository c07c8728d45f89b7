import type {QueryWord} from './query-table.ts';

/** From one local time to another, both included, each as precise as it was typed: `2026-11` ends with the month. */
export type TimeSpan = {readonly from: string; readonly to: string};

/** What is offered for a time. */
export const timeWords: readonly QueryWord[] = [
	{name: 'today', help: 'since midnight'},
	{name: 'yesterday', help: 'the day before'},
	{name: '7d', help: 'the last 7 days, or any other number of days'},
	{name: '2026-11', help: 'a month; also a day or a year'},
	{name: '2026-11-01..2026-11-15', help: 'from one day to another; each may be left out'},
];

const dateForm = /^\d{4}(-\d\d(-\d\d)?)?$/;

/**
 * The span that a word means, undefined where it means none.
 *
 * @param today the local date, `2026-11-26`
 */
export function parseTimeSpan(word: string, today: string): TimeSpan | undefined {
	const [from = '', to, ...more] = word.toLowerCase().split('..');
	if (more.length > 0) return undefined;
	const days = /^(\d{1,5})d$/.exec(from);
	if (days !== null && to === undefined) return {from: daysBefore(today, Number(days[1]) - 1), to: today};
	const [first, last] = [from, to ?? from].map((part) => (part === '' ? '' : parseDate(part, today)));
	if (first === undefined || last === undefined || first + last === '') return undefined;
	return {from: first, to: last === '' ? '9999' : last};
}

/** Whether a local time, `2026-11-26 14:05`, is in the span: only the digits that were typed count. */
export function isInSpan(local: string, {from, to}: TimeSpan): boolean {
	return local.slice(0, from.length) >= from && local.slice(0, to.length) <= to;
}

function parseDate(text: string, today: string): string | undefined {
	if (text === 'today') return today;
	if (text === 'yesterday') return daysBefore(today, 1);
	return dateForm.test(text) ? text : undefined;
}

/** Calendar days, without hours: no change of clocks counts. */
function daysBefore(date: string, days: number): string {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	const back = Date.UTC(year, month - 1, day - days);
	return new Intl.DateTimeFormat('sv-SE', {timeZone: 'UTC'}).format(back);
}
