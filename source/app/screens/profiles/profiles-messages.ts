import type {Change} from '../../../domain/change.ts';
import type {Profile} from '../../../domain/profile.ts';
import type {ProfileJob} from '../../../domain/profiles/plan-profiles.ts';
import type {Sheet} from '../../../domain/sheet.ts';

export type ProfilesMessage =
	| {readonly type: 'profiles/open'}
	| {readonly type: 'profiles/add'}
	/** From a list, or after a question about the value of another person. */
	| {
			readonly type: 'profiles/set';
			readonly name: string;
			readonly key: keyof Profile;
			readonly value: string;
	  }
	| {readonly type: 'profiles/ask-remove'}
	/** Gives another name, or removes: that may be for many users. */
	| {readonly type: 'profiles/carry-out'; readonly job: ProfileJob}
	/** `job` and `sheet` are those of the effect; no change where the profile is gone. */
	| {
			readonly type: 'profiles/planned';
			readonly job: ProfileJob;
			readonly sheet: Sheet;
			readonly change: Change | undefined;
	  }
	/** How many users of each profile must be deployed again, by its name. */
	| {readonly type: 'profiles/counted'; readonly changed: ReadonlyMap<string, number>}
	| {readonly type: 'profiles/show-users'}
	/** To the users that an action in the grid is for. */
	| {readonly type: 'profiles/give'}
	| {readonly type: 'profiles/back'};

declare module '../../message.ts' {
	interface Messages {
		readonly profiles: ProfilesMessage;
	}
}

type ProfilesEffect =
	/** Answer: `profiles/planned`. */
	| {readonly type: 'profiles/plan'; readonly job: ProfileJob; readonly sheet: Sheet}
	/** Counts the users who must be deployed again, instead of what is being counted. Answer: `profiles/counted`. */
	| {readonly type: 'profiles/count'; readonly sheet: Sheet};

declare module '../../effect.ts' {
	interface Effects {
		readonly profiles: ProfilesEffect;
	}
}
