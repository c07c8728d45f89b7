import {type Change, changedFields} from './change.ts';
import {type FieldKey, fieldKeys, showValue, storedField} from './field.ts';
import {findProfile, type Profile} from './profile.ts';
import {settingLabel} from './setting-label.ts';
import {fullName, type User} from './user.ts';

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

/** Everything that a change has set, value by value: profiles and settings first, then users, each with its fields together. */
export function listFieldChanges(change: Change): readonly FieldChange[] {
	const {added, updated, removed} = change;
	return [
		...listProfileChanges(change.profiles),
		...listSettingChanges(change.settings),
		...updated.flatMap(([before, after]) => {
			const keys = changedFields(before, after);
			return keys.length === 0 ? [user({before, after})] : keys.map((key) => user({before, after, key}));
		}),
		...added.flatMap((after) => filledKeys(after).map((key) => user({after, key}))),
		...removed.flatMap((before) => filledKeys(before).map((key) => user({before, key}))),
	];
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
		name: whose === undefined ? '' : fullName(whose),
		// Without a field that differs: where the user came from, or a secret that has left the history.
		field: field?.header ?? (moved ? 'Origin' : 'Secret'),
		before: show(before),
		after: show(after),
	};
}

function user(line: Omit<Extract<FieldChange, {what: 'user'}>, 'what'>): FieldChange {
	return {what: 'user', ...line};
}

function filledKeys(of: User): readonly FieldKey[] {
	return fieldKeys.filter((key) => of[key] !== '');
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
	return {
		Name: profile.name,
		'MBG SIP host': profile.mbgSipHost,
		'MBG-WebRTC SIP host': profile.mbgWebrtcSipHost,
		'Remote MBG': profile.remoteMbg ? 'on' : 'off',
		'Central e-mail': profile.centralEmail,
	};
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
	return Object.assign(
		{},
		...Object.entries(settings).map(([key, value]: [string, unknown]) => {
			const label = within === '' ? settingLabel(key) : `${within}, ${settingLabel(key)}`;
			if (typeof value === 'object' && value !== null) return settingTexts(value, label);
			return {[label]: typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value)};
		}),
	);
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
