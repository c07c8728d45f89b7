import {mkdirSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {Letter} from '../../source/mail/delivery.ts';
import {openOutboxRoute} from '../../source/mail/outbox-route.ts';
import {readSmtpPassword} from '../../source/mail/smtp-password.ts';
import {makeFolder} from '../cli/run-cli.ts';

const letter: Letter = {
	to: 'ann@example.com',
	mime: Buffer.from('Subject: x\r\n\r\nHello\r\n'),
	credentials: [],
	fileName: (turn) => (turn === 1 ? '0042-ann-archer' : `0042-ann-archer-${turn}`),
};

async function openOutbox(folder: string) {
	const route = await openOutboxRoute(folder, () => undefined);
	if ('problem' in route) throw new Error(route.problem.message);
	return route;
}

describe('the outbox', () => {
	it('has each message as a file of its own, for its owner only, and replaces none', async () => {
		const folder = join(makeFolder(), 'deep', 'outbox');
		const route = await openOutbox(folder);
		expect(await Promise.all([route.deliver(letter), route.deliver(letter)])).toEqual([
			{result: 'accepted'},
			{result: 'accepted'},
		]);
		expect(readdirSync(folder).sort()).toEqual(['0042-ann-archer-2.eml', '0042-ann-archer.eml']);
		const file = join(folder, '0042-ann-archer.eml');
		expect(readFileSync(file)).toEqual(letter.mime);
		expect([statSync(file).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700]);
	});

	it('defers what it cannot write, and says why', async () => {
		const folder = makeFolder();
		const refused = {severity: 'error', code: 'file-of-store', message: 'No.', short: 'No'} as const;
		const route = await openOutboxRoute(folder, () => refused);
		expect('deliver' in route && (await route.deliver(letter))).toEqual({
			result: 'deferred',
			reason: refused,
		});
		writeFileSync(join(folder, 'file'), '');
		expect(await openOutboxRoute(join(folder, 'file', 'outbox'), () => undefined)).toMatchObject({
			problem: {code: 'file-not-found'},
		});
	});
});

describe('the password of the mail server', () => {
	const write = (text: string, mode: number): string => {
		const file = join(makeFolder(), 'password');
		writeFileSync(file, text, {mode});
		return file;
	};

	it('is the text of a file without its line break, or comes from the environment', async () => {
		const file = write(' p@ss word \r\n', 0o600);
		expect(await readSmtpPassword({USERSHEET_SMTP_PASSWORD_FILE: file}, '')).toEqual({
			password: ' p@ss word ',
		});
		const both = {USERSHEET_SMTP_PASSWORD_FILE: file, USERSHEET_SMTP_PASSWORD: 'other'};
		expect(await readSmtpPassword(both, '')).toEqual({password: 'other'});
	});

	it('has a usual place', async () => {
		const folder = makeFolder();
		writeFileSync(join(folder, 'smtp-password'), 'usual', {mode: 0o600});
		expect(await readSmtpPassword({}, folder)).toEqual({password: 'usual'});
	});

	it.each([
		['can be read by others', 'secret', 0o640, 'smtp-password-open'],
		['is empty', '\n', 0o600, 'smtp-password-missing'],
	])('is refused where its file %s', async (_, text, mode, code) => {
		const read = await readSmtpPassword({USERSHEET_SMTP_PASSWORD_FILE: write(text, mode)}, '');
		expect(read).toMatchObject({problem: {code}});
		expect(JSON.stringify(read)).not.toContain('secret');
	});

	it('is refused where there is no file, or a folder in its place', async () => {
		const folder = makeFolder();
		expect(await readSmtpPassword({}, folder)).toMatchObject({problem: {code: 'smtp-password-missing'}});
		mkdirSync(join(folder, 'smtp-password'), {mode: 0o700});
		expect(await readSmtpPassword({}, folder)).toHaveProperty('problem');
	});
});
