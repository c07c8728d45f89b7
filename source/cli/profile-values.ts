import {checkEmail} from '../domain/check-email.ts';
import {checkHostName} from '../domain/check-value.ts';
import type {Problem} from '../domain/problem.ts';
import type {Profile} from '../domain/profile.ts';
import {type Sheet, surroundingsOf} from '../domain/sheet.ts';
import {checkField} from '../domain/user.ts';
import type {ProfileFlags} from './profile-command.ts';

/** That no profile has this name, with the nearest one, or all there are; nothing where one has it. */
export function checkProfileName(name: string, sheet: Sheet): readonly Problem[] {
	const finding = checkField('profile', name.trim(), surroundingsOf(sheet));
	return finding === undefined ? [] : [{severity: 'error', ...finding, column: 'Profile', value: name}];
}

/** The profile with the values that the flags give; the others stay. */
export function fillInProfile(profile: Profile, flags: ProfileFlags): Profile {
	return {
		...profile,
		mbgSipHost: flags.mbgSipHost?.trim() ?? profile.mbgSipHost,
		mbgWebrtcSipHost: flags.mbgWebrtcSipHost?.trim() ?? profile.mbgWebrtcSipHost,
		remoteMbg: flags.remoteMbg === undefined ? profile.remoteMbg : flags.remoteMbg === 'on',
		centralEmail: flags.centralEmail?.trim() ?? profile.centralEmail,
	};
}

/** What is wrong with hosts and address of a profile. */
export function checkProfileValues(profile: Profile): readonly Problem[] {
	const checks = [
		['MBG SIP host', profile.mbgSipHost, checkHostName],
		['MBG-WebRTC SIP host', profile.mbgWebrtcSipHost, checkHostName],
		['Central e-mail address', profile.centralEmail, checkEmail],
	] as const;
	return checks.flatMap(([column, value, check]): readonly Problem[] => {
		const finding = value === '' ? undefined : check(value);
		return finding === undefined ? [] : [{severity: 'error', ...finding, column, value}];
	});
}
