import type {CsvTable, ProfileChoice} from '../csv/import-plan.ts';
import {matchHeaders} from '../csv/match-headers.ts';
import {type Problem, quote} from '../domain/problem.ts';
import type {Sheet} from '../domain/sheet.ts';
import type {ImportFlags} from './import-command.ts';

/**
 * Where the profiles of an import come from (rules.md 3.5). Only `--profile` with `--overwrite` moves anybody. Without a flag
 * an overwrite keeps the stored ones, and new users get the only profile; where that leaves a choice, it must be made.
 */
export function chooseProfile(
	flags: ImportFlags,
	{headers}: CsvTable,
	{profiles}: Sheet,
): ProfileChoice | {readonly refused: Problem} {
	const {overwrite = false, profile, profileFromCsv = false, keepProfile = false} = flags;
	if (profileFromCsv) return {from: 'csv'};
	if (profile !== undefined) return {from: overwrite ? 'choice' : 'keep', name: profile};
	const [first, ...others] = profiles;
	const isOnly = others.length === 0;
	const mayKeep = overwrite && (keepProfile || !hasProfileColumn(headers));
	if (first !== undefined && (isOnly || mayKeep)) return {from: 'keep', name: first.name};
	return {
		refused: {
			severity: 'error',
			code: 'profile-choice',
			message: `Which profile? There is ${profiles.map(({name}) => quote(name)).join(', ')}.`,
			short: 'No profile is chosen',
			fix: `Choose one with --profile NAME, or take the column Profile with --profile-from-csv${overwrite ? ', or keep the stored ones with --keep-profile' : ''}.`,
		},
	};
}

function hasProfileColumn(headers: readonly string[]): boolean {
	return matchHeaders(headers).columns.some((column) => column.use === 'field' && column.key === 'profile');
}
