import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';
import {goToField} from '../helpers/go-to.ts';

const idsOf = (sheet: {readonly users: readonly {readonly id: number}[]}) =>
	sheet.users.map((user) => user.id);

it('deletes the user under the cursor only after another key, and brings them back', async () => {
	const app = await openApp({users: 4});
	const before = await app.stored();
	await app.press('table.down', 'user.delete');
	expect(app.screen()).toMatch(/Delete .+ \(ID 2\)\?/);
	await app.press('ctrl+k', 'enter');
	expect(idsOf(await app.stored())).toEqual([1, 2, 3, 4]);
	await app.press('confirm.no', 'user.delete', 'confirm.yes');
	expect(idsOf(await app.stored())).toEqual([1, 3, 4]);
	expect(app.screen()).toContain('Ctrl+Z brings back.');
	expect(app.screen()).toContain('Row 2 of 3');
	await app.press('change.undo');
	expect((await app.stored()).users).toEqual(before.users);
	expect(app.screen()).toContain('Row 2 of 4');
});

it('deletes all marked users at once', async () => {
	const app = await openApp({users: 5});
	await app.press('table.mark-all', 'table.down', 'table.mark', 'user.delete');
	expect(app.screen()).toContain('Delete 4 marked users?');
	await app.press('confirm.yes');
	expect(idsOf(await app.stored())).toEqual([2]);
	expect(app.screen()).not.toContain('marked');
	await app.press('change.undo');
	expect(idsOf(await app.stored())).toEqual([1, 2, 3, 4, 5]);
});

it('never gives an ID again', async () => {
	const app = await openApp({users: 2});
	await app.press('table.down', 'user.delete', 'confirm.yes', 'user.add', goToField('lastName'));
	await app.type('Archer');
	await app.press(goToField('email'));
	await app.type('ann@example.com');
	await app.press('form.save');
	expect(idsOf(await app.stored())).toEqual([1, 3]);
});
