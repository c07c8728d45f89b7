import {closeSync, mkdirSync, openSync, readFileSync, rmdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import {defaultSettings} from '../../source/domain/sheet.ts';
import {archiveJournal} from '../../source/store/journal/archive-journal.ts';
import {appendToJournal} from '../../source/store/journal/journal-file.ts';
import {changePassphrase} from '../../source/store/passphrase/change-passphrase.ts';
import {plainSeal} from '../../source/store/seal/seal.ts';
import {filesOf} from '../../source/store/seal/sealed-files.ts';
import {makeUsers} from '../helpers/make-users.ts';
import {bad, cheap, done, good, makeFolder, open, unlock} from './store-folder.ts';

/** A lock that somebody else takes over after it was asked for a few times. */
function lostAfter(times: number): () => boolean {
	let asked = 0;
	return () => {
		asked += 1;
		return asked <= times;
	};
}

async function makeStore() {
	const folder = makeFolder();
	const {store, sheet} = await open(folder);
	await done(store.commit({...emptyChange('Add'), added: makeUsers(3)}, sheet));
	await store.checkpoint();
	return {folder, store, files: filesOf(store.file, plainSeal)};
}

describe('whoever has stood still and lost the lock', () => {
	test.each([
		[0, 'theirs\n'],
		[2, `theirs\n${'a'.repeat(2_000_000)}`],
	])(
		'writes nothing more to the journal, and removes nothing (asked %i times before)',
		async (times, held) => {
			const file = path.join(makeFolder(), 'journal.jsonl');
			writeFileSync(file, 'theirs\n');
			const handle = openSync(file, 'a+');
			const lines = ['a', 'b', 'c'].map((letter) => Buffer.alloc(2_000_000, letter));
			expect(await appendToJournal(handle, 7, lines, lostAfter(times))).toBe('lost');
			closeSync(handle);
			expect(readFileSync(file, 'utf8') === held).toBe(true);
		},
	);

	test('says so also when all of it was written: somebody else may have cut it off again', async () => {
		const file = path.join(makeFolder(), 'journal.jsonl');
		const handle = openSync(file, 'a+');
		expect(await appendToJournal(handle, 0, [Buffer.from('whole\n')], lostAfter(2))).toBe('lost');
		closeSync(handle);
	});

	test('puts nothing into the history', async () => {
		const {files} = await makeStore();
		const before = readFileSync(files.history);
		const journal = readFileSync(files.history);
		const now = Date.now();
		expect(archiveJournal(files, Buffer.from(journal), defaultSettings.history, now, () => false)).toBe(
			'done',
		);
		const none = {...defaultSettings.history, entries: 0};
		expect(archiveJournal(files, Buffer.alloc(0), none, now, () => false)).toBe('lost');
		expect(readFileSync(files.history)).toEqual(before);
	});

	test('writes nothing more with the new passphrase, and whoever opens the store goes on', async () => {
		const {folder, store, files} = await makeStore();
		const history = readFileSync(files.history);
		await store.close();
		const takeOver = () => {
			rmdirSync(`${store.file}.lock`);
			mkdirSync(`${store.file}.lock`);
		};
		const answer = await changePassphrase(folder, plainSeal, 'correct horse', cheap, (step) => {
			if (step === 'begun') takeOver();
		});
		expect(bad(answer).message).toContain('another usersheet took over the lock');
		expect(readFileSync(files.history)).toEqual(history);
		rmdirSync(`${store.file}.lock`);
		const seal = await unlock(folder, 'correct horse');
		expect(good((await open(folder, false, seal)).store.read()).users).toHaveLength(3);
		expect(readFileSync(files.history, 'utf8')).toContain('"sealed"');
	});
});
