import {type Change, changedFields} from './change.ts';
import {type FieldKey, fieldKeys, showValue} from './field.ts';
import {storedField} from './field-lists.ts';
import {findProfile, type Profile} from './profile.ts';
import {profileFields, showProfileValue} from './profile-fields.ts';
import {settingLabel} from './setting-label.ts';
import {emptyValues, fullName, type User} from './user.ts';
import {eachInSteps, type Work} from './work.ts';

/** One value that a change has set: the smallest part of it. A created user has a before of nothing, a deleted one no after. */
export type FieldChange =
	| {readonly what: 'user'; readonly before?: User; readonly after?: User; readonly key?: FieldKey}
	| {
			readonly what: 'profile' | 'setting';
			readonly action: 'created' | 'changed' | 'deleted';
			readonly name: string;
			readonly field: string;
			readonly before: string;
			readonly after: string;
	  };

/** A value before and after, as it may be shown: secrets and PINs masked. */
export type ShownChange = {
	readonly action: 'created' | 'changed' | 'deleted';
	readonly id: string;
	readonly name: string;
	readonly field: string;
	readonly before: string;
	readonly after: string;
};

/** Everything that a change has set. An import may have set a million values, so its lines are made where they are looked at. */
export type FieldChanges = {
	/** How many lines there are. */
	readonly length: number;
	/** Profiles and settings, which come first. */
	readonly parts: readonly FieldChange[];
	/** Users before and after, in the order of the lines. */
	readonly users: readonly Versions[];
	/** For each of the users, the line after the last one of theirs. */
	readonly ends: Uint32Array;
};

type Versions = {readonly before?: User; readonly after?: User};

/** What a change has set, value by value: profiles and settings, then users, each with their fields together. */
export function* listFieldChanges(change: Change): Work<FieldChanges> {
	const {added, updated, removed, profiles, settings} = change;
	const parts = [...listProfileChanges(profiles), ...listSettingChanges(settings)];
	const users: Versions[] = [];
	yield* eachInSteps(updated, ([before, after]) => users.push({before, after}));
	yield* eachInSteps(added, (after) => users.push({after}));
	yield* eachInSteps(removed, (before) => users.push({before}));
	const ends = new Uint32Array(users.length);
	let length = parts.length;
	let index = 0;
	yield* eachInSteps(users, (versions) => {
		length += Math.max(1, countKeys(versions));
		ends[index] = length;
		index += 1;
	});
	return {length, parts, users, ends};
}

/** The lines from one up to but not including another. */
export function takeFieldChanges(list: FieldChanges, from: number, to: number): readonly FieldChange[] {
	const {parts, users, ends} = list;
	const lines = parts.slice(from, to);
	for (let index = findUserOf(list, from); index < users.length && from + lines.length < to; index += 1) {
		const versions = users[index] ?? {};
		const begin = index === 0 ? parts.length : (ends[index - 1] ?? 0);
		const keys = keysOf(versions);
		const own: readonly FieldChange[] =
			keys.length === 0
				? [{what: 'user', ...versions}]
				: keys.map((key) => ({what: 'user', ...versions, key}));
		for (const line of own.slice(Math.max(0, from - begin), to - begin)) lines.push(line);
	}
	return lines;
}

/** The first user with a line at or after this one, by binary search. */
function findUserOf({ends}: FieldChanges, line: number): number {
	let low = 0;
	let high = ends.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ends[middle] ?? 0) <= line) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** How many there are of {@link keysOf}, which would be a list for each of 100,000 users. */
function countKeys({before, after}: Versions): number {
	const [one, other] = [before ?? emptyValues, after ?? emptyValues];
	let count = 0;
	for (const key of fieldKeys) if (one[key] !== other[key]) count += 1;
	return count;
}

/** The fields that differ; of a user who was created or deleted those that are filled. */
function keysOf({before, after}: Versions): readonly FieldKey[] {
	if (before !== undefined && after !== undefined) return changedFields(before, after);
	const only = before ?? after;
	return only === undefined ? [] : fieldKeys.filter((key) => only[key] !== '');
}

/** One line of the list, to be shown. */
export function showFieldChange(line: FieldChange): ShownChange {
	if (line.what !== 'user') {
		const {action, name, field, before, after} = line;
		return {action, id: '', name, field, before, after};
	}
	const {before, after, key} = line;
	const whose = after ?? before;
	const field = key === undefined ? undefined : storedField(key);
	const moved = before !== undefined && after !== undefined && before.origin !== after.origin;
	const show = (version: User | undefined): string => {
		if (version === undefined) return '';
		if (field === undefined) return moved ? version.origin : '';
		return showValue(field, version[field.key]);
	};
	return {
		action: before === undefined ? 'created' : after === undefined ? 'deleted' : 'changed',
		id: whose === undefined ? '' : String(whose.id),
		// By the name of before, under which people know the user; one that had none by the new one.
		name: fullName(before ?? emptyValues) || fullName(after ?? emptyValues),
		// Without a field that differs: where the user came from, or a secret that has left the history.
		field: field?.header ?? (moved ? 'Origin' : 'Secret'),
		before: show(before),
		after: show(after),
	};
}

function listProfileChanges(pair: Change['profiles']): readonly FieldChange[] {
	if (pair === undefined) return [];
	const [before, after] = pair;
	const names = [
		...before,
		...after.filter((profile) => findProfile(before, profile.name) === undefined),
	].map((profile) => profile.name);
	return names.flatMap((name) => compareParts('profile', name, textsOf(before), textsOf(after)));

	function textsOf(profiles: readonly Profile[]) {
		return (name: string) => profileTexts(findProfile(profiles, name));
	}
}

function profileTexts(profile: Profile | undefined): Readonly<Record<string, string>> {
	if (profile === undefined) return {};
	return Object.fromEntries(profileFields.map((field) => [field.label, showProfileValue(field, profile)]));
}

function listSettingChanges(pair: Change['settings']): readonly FieldChange[] {
	if (pair === undefined) return [];
	const [before, after] = pair;
	return compareParts(
		'setting',
		'Settings',
		() => settingTexts(before),
		() => settingTexts(after),
	);
}

function settingTexts(settings: object, within = ''): Readonly<Record<string, string>> {
	const texts = Object.entries(settings).flatMap(([key, value]: [string, unknown]): [string, string][] => {
		const label = within === '' ? settingLabel(key) : `${within}, ${settingLabel(key)}`;
		if (typeof value === 'object' && value !== null) return Object.entries(settingTexts(value, label));
		return [[label, typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value)]];
	});
	return Object.fromEntries(texts);
}

function compareParts(
	what: 'profile' | 'setting',
	name: string,
	before: (name: string) => Readonly<Record<string, string>>,
	after: (name: string) => Readonly<Record<string, string>>,
): readonly FieldChange[] {
	const [was, is] = [before(name), after(name)];
	const [had, has] = [Object.keys(was).length > 0, Object.keys(is).length > 0];
	const action: ShownChange['action'] = had && has ? 'changed' : has ? 'created' : 'deleted';
	return [...new Set([...Object.keys(was), ...Object.keys(is)])]
		.map((field) => ({what, action, name, field, before: was[field] ?? '', after: is[field] ?? ''}))
		.filter((line) => line.before !== line.after);
}
