import {expect, it} from 'vitest';
import {defaultProfile} from '../../source/domain/profile.ts';
import {openApp} from '../helpers/app-driver.tsx';
import {goTo} from '../helpers/go-to.ts';

it('keeps the cell open with the reason, until the value is right', async () => {
	const app = await openApp({users: 2});
	const before = await app.stored();
	await app.press(goTo('email'));
	await app.type('ann@');
	await app.press('cell.commit-down');
	expect(app.screen()).toContain('!Email address: Not an e-mail address.');
	expect(app.footer()).toContain('Esc Cancel');
	expect(await app.stored()).toEqual(before);
	await app.type('example.com');
	expect(app.screen()).not.toContain('Not an e-mail address');
	await app.press('cell.commit-down');
	expect((await app.stored()).users[0]?.email).toBe('ann@example.com');
	expect(app.screen()).toContain('Row 2 of 2');
});

it('refuses to leave out what is required, and clears what is not', async () => {
	const app = await openApp({users: 1});
	await app.press(goTo('lastName'), 'cell.clear');
	expect(app.screen()).toContain('!Last name: Required.');
	await app.press(goTo('firstName'), 'cell.clear');
	expect((await app.stored()).users[0]?.firstName).toBe('');
	expect(app.screen()).toContain('First name: empty');
});

it('tells of a doubt, and saves all the same (rules.md 3.12)', async () => {
	const app = await openApp({
		users: 1,
		profiles: [{...defaultProfile, remoteMbg: true}],
	});
	await app.press(goTo('directoryNumber'));
	await app.type('1#001');
	await app.press('cell.commit-down');
	expect(app.screen()).toContain('cannot sync over a remote MBG connection.');
	expect((await app.stored()).users[0]?.directoryNumber).toBe('1#001');
});

it('says of a cell that comes from elsewhere why it cannot be edited', async () => {
	const app = await openApp({users: 1, columns: 120});
	await app.press(goTo('id'));
	await app.type('7');
	expect(app.screen()).toContain('The ID is given by usersheet and cannot be changed.');
	await app.press(goTo('mbgWebrtcSipHost'));
	await app.type('x');
	expect(app.screen()).toContain('comes from the profile.');
});
