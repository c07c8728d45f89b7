import type {Conflict, Place} from './conflict.ts';
import {recordField} from './field-lists.ts';
import {count, quote} from './problem.ts';
import {profileFields} from './profiles/profile-fields.ts';
import {settingLabel} from './setting-fields.ts';

const reasons: Readonly<Record<Conflict['reason'], string>> = {
	'changed-since': 'changed since',
	'removed-since': 'deleted since',
	'secret-gone': 'passwords, voicemail PINs, links and codes have left the history',
	'in-use': 'still in use',
};

/** "12 Ann Archer", "Profile "Sales"" or "Settings". */
export function describeWhose(place: Place): string {
	switch (place.what) {
		case 'user':
			return `${place.id} ${place.name}`.trim();
		case 'profile':
			return `Profile ${quote(place.name)}`;
		case 'setting':
			return 'Settings';
	}
}

/** "Email address": what the value is called; undefined for a whole user or profile. */
export function describeWhich(place: Place): string | undefined {
	switch (place.what) {
		case 'user':
			return place.key && recordField(place.key).header;
		case 'profile':
			return profileFields.find(({key}) => key === place.key)?.label;
		case 'setting':
			return settingLabel(place.key);
	}
}

/** One thing that an undo leaves as it is, as a line: "12 Ann Archer, Email address: changed since". Holds no value. */
export function describeLeft(left: Conflict): string {
	const whose = left.what === 'setting' ? [] : [describeWhose(left)];
	return `${[...whose, describeWhich(left) ?? []].flat().join(', ')}: ${reasons[left.reason]}`;
}

/** Why it is left: "changed since". */
export function describeReason({reason}: Conflict): string {
	return reasons[reason];
}

/** "3 things are left as they are". */
export function countLeft(left: readonly Conflict[]): string {
	return count(left.length, 'thing is left as it is', 'things are left as they are');
}
