import {effectiveHost} from './effective-host.ts';
import type {FieldKey} from './field.ts';
import {fingerprint} from './fingerprint.ts';
import {effectiveLink} from './message/effective-link.ts';
import {defaultProfile, type Profile} from './profile.ts';
import type {User} from './user.ts';

/** What a client is set up with: another value means that it must be deployed again. The PIN is told by itself. */
const deployedKeys: readonly FieldKey[] = [
	'directoryNumber',
	'pbxSipHost',
	'pbxSipUser',
	'pbxSipPassword',
	'mbgSipUser',
	'mbgSipPassword',
	'serviceUser',
	'authenticationCode',
];

/**
 * Whether other values of a profile mean another setup of a user's client. Another link template does for each user without a link
 * of their own.
 */
export function isSetUpOtherwise(user: User, before: Profile, after: Profile): boolean {
	return (
		before.mbgSipHost !== after.mbgSipHost ||
		before.mbgWebrtcSipHost !== after.mbgWebrtcSipHost ||
		before.remoteMbg !== after.remoteMbg ||
		effectiveHost(user, before) !== effectiveHost(user, after) ||
		(before.linkTemplate !== after.linkTemplate && user.deploymentLink === '')
	);
}

/**
 * What is deployed to a user, in short: the same for the same values, the hosts of the profile included (rules.md 5.2). Nothing of
 * them can be read in it.
 */
export function fingerprintDeployment(user: User, profile: Profile = defaultProfile): string {
	const {mbgSipHost, mbgWebrtcSipHost, remoteMbg} = profile;
	return fingerprint([
		...deployedKeys.map((key) => user[key]),
		effectiveHost(user, profile),
		effectiveLink(user, profile),
		mbgSipHost,
		mbgWebrtcSipHost,
		String(remoteMbg),
	]);
}
