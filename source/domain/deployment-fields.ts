import {checkLink, checkNoControl} from './check-value.ts';
import type {StoredField} from './field.ts';
import {secret, text} from './field-defaults.ts';
import {foreignNames} from './foreign-names.ts';
import {checkDeploymentPin, checkEasyPin, ownNumberKeys} from './pin.ts';

/** The rows of the field table that a deployment needs beside the profile: all are masked, and none belongs to the account. */
export const deploymentFields: readonly StoredField[] = [
	{
		...text,
		kind: 'pin',
		key: 'deploymentPin',
		header: 'Deployment PIN',
		short: 'PIN',
		aliases: ['PIN', 'Deployment PIN code'],
		foreign: foreignNames.deploymentPin,
		help: 'Optional, 4 to 20 digits; leading zeros count. Never sent by e-mail: tell the user separately.',
		width: 20,
		ofDeployment: true,
		check: checkDeploymentPin,
		doubt: checkEasyPin,
		doubtReads: ownNumberKeys,
	},
	{
		...secret,
		key: 'deploymentLink',
		header: 'Deployment link',
		short: 'Link',
		aliases: ['Download link', 'Deployment URL'],
		foreign: foreignNames.deploymentLink,
		help: 'The link of this user from the Redirect Server, for the mail and its QR code. Masked, never exported. Without one the link template of the profile is used.',
		ofDeployment: true,
		longest: 2048,
		check: checkLink,
	},
	{
		...secret,
		key: 'authenticationCode',
		header: 'Authentication code',
		short: 'Auth. code',
		aliases: ['Auth code', 'Activation code'],
		foreign: foreignNames.authenticationCode,
		help: 'The code that the client asks for beside the link, if there is one. Masked, never exported.',
		ofDeployment: true,
		longest: 100,
		check: checkNoControl,
	},
];
