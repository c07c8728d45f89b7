import {storedField} from './field-lists.ts';
import type {Left} from './left.ts';
import {count, quote} from './problem.ts';
import {settingLabel} from './setting-label.ts';
import {fullName} from './user.ts';

const reasons: Readonly<Record<Left['reason'], string>> = {
	'changed-since': 'changed since',
	'removed-since': 'deleted since',
	'secret-gone': 'passwords and voicemail PINs have left the history',
	'in-use': 'still in use',
};

/** One thing that an undo leaves as it is, as a line: "12 Ann Archer, Email address: changed since". Holds no value. */
export function describeLeft(left: Left): string {
	switch (left.what) {
		case 'user': {
			const name = `${left.user.id} ${fullName(left.user)}`.trim();
			const field = left.key === undefined ? '' : `, ${storedField(left.key).header}`;
			return `${name}${field}: ${reasons[left.reason]}`;
		}
		case 'profile':
			return `Profile ${quote(left.name)}: ${reasons[left.reason]}`;
		case 'setting':
			return `${settingLabel(left.key)}: ${reasons[left.reason]}`;
	}
}

/** Why it is left: "changed since". */
export function describeReason({reason}: Left): string {
	return reasons[reason];
}

/** "3 things are left as they are". */
export function countLeft(left: readonly Left[]): string {
	return count(left.length, 'thing is left as it is', 'things are left as they are');
}
