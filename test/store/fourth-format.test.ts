import {cpSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {planUndo} from '../../source/domain/plan-undo.ts';
import {defaultSettings} from '../../source/domain/sheet.ts';
import {readBackup} from '../../source/store/backup/read-backup.ts';
import {plainSeal} from '../../source/store/seal/seal.ts';
import {done, good, makeFolder, open} from './store-folder.ts';

/** A store of the fourth format, which knows nothing of the life cycle, with profiles and settings in its journal. */
function makeFourthFormat(): string {
	const folder = makeFolder();
	cpSync(new URL('fixtures/fourth-format', import.meta.url), folder, {recursive: true});
	return folder;
}

test('a store of the fourth format opens with an empty life cycle, and its changes can be undone', async () => {
	const folder = makeFourthFormat();
	const {sheet, store} = await open(folder);
	expect(store.notice()).toBeUndefined();
	expect(sheet.users.map(({id, deployedOn, mailResult}) => [id, deployedOn, mailResult])).toEqual([
		[1, '', ''],
		[3, '', ''],
		[4, '', ''],
	]);
	expect(sheet.toWithdraw).toEqual([]);
	expect(sheet.settings.mail).toEqual(defaultSettings.mail);
	expect(sheet.profiles.map(({linkTemplate}) => linkTemplate)).toEqual(['', '']);
	const entries = good(await store.entries());
	const [deletion, change, days] = entries;
	if (deletion === undefined || change === undefined || days === undefined) throw new Error('no entries');
	const {change: undo} = planUndo(change, sheet);
	expect(undo.profiles?.[1]).toMatchObject([{name: 'Default'}, {centralEmail: 'it@example.com'}]);
	expect(planUndo(days, sheet).change.settings?.[1].history.days).toBe(300);
	const commit = await done(store.commit(planUndo(deletion, sheet).change, sheet));
	expect((await open(folder)).sheet).toEqual(commit.sheet);
	expect(commit.sheet.users[1]).toMatchObject({id: 2, lastName: 'Archer', setUpUser: ''});
});

test('its dated copies open, too', async () => {
	const file = path.join(makeFourthFormat(), 'backups', 'users-20260102-030405.json');
	const {sheet} = good(await readBackup(file, plainSeal, async () => undefined));
	expect(sheet).toMatchObject({toWithdraw: [], settings: {mail: defaultSettings.mail}});
});
