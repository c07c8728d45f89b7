import MailComposer from 'nodemailer/lib/mail-composer';
import {type DeploymentMessage, qrCodeId} from '../domain/message/deployment-message.ts';
import {makeQrCode} from '../domain/message/qr-code.ts';
import {writePng} from './write-png.ts';

/**
 * A message as it goes over the wire and into an `.eml` file: plain text, HTML, and the QR code as a picture inside of it.
 *
 * @param sender the address of the sender; '' leaves it to the program that sends the file
 * @param at when it was written
 */
export async function buildMime(message: DeploymentMessage, sender: string, at: Date): Promise<Buffer> {
	const code = makeQrCode(message.link, 'print');
	if (code === undefined) throw new Error('The link of a checked message does not fit into a QR code');
	const composer = new MailComposer({
		...(sender === '' ? {} : {from: {name: '', address: sender}}),
		to: message.to,
		subject: message.subject,
		text: message.text,
		html: message.html,
		attachments: [
			{
				filename: 'qr-code.png',
				content: writePng(code),
				contentType: 'image/png',
				contentDisposition: 'inline',
				cid: qrCodeId,
			},
		],
		date: at,
		// With X-Unsent, Outlook opens the file as a message that can be sent.
		headers: {'Auto-Submitted': 'auto-generated', ...(sender === '' ? {'X-Unsent': '1'} : {})},
		newline: 'windows',
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	return composer.compile().build();
}
