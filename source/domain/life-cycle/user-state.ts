import {storedFields} from '../field-lists.ts';
import {fingerprintDeployment} from '../fingerprint-deployment.ts';
import {effectiveLink} from '../message/effective-link.ts';
import {findProfile, type Profile} from '../profile.ts';
import {checkField, type Surroundings, type User} from '../user.ts';
import type {UserState} from './state-table.ts';

/** What was found out for a user: it holds as long as profile and setting are the same. */
type Known = {
	readonly profile: Profile | undefined;
	readonly standAlone: boolean;
	readonly state: UserState;
};

const knownStates = new WeakMap<User, Known>();

/**
 * Where a user is in the life cycle, derived from nothing but what is stored (rules.md 5.2): so no way in which a value is changed
 * needs to know of it. Looked up again it costs next to nothing.
 */
export function userState(user: User, surroundings: Surroundings): UserState {
	const {profiles, standAlone} = surroundings;
	const profile = findProfile(profiles, user.profile);
	const known = knownStates.get(user);
	if (known?.profile === profile && known?.standAlone === standAlone) return known.state;
	const state = judgeState(user, profile, surroundings);
	knownStates.set(user, {profile, standAlone, state});
	return state;
}

function judgeState(user: User, profile: Profile | undefined, surroundings: Surroundings): UserState {
	const isDeployed = user.deployedOn !== '';
	if (isDeployed && needsReset(user)) return 'reset-needed';
	if (isDeployed && user.deployedAs === fingerprintDeployment(user, profile))
		return user.downloadedOn === '' ? 'sent' : 'downloaded';
	if (storedFields.some(({key}) => checkField(key, user[key], surroundings) !== undefined))
		return 'incomplete';
	if (isDeployed) return 'changed-since';
	return effectiveLink(user, profile) === '' ? 'no-link' : 'to-deploy';
}

/** Whether the client was set up for another service user name than today's; one that had none has nothing to be reset. */
export function needsReset({setUpUser, serviceUser}: User): boolean {
	return setUpUser !== '' && setUpUser !== serviceUser;
}
