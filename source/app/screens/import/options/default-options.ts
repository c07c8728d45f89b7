import {undecided} from '../../../../csv/import-decisions.ts';
import type {ColumnMatch, ImportOptions} from '../../../../csv/import-plan.ts';
import {hasField} from '../../../../csv/match-headers.ts';
import {keepProfiles} from '../../../../csv/profile-choice.ts';
import type {Profile} from '../../../../domain/profile.ts';

/**
 * The options before a choice: nothing is overwritten, no user is moved, and a file with a Profile column is believed
 * where there is a choice (rules.md 3.5).
 */
export function defaultOptions(profiles: readonly Profile[], columns: readonly ColumnMatch[]): ImportOptions {
	return {
		profile: profiles.length > 1 && hasField(columns, 'profile') ? {from: 'csv'} : keepProfiles(profiles),
		partial: false,
		overwrite: false,
		matchBy: 'id',
		...undecided,
	};
}
