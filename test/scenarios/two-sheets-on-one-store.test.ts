import {expect, it} from 'vitest';
import {updateChange} from '../../source/domain/change.ts';
import type {UserValues} from '../../source/domain/field.ts';
import {openStore} from '../../source/store/open-store.ts';
import {isStoreError} from '../../source/store/store-error.ts';
import {openApp} from '../helpers/app-driver.tsx';
import {userOf} from '../helpers/slow-store.ts';

/** What somebody at another terminal commits meanwhile. */
async function editAsOther(directory: string, id: number, values: Partial<UserValues>): Promise<void> {
	const opened = await openStore({directory, readOnly: false});
	if (isStoreError(opened)) throw new Error(opened.error.message);
	const user = userOf(opened.sheet, id);
	const done = await opened.store.commit(
		updateChange('by another', user, {...user, ...values}),
		opened.sheet,
	);
	if (isStoreError(done)) throw new Error(done.error.message);
}

it('shows what somebody else writes without a key, and merges it', async () => {
	const app = await openApp({users: 3});
	await app.type('Mine');
	await editAsOther(app.directory, 1, {lastName: 'Theirs'});
	await app.waitForScreen(/ 1 Mine +Theirs /);
	await app.press('cell.commit-down');
	expect(userOf(await app.stored(), 1)).toMatchObject({firstName: 'Mine', lastName: 'Theirs'});
	expect(app.screen()).not.toContain('somebody else');
});

it('shows both values where both changed one, and stores the chosen one', async () => {
	const app = await openApp({users: 2});
	await app.type('Mine');
	await editAsOther(app.directory, 1, {firstName: 'Theirs', lastName: 'Seen'});
	await app.waitForScreen(/ Seen /);
	await app.press('cell.commit-down');
	expect(app.text()).toMatch(/First name of Theirs Seen: changed by another person/);
	expect(app.text()).toMatch(/Yours: Mine .*Theirs: Theirs /);
	expect(userOf(await app.stored(), 1).firstName).toBe('Theirs');
	await app.press('choice.choose');
	expect(userOf(await app.stored(), 1).firstName).toBe('Mine');
	await app.press('change.undo');
	expect(userOf(await app.stored(), 1).firstName).toBe('Theirs');
});

it('two screens on one store see each other, and lose nothing', async () => {
	const first = await openApp({users: 3});
	const second = await openApp({directory: first.directory});
	await first.type('First');
	await first.press('cell.commit-down');
	await second.press('table.down');
	await second.type('Second');
	await second.press('cell.commit-down');
	expect(second.screen()).toMatch(/ 1 First /);
	await first.press('table.down');
	await first.type('Third');
	await first.press('cell.commit-down');
	expect(first.screen()).toMatch(/ 2 Second /);
	expect((await first.stored()).users.map((user) => user.firstName)).toEqual(['First', 'Second', 'Third']);
});
