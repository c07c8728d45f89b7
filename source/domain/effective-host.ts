import type {Profile} from './profile.ts';
import type {User} from './user.ts';

/** The MiCollab Client Service host of a user: the user's own, else that of the profile; '' for none. */
export function effectiveHost(
	{serviceHost}: Pick<User, 'serviceHost'>,
	profile: Profile | undefined,
): string {
	return serviceHost || (profile?.serviceHost ?? '');
}
