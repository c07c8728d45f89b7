import {storedField, storedFields} from '../../domain/field-lists.ts';
import {type Problem, quote} from '../../domain/problem.ts';
import {findProfile} from '../../domain/profile.ts';
import {type Sheet, surroundingsOf} from '../../domain/sheet.ts';
import {checkField} from '../../domain/user.ts';
import {findFullNames} from '../columns/split-name.ts';
import type {CsvTable, FileRefusal, HeaderMatch, ImportOptions} from '../import-plan.ts';
import {type MatchKey, matchWayOf, mayCreate} from '../match-by.ts';
import {hasField} from '../match-headers.ts';
import {findImportColumns} from '../read-cells.ts';
import {findMarkPlaces} from '../read-marks.ts';
import type {RowContext} from './row-context.ts';
import {createRowCheck} from './validate-rows.ts';

/** What can be said of an import before its rows are looked at. */
type PreparedImport = {
	readonly context: Omit<
		RowContext,
		'finder' | 'mistakes' | 'people' | 'knownDoubts' | 'readPlainUser' | 'today'
	>;
	/** Notices and warnings on the whole file. */
	readonly problems: readonly Problem[];
};

/** Looks at the columns under the options, or says why this file cannot be imported with them. */
export function prepareImport(
	table: CsvTable,
	options: ImportOptions,
	sheet: Sheet,
): PreparedImport | FileRefusal {
	const {match} = table;
	const ids = match.columns.find((column) => column.use === 'id');
	const isById = options.matchBy === 'id';
	const refused = findRefusal(match, options, sheet);
	if (refused !== undefined) return {refused};
	const {profile} = options;
	const chosen = profile.from === 'csv' ? undefined : findProfile(sheet.profiles, profile.name)?.name;
	const all = findImportColumns(match.columns);
	const columns = profile.from === 'csv' ? all : all.filter((column) => column.field.kind !== 'profile');
	const isMandatory = ({required}: (typeof storedFields)[number]): boolean =>
		required === 'always' || (required === 'stand-alone' && sheet.settings.standAlone);
	const spellings = new Map<string, string>();
	const spellProfile = (name: string): string => {
		const known = spellings.get(name) ?? findProfile(sheet.profiles, name)?.name ?? name;
		spellings.set(name, known);
		return known;
	};
	const mandatory = storedFields.filter(isMandatory);
	const missing = mandatory.filter(
		({key, kind}) => kind !== 'profile' && !all.some((column) => column.key === key),
	);
	return {
		context: {
			table,
			options,
			sheet,
			idColumn: isById ? ids?.index : undefined,
			fullNames: findFullNames(match.columns),
			columns,
			marks: findMarkPlaces(match.columns),
			profileOfNew: chosen,
			profileOfUpdated: profile.from === 'choice' && options.overwrite ? chosen : undefined,
			spellProfile,
			mandatory: new Set(mandatory.map(({key}) => key)),
			check: createRowCheck(surroundingsOf(sheet)),
		},
		problems: [
			...match.problems,
			...(all.length === columns.length ? [] : [describeIgnored(options)]),
			...(ids === undefined || isById ? [] : [describeIgnoredIds(options)]),
			...(createsFromRows(options) ? missing.map((field) => describeMissing(field.header, options)) : []),
			...(table.rows.length === 0 ? [noRows] : []),
		],
	};
}

function findRefusal(match: HeaderMatch, options: ImportOptions, sheet: Sheet): Problem | undefined {
	const repeated = match.problems.find((problem) => problem.severity === 'error');
	if (repeated !== undefined) return repeated;
	if (!hasMatchColumn(match, options)) return noMatchColumn(options.matchBy);
	if (keepsAll(options)) return undefined;
	if (options.profile.from !== 'csv') {
		const finding = checkField('profile', options.profile.name, surroundingsOf(sheet));
		return finding === undefined
			? undefined
			: {severity: 'error', ...finding, column: 'Profile', value: options.profile.name};
	}
	return hasField(match.columns, 'profile') ? undefined : noProfileColumn;
}

/** An overwrite by ID needs the IDs, and any other way to find users its column (rules.md 3.1 and 3.25). */
function hasMatchColumn({columns}: HeaderMatch, {overwrite, matchBy}: ImportOptions): boolean {
	const {field} = matchWayOf(matchBy);
	if (field !== undefined) return hasField(columns, field);
	return !overwrite || columns.some(({use}) => use === 'id');
}

function noMatchColumn(matchBy: MatchKey): Problem {
	const {field} = matchWayOf(matchBy);
	if (field !== undefined)
		return {
			severity: 'error',
			code: 'no-match-column',
			column: storedField(field).header,
			message: 'The file has no such column, and users are to be found by it.',
			short: 'Column needed to find users',
			fix: 'Find users by a column that the file has.',
		};
	return {
		severity: 'error',
		code: 'no-id-column',
		column: 'ID',
		message: 'The file has no such column, and an overwrite import is to find users by it.',
		short: 'Column needed to overwrite',
		fix: 'Find users by e-mail address, directory number or service user name, or import without overwrite.',
	};
}

const noProfileColumn: Problem = {
	severity: 'error',
	code: 'no-profile-column',
	column: 'Profile',
	message: 'The file has no such column, and the profiles are to come from the file.',
	short: 'Column needed for From CSV',
	fix: 'Add the column, keep the stored profiles, or choose one for the whole file.',
};

const noRows: Problem = {
	severity: 'notice',
	code: 'no-rows',
	message: 'The file has a header but no users below it.',
	short: 'No users below the header',
};

/** An overwrite by ID creates no user, who would need a profile. */
function keepsAll(options: ImportOptions): boolean {
	return options.profile.from === 'keep' && !createsFromRows(options);
}

/** Whether rows make users: with overwrite those that fit no user, unless they are left out. */
function createsFromRows(options: ImportOptions): boolean {
	const {source} = matchWayOf(options.matchBy);
	return (
		source !== undefined || (mayCreate(options) && !(options.overwrite && options.unknownRows === 'skip'))
	);
}

/** Numbers of employees, or IDs of another system: they find no user. */
function describeIgnoredIds({matchBy}: ImportOptions): Problem {
	return {
		severity: 'notice',
		code: 'id-ignored',
		column: 'ID',
		message: `It is ignored. Users are found by their ${matchWayOf(matchBy).label}.`,
		short: 'Ignored: found otherwise',
	};
}

/** A Profile column that does not count. */
function describeIgnored(options: ImportOptions): Problem {
	if (keepsAll(options) || options.profile.from === 'csv') return profileKept;
	if (options.overwrite && options.profile.from === 'keep') return profileKeptOrNew(options.profile.name);
	return {
		severity: 'notice',
		code: 'profile-chosen',
		column: 'Profile',
		message: `It is ignored. The profile ${quote(options.profile.name)} is chosen for the whole file.`,
		short: 'Ignored: one profile is chosen',
	};
}

const profileKept: Problem = {
	severity: 'notice',
	code: 'profile-kept',
	column: 'Profile',
	message: 'It is ignored. Each user keeps the stored one.',
	short: 'Ignored: stored ones are kept',
};

function profileKeptOrNew(name: string): Problem {
	return {...profileKept, message: `${profileKept.message} New users get ${quote(name)}.`};
}

function describeMissing(header: string, {overwrite}: ImportOptions): Problem {
	return {
		severity: 'warning',
		code: 'missing-column',
		column: header,
		message: 'The file has no such column, and a new user needs it.',
		short: 'Column needed for new users',
		fix: overwrite
			? 'Add the column, or leave out the rows that fit no user.'
			: 'Add the column, or turn on overwrite import if the rows are users of this sheet.',
	};
}
