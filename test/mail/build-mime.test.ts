import {describe, expect, it} from 'vitest';
import {type DeploymentMessage, qrCodeId} from '../../source/domain/message/deployment-message.ts';
import {buildMime} from '../../source/mail/build-mime.ts';

const message: DeploymentMessage = {
	to: {name: 'Jürgen "JW" Weiß, Dr.', address: 'juergen@example.com'},
	subject: 'Ihr Telefon – für Sie',
	text: 'Grüße\n.\nFrom here on',
	html: `<p>Grüße</p><img src="cid:${qrCodeId}">`,
	link: 'https://redirect.example.com/d/1',
};
const at = new Date('2026-11-26T10:00:00Z');

async function build(part: Partial<DeploymentMessage> = {}, sender = 'it@example.com'): Promise<string> {
	return (await buildMime({...message, ...part}, sender, at)).toString('latin1');
}

/** The fields of the header of the whole message, unfolded. */
function headersOf(mime: string): readonly string[] {
	return (mime.split('\r\n\r\n')[0] ?? '').replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
}

describe('a message as MIME', () => {
	it('has plain text, HTML, and the QR code inside of it, in ASCII lines that every server takes', async () => {
		const mime = await build();
		expect(mime).toMatch(/^[\x20-\x7e\r\n\t]*$/);
		expect(Math.max(...mime.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
		expect(mime.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		expect([...mime.matchAll(/^Content-Type: ([\w/]+)/gm)].map(([, type]) => type)).toEqual([
			'multipart/alternative',
			'text/plain',
			'multipart/related',
			'text/html',
			'image/png',
		]);
		expect(mime).toContain(`Content-ID: <${qrCodeId}>`);
		expect(headersOf(mime)).toContain('Date: Thu, 26 Nov 2026 10:00:00 +0000');
	});

	it('leaves the sender to another program where there is none', async () => {
		expect(headersOf(await build())).toContain('From: it@example.com');
		const headers = headersOf(await build({}, ''));
		expect(headers.filter((line) => line.startsWith('From:'))).toEqual([]);
		expect(headers).toContain('X-Unsent: 1');
	});

	it.each([
		['subject', {subject: 'a\r\nBcc: evil@example.com'}],
		['name', {to: {name: 'a\r\nBcc: evil@example.com', address: 'ann@example.com'}}],
		['name that ends', {to: {name: 'a" <evil@example.com>, "b', address: 'ann@example.com'}}],
		['address', {to: {name: 'a', address: 'ann@example.com\r\nBcc: evil@example.com'}}],
	])('lets no %s become another header or recipient', async (_, part) => {
		const headers = headersOf(await build(part));
		expect(headers.filter((line) => /^bcc:/i.test(line))).toEqual([]);
		expect(headers.filter((line) => /^to:/i.test(line))).toHaveLength(1);
	});

	it('folds a very long subject', async () => {
		const mime = await build({subject: `${'wörd '.repeat(300)}`});
		expect(Math.max(...mime.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
	});
});
