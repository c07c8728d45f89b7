import type {CsvTable, ProfileChoice} from '../../csv/import-plan.ts';
import {hasField} from '../../csv/match-headers.ts';
import {keepProfiles, takeProfile} from '../../csv/profile-choice.ts';
import {type Problem, quote} from '../../domain/problem.ts';
import type {Sheet} from '../../domain/sheet.ts';
import type {ImportFlags} from './import-flags.ts';

/**
 * Where the profiles of an import come from (rules.md 3.5). Only `--profile` with `--overwrite` moves anybody. Without a flag
 * an overwrite keeps the stored ones, and new users get the only profile; where that leaves a choice, it must be made: then
 * `refused` says so.
 */
export function chooseProfile(
	flags: ImportFlags,
	{match}: CsvTable,
	{profiles}: Sheet,
): {readonly profile: ProfileChoice; readonly refused?: Problem} {
	const {overwrite = false, profile, profileFromCsv = false, keepProfile = false} = flags;
	if (profileFromCsv) return {profile: {from: 'csv'}};
	if (profile !== undefined) {
		const chosen = {profile: takeProfile(profile, overwrite && !keepProfile)};
		return keepProfile && !createsUnknown(flags) ? {...chosen, refused: keptAndChosen} : chosen;
	}
	const kept = keepProfiles(profiles);
	const mayKeep = overwrite && !createsUnknown(flags) && (keepProfile || !hasField(match.columns, 'profile'));
	if (profiles.length === 1 || mayKeep) return {profile: kept};
	return {
		profile: kept,
		refused: {
			severity: 'error',
			code: 'profile-choice',
			message: `Which profile? There is ${profiles.map(({name}) => quote(name)).join(', ')}.`,
			short: 'No profile is chosen',
			fix: `Choose one with --profile NAME, or take the column Profile with --profile-from-csv${overwrite ? ', or keep the stored ones with --keep-profile' : ''}.`,
		},
	};
}

const keptAndChosen: Problem = {
	severity: 'error',
	code: 'profile-kept-and-chosen',
	message: 'No user would get the profile of --profile: --keep-profile leaves all as they are.',
	short: 'Profile kept and chosen',
	fix: 'Leave out one of the two. Together they are for an import that also creates users, with --match and --unknown-rows create.',
};

/** Whether an overwrite also makes users, who need a profile (rules.md 3.25). */
function createsUnknown({match = 'id', unknownRows}: ImportFlags): boolean {
	return match !== 'id' && unknownRows === 'create';
}
