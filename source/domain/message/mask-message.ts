import {maskValue} from '../field.ts';
import type {User} from '../user.ts';
import type {DeploymentMessage} from './deployment-message.ts';

/** Subject and text of a message with dots for the link and the authentication code: both are credentials. */
export function maskMessage(
	{subject, text, link}: DeploymentMessage,
	{authenticationCode}: Pick<User, 'authenticationCode'>,
): {readonly subject: string; readonly text: string} {
	const mask = (whole: string): string =>
		[link, authenticationCode]
			.filter((credential) => credential !== '')
			.reduce((masked, credential) => masked.replaceAll(credential, maskValue(credential)), whole);
	return {subject: mask(subject), text: mask(text)};
}
