import {expect, it} from 'vitest';
import {updateChange} from '../../source/domain/change.ts';
import type {UserValues} from '../../source/domain/user.ts';
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

it('loses nothing of what two people write, and shows theirs with the next own change', async () => {
	const app = await openApp({users: 3});
	await editAsOther(app.directory, 1, {lastName: 'Theirs'});
	await app.type('Mine');
	await app.press('cell.commit-down');
	expect(userOf(await app.stored(), 1)).toMatchObject({firstName: 'Mine', lastName: 'Theirs'});
	expect(app.screen()).toMatch(/ 1 Mine +Theirs /);
	expect(app.screen()).not.toContain('Somebody else');
});

it('tells when both changed the same value, and Ctrl+Z gives theirs back', async () => {
	const app = await openApp({users: 2});
	await editAsOther(app.directory, 1, {firstName: 'Theirs'});
	await app.type('Mine');
	await app.press('cell.commit-down');
	expect(app.text()).toMatch(
		/!Somebody else changed First name of Theirs .+ at the same time\. Yours stands; Ctrl\+Z brings theirs back\./,
	);
	expect(userOf(await app.stored(), 1).firstName).toBe('Mine');
	await app.press('change.undo');
	expect(userOf(await app.stored(), 1).firstName).toBe('Theirs');
	expect(app.screen()).toMatch(/ 1 Theirs /);
});

it('two screens on one store see each other, each with its next change', async () => {
	const first = await openApp({users: 3});
	const second = await openApp({directory: first.directory});
	await first.type('First');
	await first.press('cell.commit-down');
	await second.press('cursor.down');
	await second.type('Second');
	await second.press('cell.commit-down');
	expect(second.screen()).toMatch(/ 1 First /);
	await first.press('cursor.down');
	await first.type('Third');
	await first.press('cell.commit-down');
	expect(first.screen()).toMatch(/ 2 Second /);
	expect((await first.stored()).users.map((user) => user.firstName)).toEqual(['First', 'Second', 'Third']);
});
