import {createServer} from 'node:net';
import tls from 'node:tls';
import type {SMTPServerOptions} from 'smtp-server';
import {afterEach, beforeAll, describe, expect, it} from 'vitest';
import type {Letter, MailRoute} from '../../source/mail/delivery.ts';
import {type MailPatience, type MailServer, openSmtpRoute} from '../../source/mail/smtp-route.ts';
import {
	accountPassword,
	goodCertificate,
	otherName,
	startMailServer,
	type TestMailServer,
	unknownSigner,
} from './mail-server.ts';

const link = 'https://redirect.example.com/d/0Kq7';
const closing: (() => unknown)[] = [];

beforeAll(() => {
	tls.setDefaultCACertificates([...tls.getCACertificates(), goodCertificate, otherName.cert]);
});

afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

async function serve(options?: Parameters<typeof startMailServer>[0]): Promise<TestMailServer> {
	const server = await startMailServer(options);
	closing.push(server.close);
	return server;
}

async function open(
	{port}: Pick<TestMailServer, 'port'>,
	part: Partial<MailServer> = {},
	patience?: MailPatience,
): Promise<MailRoute> {
	const route = await tryOpen({port}, part, patience);
	if ('problem' in route) throw new Error(route.problem.message);
	closing.push(route.close);
	return route;
}

function tryOpen({port}: {port: number}, part: Partial<MailServer> = {}, patience?: MailPatience) {
	const server: MailServer = {
		host: 'localhost',
		port,
		security: 'starttls',
		login: 'sender',
		password: accountPassword,
		sender: 'it@example.com',
		...part,
	};
	return openSmtpRoute(server, patience);
}

async function refused(...args: Parameters<typeof tryOpen>): Promise<string> {
	const route = await tryOpen(...args);
	if ('problem' in route) {
		expect(JSON.stringify(route.problem)).not.toContain(accountPassword);
		return route.problem.code;
	}
	route.close();
	return 'opened';
}

function letter(to: string): Letter {
	return {
		fileName: String,
		to,
		mime: Buffer.from(`Subject: x\r\n\r\n.\r\nHello ${link}\r\n`),
		credentials: [link],
	};
}

async function deliverAll(route: MailRoute, addresses: readonly string[]): Promise<readonly string[]> {
	const results: string[] = [];
	for (const address of addresses) {
		const delivery = await route.deliver(letter(`${address}@example.com`));
		if (delivery.result !== 'accepted') expect(JSON.stringify(delivery)).not.toContain(link);
		results.push(delivery.result);
	}
	return results;
}

describe('messages over SMTP', () => {
	it.each([
		['STARTTLS', {}, {}],
		['TLS', {secure: true}, {security: 'tls'}],
		['no encryption and no login', {disabledCommands: ['STARTTLS', 'AUTH']}, {security: 'none', login: ''}],
	] as const)('go through one connection with %s', async (_, options, part) => {
		const server = await serve({
			...options,
			disabledCommands: [...('disabledCommands' in options ? options.disabledCommands : [])],
		});
		const route = await open(server, part);
		expect(await deliverAll(route, ['ann', 'ben', 'carla'])).toEqual(['accepted', 'accepted', 'accepted']);
		expect(server.taken).toEqual(['ann@example.com', 'ben@example.com', 'carla@example.com']);
		expect(server.messages[0]).toBe(letter('').mime.toString());
		expect(server.connections()).toBe(1);
	});

	it('are refused one by one, and the others go out', async () => {
		const server = await serve();
		const route = await open(server);
		const results = await deliverAll(route, ['no1', 'ann', 'later1', 'spam1', 'ben']);
		expect(results).toEqual(['rejected', 'accepted', 'deferred', 'rejected', 'accepted']);
		expect(server.connections()).toBe(1);
	});

	it('are unknown where the connection ends behind the text, and deferred where it ends before', async () => {
		const server = await serve();
		const route = await open(server);
		const results = await deliverAll(route, ['cut1', 'ann', 'gone1', 'ben']);
		expect(results).toEqual(['deferred', 'accepted', 'unknown', 'accepted']);
		expect(server.connections()).toBe(3);
	});

	it('are unknown where the server does not answer in time', async () => {
		const server = await serve();
		const route = await open(server, {}, {connect: 5000, answer: 500});
		expect(await deliverAll(route, ['slow1', 'ann'])).toEqual(['unknown', 'accepted']);
	});

	it('are deferred where the server has gone', async () => {
		const server = await serve();
		const route = await open(server);
		expect(await deliverAll(route, ['ann'])).toEqual(['accepted']);
		await server.close();
		expect(await deliverAll(route, ['ben'])).toEqual(['deferred']);
	});

	it('say that one may have arrived where that is not known', async () => {
		const route = await open(await serve());
		const delivery = await route.deliver(letter('gone1@example.com'));
		expect(delivery).toMatchObject({
			result: 'unknown',
			reason: {fix: expect.stringContaining('may have arrived')},
		});
	});

	it('tell what the server says without the link', async () => {
		const route = await open(await serve());
		const delivery = await route.deliver(letter('spam1@example.com'));
		expect(delivery).toMatchObject({
			result: 'rejected',
			reason: {code: 'smtp-rejected', short: 'Refused with 554', message: expect.stringContaining('Hello …')},
		});
	});
});

describe('a connection to a mail server', () => {
	it('sends no password without encryption', async () => {
		const server = await serve();
		expect(await refused(server, {security: 'none'})).toBe('smtp-plain-login');
		expect(server.connections()).toBe(0);
	});

	it('is not made where the server knows no STARTTLS', async () => {
		const server = await serve({disabledCommands: ['STARTTLS']});
		expect(await refused(server)).toBe('smtp-no-tls');
	});

	it('tells a server that wants none', async () => {
		const onConnect: SMTPServerOptions['onConnect'] = (_, answer) =>
			answer(Object.assign(new Error('Your address is on a list'), {responseCode: 554}));
		const route = await tryOpen(await serve({onConnect}));
		expect(route).toMatchObject({
			problem: {code: 'smtp-rejected', message: expect.stringContaining('connection')},
		});
	});

	it('is not made where TLS is expected and the server begins without', async () => {
		expect(await refused(await serve(), {security: 'tls'})).toBe('smtp-no-tls');
	});

	it('is not made with a certificate that no authority has signed', async () => {
		expect(await refused(await serve(unknownSigner))).toBe('smtp-certificate');
		expect(await refused(await serve({...unknownSigner, secure: true}), {security: 'tls'})).toBe(
			'smtp-certificate',
		);
	});

	it('is not made with a certificate for another name', async () => {
		const route = await tryOpen(await serve(otherName));
		expect(route).toMatchObject({problem: {message: expect.stringContaining('is for another name')}});
	});

	it('tells a login that is refused, without what the server says of it', async () => {
		expect(await refused(await serve(), {password: 'wrong'})).toBe('smtp-login');
	});

	it('tells a server that takes no login', async () => {
		expect(await refused(await serve({disabledCommands: ['AUTH']}))).toBe('smtp-no-login');
	});

	it('tells a name that there is not, and a port where nothing answers', async () => {
		expect(await refused({port: 25}, {host: 'mail.invalid'})).toBe('smtp-host');
		const server = await serve();
		await server.close();
		expect(await refused(server)).toBe('smtp-refused');
	});

	it('does not wait for ever for a greeting', async () => {
		const silent = createServer(() => {}).listen(0, '127.0.0.1');
		closing.push(() => silent.close());
		await new Promise((resolve) => silent.once('listening', resolve));
		const address = silent.address();
		const port = typeof address === 'object' && address !== null ? address.port : 0;
		expect(await refused({port}, {}, {connect: 100, answer: 100})).toBe('smtp-timeout');
	});
});
