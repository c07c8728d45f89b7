import type {FieldKey} from './field.ts';
import type {Settings} from './sheet.ts';
import type {User} from './user.ts';

/** Something that an undo leaves as it is, and why: it was changed since, or the history no longer knows it. */
export type Left =
	| {
			readonly what: 'user';
			/** As it is in the sheet, or as it was where it is gone. */
			readonly user: User;
			/** The field; without it the whole user. */
			readonly key?: FieldKey;
			readonly reason: 'changed-since' | 'removed-since' | 'secret-gone';
	  }
	| {
			readonly what: 'profile';
			readonly name: string;
			readonly reason: 'changed-since' | 'removed-since' | 'in-use';
	  }
	| {readonly what: 'setting'; readonly key: keyof Settings; readonly reason: 'changed-since'};
