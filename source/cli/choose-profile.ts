import type {ImportOptions} from '../csv/import-plan.ts';
import {type Problem, quote} from '../domain/problem.ts';
import type {Sheet} from '../domain/sheet.ts';
import type {ImportFlags} from './import-command.ts';

/** Where the profiles of an import come from; without a flag it is the only profile, where there is but one. */
export function chooseProfile(
	flags: ImportFlags,
	sheet: Sheet,
): ImportOptions['profile'] | {readonly refused: Problem} {
	if (flags.profileFromCsv) return {from: 'csv'};
	if (flags.profile !== undefined) return {from: 'choice', name: flags.profile};
	const [only, ...others] = sheet.profiles;
	if (only !== undefined && others.length === 0) return {from: 'choice', name: only.name};
	return {
		refused: {
			severity: 'error',
			code: 'profile-choice',
			message: `Which profile? There is ${sheet.profiles.map(({name}) => quote(name)).join(', ')}.`,
			short: 'No profile is chosen',
			fix: 'Choose one with --profile NAME, or take the column Profile with --profile-from-csv.',
		},
	};
}
