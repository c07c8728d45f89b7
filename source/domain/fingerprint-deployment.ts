import type {FieldKey} from './field.ts';
import {effectiveLink} from './message/effective-link.ts';
import type {Profile} from './profile.ts';
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
 * What is deployed to a user, in short: the same for the same values, the hosts of the profile included (rules.md 5.2). Nothing of
 * them can be read in it.
 */
export function fingerprintDeployment(user: User, profile: Profile): string {
	const {mbgSipHost, mbgWebrtcSipHost, remoteMbg} = profile;
	return hashText(
		JSON.stringify([
			...deployedKeys.map((key) => user[key]),
			user.serviceHost || profile.serviceHost,
			effectiveLink(user, profile),
			mbgSipHost,
			mbgWebrtcSipHost,
			remoteMbg,
		]),
	);
}

/** 53 bits (cyrb53), as text: enough to tell one state of a user from another one, and quick for 100,000 of them. */
function hashText(text: string): string {
	let [first, second] = [0xdeadbeef, 0x41c6ce57];
	for (let index = 0; index < text.length; index += 1) {
		const unit = text.charCodeAt(index);
		first = Math.imul(first ^ unit, 2654435761);
		second = Math.imul(second ^ unit, 1597334677);
	}
	first = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
	second = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
	return (4294967296 * (2097151 & second) + (first >>> 0)).toString(36);
}
