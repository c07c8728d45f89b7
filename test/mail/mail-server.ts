import {readFileSync} from 'node:fs';
import type {AddressInfo} from 'node:net';
import {SMTPServer, type SMTPServerOptions} from 'smtp-server';

const fixture = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

/** A certificate for "localhost" that is good as soon as it is trusted. */
export const goodCertificate = fixture('localhost-cert.pem');
const goodKey = fixture('localhost-key.pem');
/** One that no authority has signed. */
export const unknownSigner = {cert: fixture('unknown-cert.pem'), key: fixture('unknown-key.pem')};
/** A good one for another name. */
export const otherName = {cert: fixture('other-cert.pem'), key: fixture('other-key.pem')};

/** The password of the one account, "sender". */
export const accountPassword = 'Correct-Horse-9';

/** A real SMTP server in this process, and what it has taken. What it does with a message says the recipient's address. */
export type TestMailServer = {
	readonly port: number;
	/** Recipients of the messages that were taken, in their order. */
	readonly taken: string[];
	readonly messages: string[];
	/** Connections that were made. */
	readonly connections: () => number;
	readonly close: () => Promise<void>;
};

/**
 * Starts a server: `no…@` is refused with 550, `later…@` with 451, `spam…@` refused with its text after it was sent, `cut…@` ends
 * the connection before the text, `gone…@` after it, and `slow…@` gets no answer after it. All others are taken.
 *
 * @param onMoment is told, before the answer goes out, of each recipient and of each message that was taken
 * @param options `secure`, or what STARTTLS and login need; by default STARTTLS with a good certificate and the login
 */
export async function startMailServer(
	options: SMTPServerOptions = {},
	onMoment: (moment: 'recipient' | 'taken', count: number) => void | Promise<void> = () => {},
): Promise<TestMailServer> {
	const taken: string[] = [];
	const messages: string[] = [];
	let connections = 0;
	// Those that encrypt, not the ones below them: to end these under a server breaks Node.
	const cutConnections = (): void => {
		for (const {_socket} of server.connections) _socket.destroy();
	};
	const server = new SMTPServer({
		key: goodKey,
		cert: goodCertificate,
		onAuth({username, password}, _, answer) {
			const isKnown = username === 'sender' && password === accountPassword;
			answer(
				isKnown ? null : new Error(`No account with ${password}`),
				isKnown ? {user: username} : undefined,
			);
		},
		onRcptTo({address}, _, answer) {
			void onMoment('recipient', taken.length);
			if (address.startsWith('no')) answer(refusal(550, 'No such mailbox'));
			else if (address.startsWith('later')) answer(refusal(451, 'Greylisted, try again later'));
			else if (address.startsWith('cut')) cutConnections();
			else answer();
		},
		onData(stream, {envelope}, answer) {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', async () => {
				const text = Buffer.concat(chunks).toString();
				const [{address} = {address: ''}] = envelope.rcptTo;
				if (address.startsWith('gone')) return cutConnections();
				if (address.startsWith('slow')) return;
				if (address.startsWith('spam')) return answer(refusal(554, `Spam: ${text.slice(-300)}`));
				taken.push(address);
				messages.push(text);
				await onMoment('taken', taken.length);
				answer(null, 'Queued');
			});
		},
		...options,
	});
	server.on('error', () => {});
	server.server.on('connection', () => {
		connections += 1;
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	const {port} = server.server.address() as AddressInfo;
	return {
		port,
		taken,
		messages,
		connections: () => connections,
		close: () =>
			new Promise((resolve) => {
				cutConnections();
				server.close(() => resolve());
			}),
	};
}

function refusal(responseCode: number, text: string): Error & {responseCode: number} {
	return Object.assign(new Error(text), {responseCode});
}
