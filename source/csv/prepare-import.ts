import {storedFields} from '../domain/field.ts';
import {type Problem, quote} from '../domain/problem.ts';
import {findProfile} from '../domain/profile.ts';
import {type Sheet, surroundingsOf} from '../domain/sheet.ts';
import {checkField} from '../domain/user.ts';
import type {CsvTable, FileRefusal, ImportOptions} from './import-plan.ts';
import {type HeaderMatch, matchHeaders} from './match-headers.ts';
import type {RowContext} from './plan-row.ts';
import {findImportColumns, hasTrailingDelimiters} from './read-cells.ts';
import {createRowCheck} from './validate-rows.ts';

/** What can be said of an import before its rows are looked at. */
export type PreparedImport = {
	readonly context: Omit<RowContext, 'repeatedIds'>;
	/** Notices and warnings on the whole file. */
	readonly problems: readonly Problem[];
};

/** Matches the columns with the options, or says why this file cannot be imported with them. */
export function prepareImport(
	table: CsvTable,
	options: ImportOptions,
	sheet: Sheet,
): PreparedImport | FileRefusal {
	const match = matchHeaders(table.headers);
	const idColumn = match.columns.find((column) => column.use === 'id')?.index;
	const refused = findRefusal(match, options, sheet, idColumn);
	if (refused !== undefined) return {refused};
	const chosen =
		options.profile.from === 'choice' ? findProfile(sheet.profiles, options.profile.name) : undefined;
	const all = findImportColumns(match.columns);
	const surroundings = surroundingsOf(sheet);
	const isMandatory = ({required}: (typeof storedFields)[number]): boolean =>
		required === 'always' || (required === 'stand-alone' && sheet.settings.standAlone);
	const spellings = new Map<string, string>();
	const spellProfile = (name: string): string => {
		const known = spellings.get(name) ?? findProfile(sheet.profiles, name)?.name ?? name;
		spellings.set(name, known);
		return known;
	};
	const missing = storedFields.filter(
		(field) =>
			isMandatory(field) && field.kind !== 'profile' && !all.some((column) => column.key === field.key),
	);
	return {
		context: {
			table,
			options,
			sheet,
			idColumn,
			columns: chosen === undefined ? all : all.filter((column) => column.field.kind !== 'profile'),
			chosenProfile: chosen?.name,
			spellProfile,
			mandatory: new Set(storedFields.filter(isMandatory).map((field) => field.key)),
			check: createRowCheck(surroundings),
			trailingDelimiters: hasTrailingDelimiters(table),
		},
		problems: [
			...match.problems,
			...(chosen !== undefined && all.some((column) => column.field.kind === 'profile')
				? [describeChosen(chosen.name)]
				: []),
			...(options.overwrite ? [] : missing.map((field) => describeMissing(field.header))),
			...(table.rows.length === 0 ? [noRows] : []),
		],
	};
}

function findRefusal(
	match: HeaderMatch,
	options: ImportOptions,
	sheet: Sheet,
	idColumn: number | undefined,
): Problem | undefined {
	const repeated = match.problems.find((problem) => problem.severity === 'error');
	if (repeated !== undefined) return repeated;
	if (options.overwrite && idColumn === undefined) return noIdColumn;
	if (options.profile.from === 'choice') {
		const finding = checkField('profile', options.profile.name, surroundingsOf(sheet));
		return finding === undefined
			? undefined
			: {severity: 'error', ...finding, column: 'Profile', value: options.profile.name};
	}
	const hasProfile = match.columns.some((column) => column.use === 'field' && column.key === 'profile');
	return hasProfile ? undefined : noProfileColumn;
}

const noIdColumn: Problem = {
	severity: 'error',
	code: 'no-id-column',
	column: 'ID',
	message: 'The file has no such column, and an overwrite import finds users only by it.',
	short: 'Column needed to overwrite',
	fix: 'Export the users from this sheet and edit that file, or import without overwrite.',
};

const noProfileColumn: Problem = {
	severity: 'error',
	code: 'no-profile-column',
	column: 'Profile',
	message: 'The file has no such column, and the profiles are to come from the file.',
	short: 'Column needed for From CSV',
	fix: 'Add the column, or choose one profile for the whole file.',
};

const noRows: Problem = {
	severity: 'notice',
	code: 'no-rows',
	message: 'The file has a header but no users below it.',
	short: 'No users below the header',
};

function describeChosen(name: string): Problem {
	return {
		severity: 'notice',
		code: 'profile-chosen',
		column: 'Profile',
		message: `It is ignored. The profile ${quote(name)} is chosen for the whole file.`,
		short: 'Ignored: one profile is chosen',
	};
}

function describeMissing(header: string): Problem {
	return {
		severity: 'warning',
		code: 'missing-column',
		column: header,
		message: 'The file has no such column, and a new user needs it.',
		short: 'Column needed for new users',
		fix: 'Add the column, or turn on overwrite import if the rows are users of this sheet.',
	};
}
