/** Short names of the months in the languages in which spreadsheets write them, January first. */
const months = [
	'jan jän jänn janv ene gen sty янв січ ιαν',
	'feb fév févr fev febr lut úno şub фев лют φεβ helmi',
	'mar mär mrz mars mrt maa maalis bře márc мар бер μαρ',
	'apr avr abr kwi dub nis ápr huhti απρ апр кві',
	'may mai maj mei mag maio kvě máj toukο mayo μαϊ май тра',
	'jun juin giu cze čvn haz júni júní kesä jún iun июн чер ιουν',
	'jul juil lug lip čvc tem júl heinä iul июл ιουλ',
	'aug août aoû ago sie srp ağu elo авг сер αυγ',
	'sep sept set wrz zář eyl szept syys сен вер σεπ',
	'oct okt ott out paź říj eki loka окт жов οκτ',
	'nov lis marras ноя νοε',
	'dec dez des dic déc gru ara joulu дек гру δεκ',
];
const monthOf: ReadonlyMap<string, number> = new Map(
	months.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

const time = '(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?';
/** `2-Jan`, `02. Jan. 26`, `Jan-02`, `02.01.2026`, `01/02/26`, `2026-01-02 00:00:00`, `1月2日`, `02.01.`, `Fri Jan 02 2026`; which figure is the day does not matter. */
const forms = [
	/^(?<day>\d{1,2})[-./ ]{1,2}(?<name>\p{L}{3,6})\.?(?:[-./ ]{1,2}(?<year>\d{4}|\d{2}))?$/u,
	/^(?<name>\p{L}{3,6})\.?[-./ ’']{1,2}(?<year>\d{4}|\d{1,2})$/u,
	new RegExp(`^(?<day>\\d{1,2})(?<sign>[-./])(?<month>\\d{1,2})\\k<sign>(?<year>\\d{4})${time}$`),
	/^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{2})$/,
	new RegExp(`^(?<year>\\d{4})[-/](?<month>\\d{1,2})[-/](?<day>\\d{1,2})${time}$`),
	/^(?<day>\d{2})\.(?<month>\d{2})\.$/,
	/^\p{L}{3} (?<name>\p{L}{3}) (?<day>\d{1,2}) (?<year>\d{4})(?: \d.*)?$/u,
	/^(?<month>\d{1,2})[月월] ?(?<day>\d{1,2})[日일]$/,
];

/** The numbers of a date as a spreadsheet writes it: day, month and year in any order, as far as it has them. Undefined for no date. */
export function findDate(value: string): readonly number[] | undefined {
	for (const form of forms) {
		const groups = form.exec(value)?.groups;
		if (groups === undefined) continue;
		const {day, name, month = monthOf.get(name?.toLowerCase() ?? ''), year} = groups;
		if (month === undefined) continue;
		const numbers = [day, month, year].filter((part) => part !== undefined).map(Number);
		if (isDate(Number(day ?? 1), Number(month), year)) return numbers;
	}
	return undefined;
}

/** Whether a stored number looks like a date to a spreadsheet, like `1-2` or `3.4.26`: its figures, else undefined. */
export function findDateLike(stored: string): readonly number[] | undefined {
	const [, a, , b, c] = /^(\d{1,2})([-./])(\d{1,4})(?:\2(\d{1,4}))?$/.exec(stored) ?? [];
	const figures = [a, b, c].filter((part) => part !== undefined).map(Number);
	return figures.length > 0 && figures.some((figure) => figure >= 1 && figure <= 12) ? figures : undefined;
}

function isDate(a: number, b: number, year = '00'): boolean {
	const isYear = year.length < 4 || (year >= '1900' && year < '2100');
	return isYear && Math.min(a, b) >= 1 && Math.min(a, b) <= 12 && Math.max(a, b) <= 31;
}
