import type {Problem} from '../domain/problem.ts';
import type {Profile} from '../domain/profile.ts';
import {withProfileText} from '../domain/profiles/judge-profile.ts';
import {profileValueFields} from '../domain/profiles/profile-fields.ts';
import {type Sheet, surroundingsOf} from '../domain/sheet.ts';
import {checkField} from '../domain/user.ts';

/** The flags of `profile add` and `profile set`, as typed. */
export type ProfileFlags = {readonly [Key in (typeof profileValueFields)[number]['key']]?: string};

/** That no profile has this name, with the nearest one, or all there are; nothing where one has it. */
export function checkProfileName(name: string, sheet: Sheet): readonly Problem[] {
	const finding = checkField('profile', name.trim(), surroundingsOf(sheet));
	return finding === undefined ? [] : [{severity: 'error', ...finding, column: 'Profile', value: name}];
}

/** The profile with the values that the flags give; the others stay. */
export function fillInProfile(profile: Profile, flags: ProfileFlags): Profile {
	return profileValueFields.reduce((filled, field) => {
		const text = flags[field.key];
		return text === undefined ? filled : withProfileText(filled, field, text);
	}, profile);
}
