import path from 'node:path';
import type {Finding} from '../domain/problem.ts';
import type {MailSettings} from '../domain/sheet.ts';
import {expandHome} from '../files/expand-home.ts';
import type {MailRoute} from '../mail/delivery.ts';
import {openOutboxRoute} from '../mail/outbox-route.ts';
import {readSmtpPassword} from '../mail/smtp-password.ts';
import {defaultDirectory} from '../store/default-directory.ts';
import {outputRefuser} from '../store/refuse-output.ts';

/** Most messages within a minute to a mail server: large providers take no more from one sender. */
export const usualPerMinute = 30;

type Env = Readonly<Record<string, string | undefined>>;

/** The folder in which messages wait, unless the settings name another one. */
export function outboxFolder({outbox}: Pick<MailSettings, 'outbox'>, storeFile: string): string {
	return outbox === '' ? path.join(path.dirname(storeFile), 'outbox') : path.resolve(expandHome(outbox));
}

/** Opens the way that the settings name: the folder, or the mail server with its password. */
export async function openMailRoute(
	mail: MailSettings,
	storeFile: string,
	env: Env,
): Promise<MailRoute | {readonly problem: Finding}> {
	if (mail.way === 'outbox') {
		return openOutboxRoute(outboxFolder(mail, storeFile), outputRefuser(storeFile));
	}
	const missing = findMissing(mail);
	if (missing !== undefined) return {problem: missing};
	const read =
		mail.login === '' ? {password: ''} : await readSmtpPassword(env, defaultDirectory(process.platform, env));
	if ('problem' in read) return read;
	const {host, port, security, login, sender} = mail;
	// Its library is needed by those who send, and would be loaded at each start.
	const {openSmtpRoute} = await import('../mail/smtp-route.ts');
	return openSmtpRoute({host, port, security, login, sender, password: read.password});
}

function findMissing({host, sender}: MailSettings): Finding | undefined {
	const what = host === '' ? 'host of the mail server' : sender === '' ? 'address of the sender' : undefined;
	if (what === undefined) return undefined;
	return {
		code: 'mail-setting-missing',
		message: `The settings have no ${what}.`,
		short: 'A setting is missing',
		fix: 'Fill it in in the settings.',
	};
}
