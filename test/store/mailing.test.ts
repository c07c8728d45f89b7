import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import type {MailRecord} from '../../source/domain/message/record-mail.ts';
import {findUser} from '../../source/domain/sheet.ts';
import {openStore} from '../../source/store/open-store.ts';
import {changePassphrase} from '../../source/store/passphrase/change-passphrase.ts';
import {plainSeal} from '../../source/store/seal/seal.ts';
import type {Store} from '../../source/store/store.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {bad, done, encrypt, good, makeFolder, modeOf, open, unlock} from './store-folder.ts';

async function makeStore(): Promise<{
	readonly directory: string;
	readonly store: Store;
	readonly log: string;
}> {
	const directory = makeFolder();
	const {store, sheet} = await open(directory);
	const added = [1, 2, 3].map((id) =>
		makeUser(id, {lastName: `User ${id}`, deployedOn: '', downloadedOn: 'x'}),
	);
	await done(store.commit({...emptyChange('Add'), added}, sheet));
	return {directory, store, log: path.join(directory, 'mailing.jsonl')};
}

const at = (minute: number): string => `2026-11-26T10:0${minute}:00.000Z`;

function record(id: number, result: MailRecord['result'], minute = id): MailRecord {
	return {id, at: at(minute), as: `as-${id}`, result};
}

/** "accepted at 10:01", for each user. */
function mailOf(store: Store): readonly string[] {
	return good(store.read()).users.map(({mailResult, mailedOn}) =>
		mailResult === '' ? '' : `${mailResult} at ${mailedOn.slice(11, 16)}`,
	);
}

describe('the log of messages', () => {
	it('becomes one change at the end', async () => {
		const {store, log} = await makeStore();
		const run = good(await store.mailing.begin());
		for (const [id, result] of [
			[1, 'accepted'],
			[2, 'rejected'],
		] as const) {
			expect(run.note(record(id, 'unknown'))).toBeUndefined();
			expect(run.note(record(id, result))).toBeUndefined();
		}
		expect(modeOf(log)).toBe('600');
		const {entry} = good(await run.finish({from: 'grid'}));
		expect(entry).toMatchObject({
			revision: 2,
			origination: {from: 'grid'},
			change: {label: 'Deploy 2 users'},
		});
		expect(mailOf(store)).toEqual(['accepted at 10:01', 'rejected at 10:02', '']);
		const [ann, ben] = good(store.read()).users;
		expect(ann).toMatchObject({deployedOn: at(1), deployedAs: 'as-1', downloadedOn: ''});
		expect(ben).toMatchObject({deployedOn: '', deployedAs: '', downloadedOn: 'x'});
		expect(existsSync(log)).toBe(false);
	});

	it('lets no other process send meanwhile, and one after it', async () => {
		const {directory, store} = await makeStore();
		const run = good(await store.mailing.begin());
		const other = await open(directory);
		expect(bad(await other.store.mailing.begin()).kind).toBe('locked');
		good(await run.finish({from: 'grid'}));
		good(await other.store.mailing.begin());
	}, 30_000);

	it('does not stand in the way of a store that is opened meanwhile, which leaves it alone', async () => {
		const {directory, store, log} = await makeStore();
		const run = good(await store.mailing.begin());
		run.note(record(1, 'unknown'));
		const other = await open(directory);
		expect(mailOf(other.store)).toEqual(['', '', '']);
		expect(existsSync(log)).toBe(true);
		good(await run.finish({from: 'grid'}));
		expect(mailOf(store)).toEqual(['unknown at 10:01', '', '']);
	});

	it('is in the sheet before a run is planned, also a moment after the one before was killed', async () => {
		const {store, log} = await makeStore();
		const run = good(await store.mailing.begin());
		run.note(record(1, 'accepted'));
		const left = readFileSync(log);
		good(await run.finish({from: 'grid'}));
		// What a process that was killed leaves: its log, and a lock that nobody renews.
		writeFileSync(log, left);
		mkdirSync(`${log}.lock`);
		expect(await store.mailing.settle({patient: true})).toBeUndefined();
		expect(existsSync(log)).toBe(false);
	}, 30_000);

	it('says nothing new of a user about whom something newer is known', async () => {
		const {store} = await makeStore();
		const sheet = good(store.read());
		const user = findUser(sheet, 1);
		const newer = {before: '', after: at(9)};
		const cells = {mailedOn: newer, mailResult: {before: '', after: 'accepted'}} as const;
		const {firstName = '', lastName = ''} = user ?? {};
		await done(
			store.commit({...emptyChange('Newer'), updated: [{id: 1, firstName, lastName, cells}]}, sheet),
		);
		const run = good(await store.mailing.begin());
		run.note(record(1, 'rejected'));
		good(await run.finish({from: 'grid'}));
		expect(mailOf(store)).toEqual(['accepted at 10:09', '', '']);
	});

	it('is read up to what a crash has left of its last line, and refused where it is damaged', async () => {
		const {directory, store, log} = await makeStore();
		const run = good(await store.mailing.begin());
		run.note(record(1, 'unknown'));
		run.note(record(1, 'accepted'));
		const whole = readFileSync(log);
		good(await run.finish({from: 'grid'}));
		writeFileSync(log, whole.subarray(0, -5));
		const torn = good(await openStore({directory, readOnly: false}));
		await torn.store.close();
		writeFileSync(log, whole.toString().replace('"accepted"', '"rejected"'));
		expect(bad(await openStore({directory, readOnly: false}))).toMatchObject({kind: 'damaged', file: log});
	});

	it('is encrypted as the store is, and keeps the passphrase from being changed while it is written', async () => {
		const {directory, store, log} = await makeStore();
		await store.close();
		const seal = await encrypt(directory, plainSeal, 'correct horse');
		const {store: sealed} = await open(directory, false, seal);
		const run = good(await sealed.mailing.begin());
		run.note(record(1, 'accepted'));
		expect(readFileSync(log, 'utf8')).not.toContain('accepted');
		expect(bad(await changePassphrase(directory, seal, 'another horse', 2)).kind).toBe('locked');
		good(await run.finish({from: 'grid'}));
		const {store: again} = await open(directory, true, await unlock(directory, 'correct horse'));
		expect(mailOf(again)).toEqual(['accepted at 10:01', '', '']);
	}, 40_000);
});
