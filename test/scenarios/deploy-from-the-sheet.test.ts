import {readdirSync} from 'node:fs';
import path from 'node:path';
import {expect, it, onTestFinished} from 'vitest';
import {defaultSettings, emptySheet, type Sheet} from '../../source/domain/sheet.ts';
import type {User} from '../../source/domain/user.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {type AppDriver, openApp} from '../helpers/app-driver.tsx';
import {startMailServer} from '../mail/mail-server.ts';

const link = 'https://redirect.example.com/d/0Kq7';
const code = 'X7-KK-99';

function sheetOf(...values: readonly Partial<User>[]): Sheet {
	const users = values.map((value, index) =>
		makeUser(index + 1, {
			firstName: 'User',
			lastName: `Number ${index + 1}`,
			email: `user${index + 1}@example.com`,
			deploymentLink: link,
			...value,
		}),
	);
	return {...emptySheet, users, nextId: users.length + 1};
}

async function open(app: AppDriver): Promise<void> {
	await app.press(':');
	await app.type('deploy');
	await app.press('enter');
}

async function openDeploy(sheet: Sheet, size = {}): Promise<AppDriver> {
	const app = await openApp({sheet, ...size});
	await app.press('table.mark-all');
	await open(app);
	return app;
}

it('shows who gets a message and why others do not, writes the files after a question, and records it', async () => {
	const app = await openDeploy(sheetOf({}, {deploymentLink: ''}, {email: 'user3@'}, {}));
	expect(app.screen()).toContain('2 to send, 1 without a link, 1 incomplete');
	await app.press('deploy.send');
	expect(app.text()).toContain('Send 2 messages as files into');
	expect(app.text()).toContain('No message goes to the others: 1 without a link, 1 incomplete.');
	// The key that asks does not say yes, too.
	await app.press('s');
	expect(readdirSync(app.directory)).not.toContain('outbox');
	await app.press('confirm.yes');
	expect(app.text()).toContain('2 written as files into');
	const outbox = path.join(app.directory, 'outbox');
	expect(readdirSync(outbox)).toEqual(['0001-user-number.eml', '0004-user-number.eml']);
	const {users} = await app.stored();
	expect(users.map(({mailResult}) => mailResult)).toEqual(['accepted', '', '', 'accepted']);
	await app.press('deploy.close');
	await open(app);
	expect(app.screen()).toContain('2 sent within a day');
	await app.press('deploy.send');
	expect(app.text()).toContain('No message is to be sent: the list says why.');
	await app.press('deploy.again', 'deploy.send');
	expect(app.text()).toContain('2 of them go to users who got one within a day, or perhaps got one.');
});

it('shows the whole message of each user, with dots for link and code until they are shown', async () => {
	const app = await openDeploy(sheetOf({authenticationCode: code}, {}), {rows: 40});
	await app.press('deploy.show');
	expect(app.screen()).toContain('Message to User Number 1 (ID 1), 1 of 2');
	expect(app.screen()).toContain('Authentication code: ••••');
	expect(app.output).not.toContain(link);
	expect(app.output).not.toContain(code);
	expect(app.screen()).not.toContain('█');
	await app.press('pin.reveal');
	expect(app.screen()).toContain(link);
	expect(app.screen()).toContain(code);
	await app.press('deploy.page-down');
	expect(app.screen()).toContain('█▀▀▀▀▀█');
	await app.press('deploy.next-user');
	expect(app.screen()).toContain('Message to User Number 2 (ID 2), 2 of 2');
	await app.press('deploy.next-user', 'deploy.close-message');
	expect(app.screen()).toContain('2 to send');
});

it('shows no PINs of the grid because a link was shown, and no link because they are', async () => {
	const app = await openDeploy(sheetOf({deploymentPin: '482913'}, {}), {rows: 40});
	await app.press('deploy.show', 'pin.reveal');
	expect(app.text()).toContain('Link, code and QR code are shown');
	await app.press('deploy.close-message');
	expect(app.screen()).not.toContain('SHOWN');
	await app.press('deploy.close', 'pin.reveal');
	expect(app.screen()).toContain('482913');
	await open(app);
	await app.press('deploy.show');
	expect(app.screen()).not.toContain(link);
});

it('offers those who got a message only where there are some', async () => {
	const app = await openDeploy(sheetOf({}, {}));
	expect(app.screen()).not.toContain('Sent ones too');
	await app.press('deploy.again');
	expect(app.text()).toContain('None of these users got a message within a day.');
	await app.press('deploy.send', 'confirm.yes', 'deploy.close');
	await open(app);
	expect(app.screen()).toContain('Sent ones too');
});

it('says where the QR code does not fit', async () => {
	const app = await openDeploy(sheetOf({}), {columns: 60, rows: 15});
	await app.press('deploy.show', 'pin.reveal', 'deploy.page-down', 'deploy.page-down');
	expect(app.text()).toContain('The QR code does not fit here: it needs');
});

it('sends nothing with a wrong placeholder, and says so for each user', async () => {
	const sheet = sheetOf({}, {});
	const profiles = sheet.profiles.map((profile) => ({...profile, subject: '{Frist name}'}));
	const app = await openDeploy({...sheet, profiles});
	expect(app.screen()).toContain('Wrong placeholder');
	expect(app.text()).toContain('Did you mean "{First name}"?');
	await app.press('deploy.send');
	expect(app.text()).toContain('A wrong or empty placeholder keeps all messages from being sent');
});

it('tells what a mail server refuses, and stops between two messages', async () => {
	let app: AppDriver | undefined;
	const server = await startMailServer({disabledCommands: ['STARTTLS', 'AUTH']}, async (moment, count) => {
		if (moment !== 'taken' || count !== 2) return;
		void app?.type('\u001b');
		await app?.waitForScreen('It stops after the message');
	});
	onTestFinished(server.close);
	const sheet = sheetOf({}, {email: 'no@example.com'}, {}, {}, {});
	const mail = {
		...defaultSettings.mail,
		...({
			way: 'smtp',
			host: '127.0.0.1',
			port: server.port,
			security: 'none',
			sender: 'it@example.com',
		} as const),
	};
	app = await openDeploy({...sheet, settings: {...sheet.settings, mail}});
	expect(app.screen()).toContain('over 127.0.0.1');
	await app.press('deploy.send');
	await app.press('confirm.yes');
	await app.settle();
	expect(app.screen()).toContain('Rejected');
	const {users} = await app.stored();
	expect(users.map(({mailResult}) => mailResult).slice(0, 3)).toEqual(['accepted', 'rejected', 'accepted']);
	expect(users.map(({mailResult}) => mailResult).slice(3)).toEqual(['', '']);
	expect(server.taken).toEqual(['user1@example.com', 'user3@example.com']);
});

it('can be tried again where it has not begun', async () => {
	const sheet = sheetOf({});
	const mail = {...defaultSettings.mail, way: 'smtp'} as const;
	const app = await openDeploy({...sheet, settings: {...sheet.settings, mail}});
	await app.press('deploy.send', 'confirm.yes');
	expect(app.text()).toContain('The settings have no host of the mail server.');
	await app.press('deploy.send');
	expect(app.text()).toContain('Send 1 message over a mail server without a name');
});
