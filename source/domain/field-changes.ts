import {type Change, cellKeys, nameOfUpdate, type Update} from './change.ts';
import type {Place} from './conflict.ts';
import {fieldKeys, type RecordKey, showValue} from './field.ts';
import {recordField} from './field-lists.ts';
import {findProfile} from './profile.ts';
import {profileFields, showProfileValue} from './profiles/profile-fields.ts';
import {settingFields} from './setting-fields.ts';
import type {Withdrawal} from './sheet.ts';
import {fullName, type User} from './user.ts';
import {eachInSteps, type Work} from './work.ts';

/** One value that a change has set, as it may be shown: secrets and PINs masked. A created user has nothing before, a deleted one nothing after. */
export type FieldChange = {
	readonly place: Place;
	readonly action: 'created' | 'changed' | 'deleted';
	/** Of a user; else ''. */
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
	/** Profiles, settings and withdrawals, which come first. */
	readonly parts: readonly FieldChange[];
	/** Its users are those that were updated, added and removed, in this order. */
	readonly change: Change;
	/** For each of the users, the line after the last one of theirs. */
	readonly ends: Uint32Array;
};

/** What a change has set, value by value: profiles and settings, then users, each with their fields together. */
export function* listFieldChanges(change: Change): Work<FieldChanges> {
	const {added, updated, removed} = change;
	const parts = [
		...listProfileChanges(change.profiles),
		...listSettingChanges(change.settings),
		...listWithdrawals(change.withdrawn),
	];
	const ends = new Uint32Array(updated.length + added.length + removed.length);
	let length = parts.length;
	let index = 0;
	const count = (lines: number): void => {
		length += Math.max(1, lines);
		ends[index] = length;
		index += 1;
	};
	yield* eachInSteps(updated, (update) => count(cellKeys(update).length));
	yield* eachInSteps(added, (user) => count(filledKeys(user).length));
	yield* eachInSteps(removed, (user) => count(filledKeys(user).length));
	return {length, parts, change, ends};
}

/** The lines from one up to but not including another. */
export function takeFieldChanges(list: FieldChanges, from: number, to: number): readonly FieldChange[] {
	const {parts, change, ends} = list;
	const lines = parts.slice(from, to);
	for (let index = findUserOf(list, from); index < ends.length && from + lines.length < to; index += 1) {
		const begin = index === 0 ? parts.length : (ends[index - 1] ?? 0);
		const own = listUserChanges(change, index);
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

/** The fields that are filled: what is told of a user who was created or deleted. */
function filledKeys(user: User): readonly RecordKey[] {
	return fieldKeys.filter((key) => user[key] !== '');
}

function listUserChanges({updated, added, removed}: Change, index: number): readonly FieldChange[] {
	const update = updated[index];
	if (update !== undefined) return listCells(update);
	const created = added[index - updated.length];
	if (created !== undefined) return listValues(created, 'created');
	const deleted = removed[index - updated.length - added.length];
	return deleted === undefined ? [] : listValues(deleted, 'deleted');
}

function listCells(update: Update): readonly FieldChange[] {
	const {id, cells} = update;
	const name = nameOfUpdate(update);
	const line = (key: RecordKey | undefined): FieldChange => {
		const {before = '', after = ''} = (key && cells[key]) ?? {};
		return lineOf({what: 'user', id, name, ...(key && {key})}, 'changed', before, after);
	};
	const keys = cellKeys(update);
	return keys.length === 0 ? [line(undefined)] : keys.map(line);
}

function listValues(user: User, action: 'created' | 'deleted'): readonly FieldChange[] {
	const place = {what: 'user', id: user.id, name: fullName(user)} as const;
	const keys = filledKeys(user);
	if (keys.length === 0) return [lineOf(place, action, '', '')];
	return keys.map((key) =>
		action === 'created'
			? lineOf({...place, key}, action, '', user[key])
			: lineOf({...place, key}, action, user[key], ''),
	);
}

function lineOf(
	place: Extract<Place, {what: 'user'}>,
	action: FieldChange['action'],
	before: string,
	after: string,
): FieldChange {
	const field = place.key && recordField(place.key);
	const show = (value: string): string => (field === undefined ? value : showValue(field, value));
	return {
		place,
		action,
		id: String(place.id),
		name: place.name,
		// Without a field: a secret that has left the history.
		field: field?.header ?? 'Secret',
		before: show(before),
		after: show(after),
	};
}

function listProfileChanges(pair: Change['profiles']): readonly FieldChange[] {
	if (pair === undefined) return [];
	const [before, after] = pair;
	const names = [...before, ...after.filter(({name}) => findProfile(before, name) === undefined)];
	return names.flatMap(({name}) => {
		const [was, made] = [findProfile(before, name), findProfile(after, name)];
		return profileFields.flatMap((field) => {
			const [old, now] = [was, made].map((profile) =>
				profile === undefined ? '' : showProfileValue(field, profile),
			);
			const place = {what: 'profile', name, key: field.key} as const;
			const action = was === undefined ? 'created' : made === undefined ? 'deleted' : 'changed';
			return listPart(place, action, name, field.label, old, now);
		});
	});
}

function listSettingChanges(pair: Change['settings']): readonly FieldChange[] {
	if (pair === undefined) return [];
	return settingFields.flatMap(({key, label, read}) => {
		const [before, after] = pair.map(read);
		return listPart({what: 'setting', key}, 'changed', 'Settings', label, before, after);
	});
}

function listWithdrawals([off, on]: Change['withdrawn'] = [[], []]): readonly FieldChange[] {
	const line = ({id, name}: Withdrawal, before: string, after: string): FieldChange => {
		const place = {what: 'user', id, name} as const;
		return {place, action: 'changed', id: String(id), name, field: 'To withdraw', before, after};
	};
	return [...off.map((one) => line(one, 'yes', 'no')), ...on.map((one) => line(one, 'no', 'yes'))];
}

function listPart(
	place: Place,
	action: FieldChange['action'],
	name: string,
	field: string,
	before = '',
	after = '',
): readonly FieldChange[] {
	return before === after ? [] : [{place, action, id: '', name, field, before, after}];
}
