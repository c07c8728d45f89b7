import {readdirSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import type {Settings} from '../../source/domain/sheet.ts';
import {writeBackup} from '../../source/store/backup/write-backup.ts';
import {examineStore} from '../../source/store/doctor/examine-store.ts';
import {plainSeal} from '../../source/store/seal/seal.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {done, good, makeFolder, open} from './store-folder.ts';

const day = 24 * 60 * 60 * 1000;
const start = Date.parse('2026-03-01T12:00:00Z');

beforeEach(() => {
	vi.useFakeTimers({toFake: ['Date'], now: start});
});

afterEach(() => {
	vi.useRealTimers();
});

/** A store, and sessions at any day of the clock that each add a user and tidy up. */
async function makeStore(history: Partial<Settings['history']> = {}) {
	const folder = makeFolder();
	const {store, sheet} = await open(folder);
	const settings = {...sheet.settings, history: {...sheet.settings.history, ...history}};
	await done(store.commit({...emptyChange('Keep'), settings: [sheet.settings, settings]}, sheet));
	return {
		folder,
		async session(days: number, changes = 1) {
			vi.setSystemTime(start + days * day);
			const opened = await open(folder);
			let {sheet: last} = opened;
			for (let count = 0; count < changes; count += 1) {
				const change = {...emptyChange(`Day ${days}`), added: [makeUser(last.nextId)]};
				last = (await done(opened.store.commit(change, last))).sheet;
			}
			expect(await opened.store.checkpoint()).toBe('done');
			await opened.store.close();
		},
		/** How many changes the history has, and what is remarked on its dates. */
		async look() {
			const remarks: string[] = [];
			const opened = await open(folder, true);
			const found = good(await opened.store.history({onRemark: (text) => remarks.push(text)}));
			const {problems} = good(examineStore(folder, plainSeal));
			return {changes: found.length, remarks, problems};
		},
	};
}

describe('a session whose clock is 400 days ahead', () => {
	test('takes nothing out of the history, and is told there and by the doctor', async () => {
		const {session, look} = await makeStore();
		await session(0, 3);
		await session(1, 3);
		await session(401, 2);
		const ahead = await look();
		expect(ahead.changes).toBe(9);
		expect(ahead.remarks).toEqual([
			expect.stringMatching(/nothing was changed for 400 days\. It may be wrong/),
		]);
		expect(ahead.problems).toEqual(ahead.remarks);
		await session(2);
		await session(40);
		const {changes, remarks, problems} = await look();
		expect(changes).toBe(11);
		expect(remarks).toEqual([
			'Change 9 is dated 2027-04-06, later than what came after it: a clock was wrong. Nothing was taken out of the history for it.',
		]);
		expect(problems).toEqual(remarks);
	});

	test('pushes out no dated copy of the days that follow', async () => {
		const {folder, session} = await makeStore();
		await session(0);
		const copy = async (days: number) =>
			path.basename(
				good(await writeBackup(path.join(folder, 'users.json'), plainSeal, new Date(start + days * day)))
					.file,
			);
		for (let count = 0; count < 12; count += 1) await copy(400 + count);
		const later = [await copy(1), await copy(2), await copy(3)];
		const left = readdirSync(path.join(folder, 'backups'));
		expect(left).toHaveLength(10);
		expect(left).toEqual(expect.arrayContaining(later));
	});
});

test('a session whose clock is of 1970 loses neither its changes nor its dated copy', async () => {
	const {folder, session, look} = await makeStore();
	await session(0, 3);
	await session(-20_000, 2);
	expect((await look()).changes).toBe(6);
	const file = path.join(folder, 'users.json');
	for (let count = 0; count < 10; count += 1) good(await writeBackup(file, plainSeal, new Date(start)));
	const {file: copy} = good(await writeBackup(file, plainSeal, new Date(0)));
	expect(readdirSync(path.dirname(copy))).toContain(path.basename(copy));
	await session(1);
	expect((await look()).changes).toBe(7);
});

describe('a history', () => {
	test('loses what is older than it keeps, while the store is in use', async () => {
		const {session, look} = await makeStore({days: 90});
		for (let days = 0; days <= 200; days += 20) await session(days);
		const {changes, remarks} = await look();
		expect(changes).toBe(5);
		expect(remarks).toEqual([]);
	});

	test('of a store that has rested loses it a month after it is used again', async () => {
		const {session, look} = await makeStore();
		await session(0, 5);
		await session(400);
		expect((await look()).changes).toBe(7);
		await session(415);
		await session(430);
		expect((await look()).changes).toBe(3);
	});

	test('of no days is kept for none', async () => {
		const {session, look} = await makeStore({days: 0});
		await session(0, 3);
		await session(1);
		expect((await look()).changes).toBe(1);
	});
});
