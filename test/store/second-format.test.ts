import {cpSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {updateChange} from '../../source/domain/change.ts';
import {planUndo} from '../../source/domain/plan-undo.ts';
import type {User} from '../../source/domain/user.ts';
import {readBackup} from '../../source/store/backup/read-backup.ts';
import {formatVersion} from '../../source/store/checkpoint/migrations.ts';
import {plainSeal} from '../../source/store/seal/seal.ts';
import {done, good, makeFolder, open, snapshot} from './store-folder.ts';

/** A store of the second format, with synchronised users in checkpoint, journal, history and a dated copy. */
function makeSecondFormat(): string {
	const folder = makeFolder();
	cpSync(new URL('fixtures/second-format', import.meta.url), folder, {recursive: true});
	return folder;
}

const originsOf = (users: readonly User[]) => users.map(({id, origin}) => [id, origin]);

describe('a store of the second format', () => {
	test('opens with the origins of today, and is not written', async () => {
		const folder = makeSecondFormat();
		const before = snapshot(folder);
		const {sheet, store} = await open(folder);
		expect(store.notice()).toBeUndefined();
		expect(originsOf(sheet.users)).toEqual([
			[1, 'client-service'],
			[2, 'client-service'],
			[3, 'manual'],
			[4, 'client-service'],
		]);
		expect(snapshot(folder)).toEqual(before);
	});

	test('has the origins of today in its history, where any change can be undone', async () => {
		const {sheet, store} = await open(makeSecondFormat());
		const entries = good(await store.entries());
		expect(entries).toHaveLength(9);
		expect(JSON.stringify(entries)).not.toContain('"service"');
		const undone = entries.map((entry) => planUndo(entry, sheet).change);
		expect(originsOf(undone.flatMap(({added}) => added))).toEqual([
			[6, 'client-service'],
			[5, 'client-service'],
		]);
		const moved = undone
			.flatMap(({updated}) => updated)
			.flatMap(({id, cells}) => (cells.origin ? [{id, ...cells.origin}] : []));
		expect(moved.map(({id, before, after}) => [id, before, after])).toEqual([
			[3, 'manual', 'client-service'],
			[1, 'client-service', 'manual'],
			[2, 'client-service', 'csv'],
		]);
	});

	test('has dated copies with the origins of today', async () => {
		const file = path.join(makeSecondFormat(), 'backups', 'users-20260102-030405.json');
		const {sheet} = good(await readBackup(file, plainSeal, async () => undefined));
		expect(originsOf(sheet.users)).toContainEqual([3, 'client-service']);
	});

	test('is of the new format from the first change on, so that an older program refuses it', async () => {
		const folder = makeSecondFormat();
		const {sheet, store} = await open(folder);
		const other = await open(folder);
		const [first] = sheet.users;
		if (first === undefined) throw new Error('no users');
		const edit = updateChange('Edit', first, {...first, deploymentPin: '0815'});
		const commit = await done(store.commit(edit, sheet));
		const stored = readFileSync(path.join(folder, 'users.json'), 'utf8');
		expect(JSON.parse(stored)).toMatchObject({version: formatVersion, revision: 9});
		expect(other.store.read()).toEqual(commit.sheet);
		expect((await open(folder)).sheet).toEqual(commit.sheet);
		expect(good(await store.history())).toHaveLength(10);
		expect(await store.checkpoint()).toBe('done');
		expect((await open(folder)).sheet).toEqual(commit.sheet);
	});
});
