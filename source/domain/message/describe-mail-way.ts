import type {MailSettings} from '../sheet.ts';

/**
 * Where messages go, in words: "as files into /srv/phones/outbox", or "over smtp.example.com, port 587, with STARTTLS".
 *
 * @param folder where the files go
 */
export function describeMailWay({way, host, port, security}: MailSettings, folder: string): string {
	if (way === 'outbox') return `as files into ${folder}`;
	const how = {tls: 'with TLS', starttls: 'with STARTTLS', none: 'without encryption'}[security];
	return `over ${host === '' ? 'a mail server without a name' : host}, port ${port}, ${how}`;
}
