import {equalityKey} from '../../domain/compare-text.ts';
import {storedField} from '../../domain/field-lists.ts';
import type {SyncSource} from '../../domain/origin.ts';
import {nameOthers, nameShortly} from '../../domain/other-owners.ts';
import type {Problem} from '../../domain/problem.ts';
import {findUser, type Sheet} from '../../domain/sheet.ts';
import type {User} from '../../domain/user.ts';
import {buildValueIndex} from '../../domain/value-index.ts';
import type {Work} from '../../domain/work.ts';
import type {CsvRow, ImportOptions} from '../import-plan.ts';
import {matchWayOf} from '../match-by.ts';
import {type ImportColumn, readCell, readId} from '../read-cells.ts';
import {collectKeys, describeRepeated, findRepeated} from './find-repeated-keys.ts';
import {judgeId} from './judge-id.ts';
import type {Places} from './places.ts';

/** Which user a row is about. */
export type Found = {
	/** The ID as the file has it; '' where there is none, or where users are found by another value. */
	readonly id: string;
	readonly known: User | undefined;
	/** Why it cannot be said which user it is. */
	readonly problems: readonly Problem[];
};

/** Finds the user of each row of one file. */
export type RowFinder = {
	readonly find: (row: CsvRow) => Found;
	/** What finds the user of a row; '' for nothing. */
	readonly keyOf: (row: CsvRow) => string;
	/** The lines that have a key: rows that are left out are not among them. */
	readonly lines: Places<string>;
};

/** The columns in which to look, and the users to find. */
type Search = {
	readonly idColumn: number | undefined;
	readonly columns: readonly ImportColumn[];
	readonly options: ImportOptions;
	readonly sheet: Sheet;
};

/**
 * Looks at all rows and users, as what finds a user must be there once on both sides (rules.md 3.1 to 3.3 and 3.25).
 *
 * @param rows those that are not left out
 */
export function* makeRowFinder(
	rows: readonly CsvRow[],
	{idColumn, columns, options, sheet}: Search,
): Work<RowFinder> {
	const {field, source} = matchWayOf(options.matchBy);
	if (field === undefined) return yield* findById(rows, idColumn, options, sheet);
	const column = columns.find(({key}) => key === field);
	// Without overwrite it is one more likeness of possible duplicates.
	if (!options.overwrite || column === undefined) return findsNobody;
	return yield* findByField(rows, column, sheet, source);
}

const nobody: Found = {id: '', known: undefined, problems: []};
const findsNobody: RowFinder = {find: () => nobody, keyOf: () => '', lines: new Map()};

function* findById(
	rows: readonly CsvRow[],
	idColumn: number | undefined,
	{overwrite}: ImportOptions,
	sheet: Sheet,
): Work<RowFinder> {
	// Only a file that is to add users comes without IDs.
	if (idColumn === undefined) return findsNobody;
	const keyOf = (row: CsvRow): string => readId(row, idColumn);
	const lines = yield* collectKeys(rows, keyOf);
	const find = (row: CsvRow): Found => {
		const id = keyOf(row);
		const known = /^\d{1,15}$/.test(id) ? findUser(sheet, Number(id)) : undefined;
		const repeated = findRepeated(lines, id);
		return {id, known, problems: judgeId(id, known !== undefined, overwrite, row.line, repeated)};
	};
	return {find, keyOf, lines};
}

function* findByField(
	rows: readonly CsvRow[],
	column: ImportColumn,
	sheet: Sheet,
	source: SyncSource | undefined,
): Work<RowFinder> {
	const keyOf = (row: CsvRow): string => equalityKey(readCell(row, column));
	const lines = yield* collectKeys(rows, keyOf);
	const users = source === undefined ? sheet.users : sheet.users.filter(({origin}) => origin === source);
	const {owners} = yield* buildValueIndex(users, source === undefined ? column.key : 'sourceId');
	const {header} = storedField(column.key);
	const find = (row: CsvRow): Found => {
		const value = readCell(row, column);
		const key = equalityKey(value);
		if (key === '') return {id: '', known: undefined, problems: [{...missingKey, column: header}]};
		const repeated = findRepeated(lines, key);
		const problems = repeated === undefined ? [] : [describeRepeated(header, value, row.line, repeated)];
		const owner = owners.get(key);
		const ids = owner === undefined || typeof owner === 'number' ? [owner ?? 0] : [...owner];
		const [first, ...others] = ids.flatMap((id) => findUser(sheet, id) ?? []);
		return others.length === 0 || first === undefined
			? {id: first === undefined ? '' : String(first.id), known: first, problems}
			: {
					id: '',
					known: undefined,
					problems: [...problems, describeSeveral(header, value, [first, ...others])],
				};
	};
	return {find, keyOf, lines};
}

const missingKey: Problem = {
	severity: 'error',
	code: 'missing-key',
	value: '',
	message: 'It is blank, and users are found by it.',
	short: 'Blank: users are found by it',
	fix: 'Enter it, or find users by another column.',
};

/** So many of the users who have a value are named. */
const mostNamed = 2;

function describeSeveral(header: string, value: string, users: readonly User[]): Problem {
	const others = {
		count: users.length,
		some: users.slice(0, mostNamed),
		total: users.length,
		nameUser: ({id}: User) => `ID ${id}`,
	};
	return {
		severity: 'error',
		code: 'several-users-fit',
		column: header,
		value,
		message: `Several users have it: ${nameOthers(others)}.`,
		short: `Fits ${nameShortly(others).replace(' others', ' users')}`,
		fix: 'Change it for these users first, or find users by another column.',
	};
}
