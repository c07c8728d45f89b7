import {deployedValues, notDeployed} from '../domain/deployed-values.ts';
import type {MarkColumn} from '../domain/field.ts';
import {csvFields} from '../domain/field-lists.ts';
import {fingerprintDeployment} from '../domain/fingerprint-deployment.ts';
import type {Problem} from '../domain/problem.ts';
import {findProfile} from '../domain/profile.ts';
import type {Sheet} from '../domain/sheet.ts';
import type {User} from '../domain/user.ts';
import {readText} from './formula-guard.ts';
import type {ColumnMatch, CsvRow} from './import-plan.ts';

/** A column that says what has happened to users. */
type MarkPlace = {readonly index: number; readonly key: MarkColumn['key']; readonly header: string};

/** What the columns of a row say of the user. */
export type RowMarks = {readonly values: Partial<User>; readonly problems: readonly Problem[]};

/** The columns of a file that say what has happened to users; deployed comes before downloaded. */
export function findMarkPlaces(columns: readonly ColumnMatch[]): readonly MarkPlace[] {
	const places = columns.flatMap(({index, ...column}) =>
		column.use === 'mark' ? [{index, key: column.key, header: markHeader(column.key)}] : [],
	);
	return places.toSorted((a, b) => Number(a.key === 'downloaded') - Number(b.key === 'downloaded'));
}

/** The header of such a column, as usersheet has it. */
export function markHeader(key: MarkColumn['key']): string {
	return csvFields.find((field) => field.key === key)?.header ?? key;
}

const silent: RowMarks = {values: {}, problems: []};
const yes = new Set(['yes', 'y', 'true', 'x', '1', 'ja', 'j', 'wahr', 'oui', 'vrai', 'sí', 'si', '✓', '✔']);
const no = new Set(['no', 'n', 'false', '0', '-', 'nein', 'falsch', 'non', 'faux']);

/**
 * What a row says of a user has happened elsewhere (rules.md 5.17). A user stays as it is where that is known already, so that the
 * same file changes nothing a second time.
 *
 * @param user as it is after the rest of the row
 * @param today the day that "yes" means: ISO 8601, UTC
 */
export function readMarks(
	row: CsvRow,
	user: User,
	places: readonly MarkPlace[],
	{profiles}: Sheet,
	today: string,
): RowMarks {
	if (places.length === 0) return silent;
	const problems: Problem[] = [];
	let after = user;
	for (const {index, key, header} of places) {
		const text = readText(row.cells[index] ?? '').trim();
		const at = readTime(text, today);
		if (at === undefined) problems.push({...notADate, column: header, value: text});
		else if (text !== '') after = {...after, ...markOf(key, at, text, after, profiles)};
	}
	const {deployedOn, deployedAs, downloadedOn, setUpUser} = after;
	const isSame = deployedOn === user.deployedOn && downloadedOn === user.downloadedOn;
	return {values: isSame ? {} : {deployedOn, deployedAs, downloadedOn, setUpUser}, problems};
}

function markOf(
	key: MarkColumn['key'],
	at: string,
	text: string,
	user: User,
	profiles: Sheet['profiles'],
): Partial<User> {
	const isYes = yes.has(text.toLowerCase());
	if (key === 'downloaded') {
		if (at === '') return {downloadedOn: ''};
		if (user.downloadedOn !== '' && isYes) return {};
		return {...(user.deployedOn === '' ? deployedAt(user, at, profiles) : {}), downloadedOn: at};
	}
	if (at === '') return notDeployed;
	if (user.deployedOn === at || (user.deployedOn !== '' && isYes)) return {};
	return {...deployedAt(user, at, profiles), downloadedOn: user.downloadedOn};
}

function deployedAt(user: User, at: string, profiles: Sheet['profiles']): Partial<User> {
	return deployedValues(user, at, fingerprintDeployment(user, findProfile(profiles, user.profile)));
}

/** The time that a cell means, '' for never; undefined where it means none. Noon, so that it is the same day in all zones. */
function readTime(text: string, today: string): string | undefined {
	const word = text.toLowerCase();
	if (word === '' || no.has(word)) return '';
	if (yes.has(word)) return noonOf(today.slice(0, '2026-11-26'.length));
	const iso = /^(\d{4}-\d\d-\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?$/.exec(text);
	if (iso !== null) return noonOf(iso[1] ?? '');
	const [, day = '', month = '', year = ''] =
		/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:\s.*)?$/.exec(text) ?? [];
	return year === '' ? undefined : noonOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** Undefined for a day that no month has. */
function noonOf(date: string): string | undefined {
	const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	const most = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
	return year > 0 && day > 0 && day <= most ? `${date}T12:00:00.000Z` : undefined;
}

const notADate: Problem = {
	severity: 'error',
	code: 'not-a-date',
	message: 'Neither a date nor yes or no.',
	short: 'Not a date, yes or no',
	fix: 'Write it like 2026-11-26 or 26.11.2026.',
};
