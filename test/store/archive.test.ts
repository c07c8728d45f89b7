import {readFileSync, writeFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {emptyChange} from '../../source/domain/change.ts';
import {defaultSettings} from '../../source/domain/sheet.ts';
import {archiveJournal} from '../../source/store/journal/archive-journal.ts';
import {plainSeal} from '../../source/store/seal/seal.ts';
import {filesOf} from '../../source/store/seal/sealed-files.ts';
import {makeUsers} from '../helpers/make-users.ts';
import {done, good, makeFolder, open} from './store-folder.ts';

/** A store whose history holds one change, and its journal none. */
async function makeStore() {
	const {store, sheet} = await open(makeFolder());
	await done(store.commit({...emptyChange('Add'), added: makeUsers(3)}, sheet));
	await store.checkpoint();
	return {store, files: filesOf(store.file, plainSeal)};
}

describe('a history that grows too large', () => {
	test('loses its oldest changes', async () => {
		const {store, files} = await makeStore();
		const sheet = good(store.read());
		await done(store.commit({...emptyChange('Delete'), removed: sheet.users.slice(0, 1)}, sheet));
		const [, ...lines] = readFileSync(files.journal, 'utf8').split('\n');
		const journal = Buffer.from(lines.join('\n'));
		const largest = journal.length + 10;
		const kept = defaultSettings.history;
		expect(archiveJournal(files, journal, kept, Date.now(), () => true, largest)).toBe('done');
		expect(readFileSync(files.history, 'utf8')).toContain('"label":"Delete"');
		expect(readFileSync(files.history, 'utf8')).not.toContain('"label":"Add"');
	});
});

describe('a history that cannot be read', () => {
	test('stays as it is, and what comes is put behind it', async () => {
		const {store, files} = await makeStore();
		const held = readFileSync(files.history, 'utf8').replaceAll('\n', '\r\n');
		writeFileSync(files.history, held);
		const sheet = good(store.read());
		await done(store.commit({...emptyChange('Delete'), removed: sheet.users.slice(0, 1)}, sheet));
		expect(await store.checkpoint()).toBe('done');
		const after = readFileSync(files.history, 'utf8');
		expect(after.startsWith(held)).toBe(true);
		expect(after.slice(held.length)).toContain('"label":"Delete"');
	});
});
