import {Readable} from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type {Finding} from '../domain/problem.ts';
import type {Delivery, Letter, MailRoute} from './delivery.ts';
import {describeMailError, isMailError, type MailError} from './describe-mail-error.ts';

/** A mail server, and who sends. */
export type MailServer = {
	readonly host: string;
	readonly port: number;
	readonly security: 'tls' | 'starttls' | 'none';
	/** User name; '' for none. */
	readonly login: string;
	readonly password: string;
	/** Address that messages come from. */
	readonly sender: string;
};

/** Milliseconds to wait for a server: for the name, the connection and the greeting together, and for each answer. */
export type MailPatience = {readonly connect: number; readonly answer: number};

const usualPatience: MailPatience = {connect: 20_000, answer: 60_000};

/**
 * Connects to a mail server and logs in: encrypted from the first byte, or by STARTTLS before anything is said; a password never
 * goes over a connection that is not. The connection is used for all messages, and is made again where it is lost.
 *
 * @returns why that is not possible, in words for a person
 */
export async function openSmtpRoute(
	server: MailServer,
	patience: MailPatience = usualPatience,
): Promise<MailRoute | {readonly problem: Finding}> {
	if (server.security === 'none' && server.login !== '') return {problem: plainLogin};
	let connection: SMTPConnection | undefined;
	try {
		connection = await connect(server, patience);
	} catch (error) {
		return {problem: describeMailError(error, server, [])};
	}

	/** The connection, made again where the last message has lost it. */
	async function connected(): Promise<SMTPConnection> {
		if (connection === undefined || connection.destroyed) connection = await connect(server, patience);
		return connection;
	}

	async function deliver(letter: Letter): Promise<Delivery> {
		const credentials = [...letter.credentials, server.password];
		let used: SMTPConnection;
		try {
			used = await connected();
		} catch (error) {
			return {result: 'deferred', reason: describeMailError(error, server, credentials)};
		}
		const sent = await send(used, server.sender, letter);
		if (sent.error === undefined) return {result: 'accepted'};
		// What comes next must not be taken for a part of this message.
		if (!used.destroyed && !(await reset(used))) used.close();
		const reason = describeMailError(sent.error, server, credentials);
		const result = judge(sent.error, sent.isUnderWay);
		return {result, reason: result === 'unknown' ? {...reason, fix: perhapsSent} : reason};
	}

	return {
		deliver,
		close() {
			connection?.quit();
			connection?.close();
		},
	};
}

const perhapsSent = 'The message may have arrived: ask the user before it is sent again.';

const plainLogin: Finding = {
	code: 'smtp-plain-login',
	message: 'The password would go to the mail server unencrypted.',
	short: 'Password without encryption',
	fix: 'Choose STARTTLS or TLS in the settings, or take the login out.',
};

function connect(server: MailServer, patience: MailPatience): Promise<SMTPConnection> {
	const connection = new SMTPConnection({
		host: server.host,
		port: server.port,
		secure: server.security === 'tls',
		requireTLS: server.security === 'starttls',
		ignoreTLS: server.security === 'none',
		tls: {minVersion: 'TLSv1.2'},
		dnsTimeout: patience.connect,
		connectionTimeout: patience.connect,
		greetingTimeout: patience.connect,
		socketTimeout: patience.answer,
		// The server need not know what this machine is called: RFC 5321 takes an address in brackets.
		name: '[127.0.0.1]',
	});
	return new Promise((resolve, reject) => {
		const fail = (error: unknown): void => {
			connection.close();
			reject(error);
		};
		// An error later on is told by the message that it ends; without a listener it would end the process.
		connection.on('error', fail);
		connection.connect((error) => {
			if (error) fail(error);
			else if (server.login === '') resolve(connection);
			else if (!connection.allowsAuth) fail(Object.assign(new Error(), {code: 'ENOAUTH'}));
			else
				connection.login({user: server.login, pass: server.password}, (failure) =>
					failure ? fail(failure) : resolve(connection),
				);
		});
	});
}

/** Sends one message; `isUnderWay` says whether any of it may have reached the server. */
function send(
	connection: SMTPConnection,
	sender: string,
	{to, mime}: Letter,
): Promise<{readonly error?: MailError; readonly isUnderWay: boolean}> {
	let isUnderWay = false;
	// It is read when the server is ready for it, and not before.
	const body = Readable.from(
		(function* () {
			isUnderWay = true;
			yield mime;
		})(),
	);
	return new Promise((resolve) => {
		connection.send({from: sender, to: [to], size: mime.length}, body, (error) => {
			resolve(isMailError(error) ? {error, isUnderWay} : {isUnderWay});
		});
	});
}

function reset(connection: SMTPConnection): Promise<boolean> {
	return new Promise((resolve) => {
		const end = (): void => resolve(false);
		connection.once('end', end);
		connection.reset((error) => {
			connection.off('end', end);
			resolve(error === null);
		});
	});
}

/** What an answer of the server means for a message (RFC 5321, 4.2.1); without one it depends on how far the message was. */
function judge({responseCode}: MailError, isUnderWay: boolean): 'rejected' | 'deferred' | 'unknown' {
	if (responseCode !== undefined) return responseCode >= 500 ? 'rejected' : 'deferred';
	return isUnderWay ? 'unknown' : 'deferred';
}
