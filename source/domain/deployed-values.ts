import type {User} from './user.ts';

/** What usersheet keeps about a deployment. */
type Deployment = Pick<User, 'deployedOn' | 'deployedAs' | 'downloadedOn' | 'setUpUser'>;

/**
 * What is stored of a user who is deployed. The client is set up for the service user name of the first time: where that is another
 * one now, a factory reset is needed until a person says that it was done.
 *
 * @param at ISO 8601, UTC
 * @param as the values that were deployed, as a fingerprint
 */
export function deployedValues(user: User, at: string, as: string): Deployment {
	return {deployedOn: at, deployedAs: as, downloadedOn: '', setUpUser: user.setUpUser || user.serviceUser};
}

/** What is stored of a user who is not deployed. */
export const notDeployed: Deployment = {deployedOn: '', deployedAs: '', downloadedOn: '', setUpUser: ''};
