import {type Finding, quote} from '../domain/problem.ts';

/** What nodemailer says of a failure. */
export type MailError = {
	readonly code?: string | undefined;
	/** The code of Node or OpenSSL behind it. */
	readonly originalCode?: string | undefined;
	readonly message: string;
	/** The whole answer of the server. */
	readonly response?: string | undefined;
	readonly responseCode?: number | undefined;
	/** What the answer was for: `RCPT TO`, `AUTH PLAIN`, … */
	readonly command?: string | undefined;
};

/** Whether something is an error of nodemailer, or of Node below it. */
export function isMailError(error: unknown): error is Error & MailError {
	return error instanceof Error;
}

/** Code of an answer that says: not now. */
export const answeredLater = 'smtp-deferred';

type Place = {readonly host: string; readonly port: number};

/**
 * Why a mail server took no message, in words for an administrator. What the server says is repeated but for links, and for the
 * credentials: a filter for spam may quote them.
 */
export function describeMailError(error: unknown, place: Place, credentials: readonly string[]): Finding {
	if (!isMailError(error)) return fault('smtp-failed', 'The mail server failed.', 'The mail server failed');
	if (error.code === 'EAUTH' || error.command?.startsWith('AUTH') === true)
		return describeLogin(error, place);
	if (error.responseCode !== undefined && error.code !== 'ETLS')
		return describeAnswer(error, error.responseCode, credentials);
	return describeConnection(error, place);
}

function describeLogin({responseCode}: MailError, {host}: Place): Finding {
	const fix = 'Look at the login in the settings, and at the password in its file.';
	const which = responseCode === undefined ? '' : ` (${responseCode})`;
	return fault('smtp-login', `${host} refused the login${which}.`, 'The login was refused', fix);
}

function describeAnswer(
	{response = '', command = ''}: MailError,
	code: number,
	credentials: readonly string[],
): Finding {
	const isForGood = code >= 500;
	const said = quoteAnswer(response, credentials);
	const what = (whats[command] ?? 'the connection') + (isForGood ? '' : ' now');
	const short = isForGood ? `Refused with ${code}` : `Not now: ${code}`;
	return fault(
		isForGood ? 'smtp-rejected' : answeredLater,
		`The server ${isForGood ? 'refuses' : 'cannot take'} ${what}: ${said}.`,
		short,
	);
}

/** What a server refuses, by the command that it answers. */
const whats: Readonly<Record<string, string>> = {
	'MAIL FROM': 'mail from this sender',
	'RCPT TO': 'mail for this address',
	DATA: 'the message',
};

/** Characters of an answer that are repeated. */
const longestAnswer = 200;

function quoteAnswer(response: string, credentials: readonly string[]): string {
	const line = credentials
		.filter((credential) => credential !== '')
		.reduce((text, credential) => text.replaceAll(credential, '…'), response.replaceAll(/\s+/g, ' ').trim());
	const without = line.replaceAll(/\S*:\/\/\S*/g, '…');
	return without.length > longestAnswer ? `${without.slice(0, longestAnswer)}…` : without.replace(/\.$/, '');
}

/** What Node and OpenSSL say of a connection, by their codes. */
function describeConnection(error: MailError, {host, port}: Place): Finding {
	const code = error.originalCode ?? error.code ?? '';
	const where = `${quote(host)}, port ${port}`;
	const checkSettings = 'Look at host, port and encryption in the settings.';
	switch (code) {
		case 'EDNS':
		case 'ENOTFOUND':
		case 'EAI_AGAIN':
		case 'ENODATA':
			return fault(
				'smtp-host',
				`There is no server ${quote(host)}, or no way to find it.`,
				'No such server',
				checkSettings,
			);
		case 'ECONNREFUSED':
			return fault('smtp-refused', `Nothing answers at ${where}.`, 'Nothing answers there', checkSettings);
		case 'ETIMEDOUT':
		case 'GREETING_TIMEOUT':
		case 'SOCKET_TIMEOUT':
		case 'CONNECTION_TIMEOUT':
		case 'UPGRADE_TIMEOUT':
			return fault('smtp-timeout', `The server ${where} did not answer in time.`, 'No answer in time');
		case 'ENOAUTH':
			return fault(
				'smtp-no-login',
				`${quote(host)} takes no login here.`,
				'It takes no login',
				checkSettings,
			);
		case 'ETLS':
			return fault(
				'smtp-no-tls',
				`The server ${where} could not agree on encryption.`,
				'No encryption',
				checkSettings,
			);
		case 'ERR_SSL_WRONG_VERSION_NUMBER':
		case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
			return fault(
				'smtp-no-tls',
				`The server ${where} does not begin encrypted.`,
				'It does not begin encrypted',
				'STARTTLS is usual at port 587, TLS at port 465.',
			);
		default:
			return (
				describeCertificate(code, host) ??
				fault('smtp-lost', `The connection to ${quote(host)} was lost.`, 'Connection lost')
			);
	}
}

function describeCertificate(code: string, host: string): Finding | undefined {
	const cause = certificateCauses[code];
	if (cause === undefined) return undefined;
	return fault(
		'smtp-certificate',
		`The certificate of ${quote(host)} ${cause}.`,
		'The certificate is not good',
		'The administrator of the mail server can put that right. A certificate authority of your own goes into NODE_EXTRA_CA_CERTS.',
	);
}

const certificateCauses: Readonly<Record<string, string>> = {
	ERR_TLS_CERT_ALTNAME_INVALID: 'is for another name',
	CERT_HAS_EXPIRED: 'has expired',
	CERT_NOT_YET_VALID: 'is not valid yet',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'was signed by the server itself',
	SELF_SIGNED_CERT_IN_CHAIN: 'was signed by an authority that this machine does not know',
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'was signed by an authority that this machine does not know',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'was signed by an authority that this machine does not know',
	CERT_REVOKED: 'was revoked',
};

function fault(code: string, message: string, short: string, fix?: string): Finding {
	return {code, message, short, ...(fix === undefined ? {} : {fix})};
}
