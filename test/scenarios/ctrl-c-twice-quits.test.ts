import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';

it('says so after the first, and quits at the second', async () => {
	const app = await openApp({users: 2});
	await app.type('Zoe');
	await app.press('cell.commit-down', 'app.interrupt');
	expect(app.screen()).toContain('Ctrl+C once more quits. Changes are saved by themselves.');
	await app.press('table.down', 'app.interrupt');
	expect(app.screen()).toContain('Ctrl+C once more quits.');
	await app.press('app.interrupt');
	expect(await app.exit).toBe(0);
	expect((await app.stored()).users[0]?.firstName).toBe('Zoe');
});

it('closes what is open instead', async () => {
	const app = await openApp({users: 2});
	await app.press('user.add', 'app.interrupt', 'help.open', 'app.interrupt');
	await app.type('Zoe');
	await app.press('app.interrupt');
	expect(app.screen()).toContain('Row 1 of 2');
	expect(app.screen()).not.toContain('Zoe');
});
