import type {Profile} from '../domain/profile.ts';
import type {ProfileChoice} from './import-plan.ts';

/** Updated users keep their profiles, and new ones get the first profile of the sheet. */
export function keepProfiles(profiles: readonly Profile[]): ProfileChoice {
	return {from: 'keep', name: profiles[0]?.name ?? ''};
}

/** One profile for the whole file. Only an overwrite moves stored users to it: otherwise it is for new users (rules.md 3.5). */
export function takeProfile(name: string, overwrite: boolean): ProfileChoice {
	return {from: overwrite ? 'choice' : 'keep', name};
}
