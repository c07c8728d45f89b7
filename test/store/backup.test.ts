import {existsSync, readdirSync, readFileSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {emptyChange, updateChange, updateOf} from '../../source/domain/change.ts';
import {restoreChange} from '../../source/domain/restore-change.ts';
import {readBackup} from '../../source/store/backup/read-backup.ts';
import {writeBackup} from '../../source/store/backup/write-backup.ts';
import {plainSeal} from '../../source/store/seal/seal.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {makeUsers} from '../helpers/make-users.ts';
import {bad, done, good, makeFolder, modeOf, open} from './store-folder.ts';

const askNobody = async () => undefined;
const readCopy = async (file: string) => good(await readBackup(file, plainSeal, askNobody));

async function makeStore(count: number) {
	const folder = makeFolder();
	const {store, sheet} = await open(folder);
	const {sheet: crowd} = await done(store.commit({...emptyChange('Crowd'), added: makeUsers(count)}, sheet));
	return {folder, store, sheet: crowd, backups: path.join(folder, 'backups')};
}

describe('a backup', () => {
	test('is a dated, private copy that can be read again', async () => {
		const {store, sheet, backups} = await makeStore(3);
		const {file} = good(await store.backup());
		expect(path.basename(file)).toMatch(/^users-\d{8}-\d{6}\.json$/);
		expect([modeOf(backups), modeOf(file)]).toEqual(['700', '600']);
		expect((await readCopy(file)).sheet).toEqual(sheet);
		const {file: second} = good(await store.backup());
		expect(second).not.toBe(file);
	});

	test('is made before a change of many, and shows the sheet before it', async () => {
		const {folder, store, sheet, backups} = await makeStore(150);
		expect(readdirSync(folder)).not.toContain('backups');
		const updated = (count: number) =>
			sheet.users.slice(0, count).map((user) => updateOf(user, {...user, deploymentPin: '8050'}));
		const few = await done(store.commit({...emptyChange('PINs'), updated: updated(100)}, sheet));
		expect(readdirSync(folder)).not.toContain('backups');
		await done(store.commit({...emptyChange('Delete'), removed: few.sheet.users.slice(0, 101)}, few.sheet));
		const [name = ''] = readdirSync(backups);
		expect((await readCopy(path.join(backups, name))).sheet).toEqual(few.sheet);
	});

	test('takes the place of the oldest one when there are enough', async () => {
		const {store, backups} = await makeStore(1);
		for (let minute = 10; minute < 23; minute += 1) {
			good(await writeBackup(store.file, plainSeal, new Date(`2026-01-02T03:${minute}:05Z`)));
		}
		good(await writeBackup(store.file, plainSeal, new Date('2026-01-02T03:22:05Z')));
		const names = readdirSync(backups).sort();
		expect(names).toHaveLength(10);
		expect(names).toContain('users-20260102-032205-2.json');
		expect(names).not.toContain('users-20260102-031305.json');
		expect(names).toContain('users-20260102-031405.json');
	});

	test('leaves alone what somebody else is writing at this moment, and clears up what a killed one left', async () => {
		const {store, backups} = await makeStore(1);
		good(await store.backup());
		const [living, dead] = ['users-20260102-030405-a.next', 'users-20250102-030405-b.next'].map((name) =>
			path.join(backups, name),
		);
		if (living === undefined || dead === undefined) throw new Error('Two files are needed');
		for (const file of [living, dead]) writeFileSync(file, '');
		const longAgo = new Date(Date.now() - 3_600_000);
		utimesSync(dead, longAgo, longAgo);
		good(await store.backup());
		expect([existsSync(living), existsSync(dead)]).toEqual([true, false]);
	});

	test('that is damaged is refused with the reason', async () => {
		const file = path.join(makeFolder(), 'copy.json');
		writeFileSync(file, '{"version":2}');
		expect(bad(await readBackup(file, plainSeal, askNobody))).toMatchObject({kind: 'damaged', file});
		expect(bad(await readBackup(`${file}.gone`, plainSeal, askNobody)).kind).toBe('unreadable');
		expect(bad(await readBackup(path.dirname(file), plainSeal, askNobody)).kind).toBe('unreadable');
	});
});

describe('restoring', () => {
	test('is one change in the history, brings everything back, and gives no ID again', async () => {
		const {store, sheet} = await makeStore(5);
		const {file} = good(await store.backup());
		const [first, second, ...others] = sheet.users;
		if (first === undefined || second === undefined) throw new Error('nobody');
		const edited = await done(store.commit(updateChange('Edit', first, {...first, lastName: 'X'}), sheet));
		const gone = await done(store.commit({...emptyChange('Delete'), removed: [second]}, edited.sheet));
		const more = await done(store.commit({...emptyChange('Add'), added: [makeUser(6)]}, gone.sheet));
		const change = restoreChange(more.sheet, (await readCopy(file)).sheet, 'Restore');
		const cells = {lastName: {before: 'X', after: first.lastName}};
		expect(change).toMatchObject({added: [second], updated: [{id: 1, cells}], removed: [{id: 6}]});
		const restored = await done(store.commit(change, more.sheet, {origination: {from: 'restore'}}));
		expect(restored.sheet.users).toEqual([first, second, ...others]);
		expect(restored.sheet.nextId).toBe(7);
		expect(good(await store.history())[0]).toMatchObject({origination: {from: 'restore'}});
	});

	test('into an empty store goes on with the numbering of the backup', async () => {
		const {store, sheet} = await makeStore(5);
		const gone = await done(store.commit({...emptyChange('Delete'), removed: sheet.users.slice(3)}, sheet));
		const {file} = good(await store.backup());
		const other = await open(makeFolder());
		const change = restoreChange(other.sheet, (await readCopy(file)).sheet, 'Restore');
		const restored = await done(other.store.commit(change, other.sheet));
		expect(restored.sheet.users).toEqual(gone.sheet.users);
		expect(restored.sheet.nextId).toBe(6);
		expect((await open(path.dirname(other.store.file))).sheet).toEqual(restored.sheet);
		expect(readFileSync(file, 'utf8')).toContain('"nextId":6');
	});
});
