import {describe, expect, it} from 'vitest';
import {defaultProfile} from '../../../source/domain/profile.ts';
import {
	isSameProfiles,
	profileFields,
	showProfileValue,
} from '../../../source/domain/profiles/profile-fields.ts';

describe('the table of profile fields', () => {
	it('has everything that a profile holds, in its order, each once', () => {
		expect(profileFields.map(({key}) => key)).toEqual(Object.keys(defaultProfile));
		expect(new Set(profileFields.map(({label}) => label)).size).toBe(profileFields.length);
	});

	it.each(profileFields)('sees a change of $label', ({key}) => {
		const changed = {...defaultProfile, [key]: key === 'remoteMbg' ? true : 'other.example.com'};
		expect(isSameProfiles([changed], [defaultProfile])).toBe(false);
		const shown = (profile: typeof defaultProfile) =>
			profileFields.map((field) => showProfileValue(field, profile));
		const before = shown(defaultProfile);
		expect(shown(changed).filter((value, index) => value !== before[index])).toEqual([
			key === 'remoteMbg' ? 'on' : 'other.example.com',
		]);
	});
});
