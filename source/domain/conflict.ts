import type {RecordKey} from './field.ts';
import type {Profile} from './profile.ts';
import type {SettingKey} from './setting-fields.ts';

/** One value of a sheet, or without a key a whole user or profile. */
export type Place =
	| {readonly what: 'user'; readonly id: number; readonly name: string; readonly key?: RecordKey}
	| {readonly what: 'profile'; readonly name: string; readonly key?: keyof Profile}
	| {readonly what: 'setting'; readonly key: SettingKey};

/** Where a change, or the undo of one, meets what others have done to the same since: it is reported, and perhaps left as it is. */
export type Conflict = Place & {
	readonly reason:
		| 'changed-since'
		| 'removed-since'
		/** A profile that users have. */
		| 'in-use'
		/** What history no longer knows. */
		| 'secret-gone';
};
