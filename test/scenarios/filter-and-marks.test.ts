import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';
import {goTo} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';

const names = ['Archer', 'Baker', 'Archibald', 'Costa', 'Marchetti'];
const sheet = {
	...makeSheet(5),
	users: makeSheet(5).users.map((user, index) => {
		return {...user, lastName: names[index] ?? '', email: `user${user.id}@example.com`, serviceUser: ''};
	}),
};

it('filters as it is typed, and goes back to what was on Esc', async () => {
	const app = await openApp({sheet});
	await app.press('table.filter');
	await app.type('arch');
	expect(app.screen()).toContain('3 users match');
	expect(app.screen()).not.toContain('Costa');
	await app.press('filter.cancel');
	expect(app.screen()).toContain('Row 1 of 5');
	await app.press('table.filter');
	await app.type('ARCH @example archi');
	await app.press('filter.keep');
	expect(app.screen()).toContain('/ARCH @example archi');
	expect(app.screen()).toContain('Row 1 of 1 · 5 in all');
	await app.press('table.clear');
	await app.waitForScreen('Row 1 of 5');
});

it('says when nobody matches', async () => {
	const app = await openApp({sheet});
	await app.press('table.filter');
	await app.type('zzz');
	expect(app.screen()).toContain('No user matches the filter: Esc takes it away.');
	expect(app.screen()).toContain('0 users match');
});

it('keeps marks by user while the filter comes and goes', async () => {
	const app = await openApp({sheet});
	await app.press('table.down', 'table.mark');
	expect(app.screen()).toMatch(/^>\* +2 /m);
	await app.press('table.filter');
	await app.type('arch');
	await app.press('filter.keep');
	expect(app.screen()).toContain('1 marked, 1 hidden');
	await app.press('table.clear');
	await app.waitForScreen(/^.\* +2 /m);
	await app.press('table.mark-all');
	expect(app.screen()).toContain('5 users are marked now.');
	await app.press('table.mark-all');
	expect(app.screen()).toContain('No user is marked now.');
	await app.press('table.mark-all', 'escape');
	await app.waitForScreen('No user is marked now.');
});

it('edits in what the filter shows, without a row leaving under the cursor', async () => {
	const app = await openApp({sheet});
	await app.press('table.filter');
	await app.type('costa');
	await app.press('filter.keep', goTo('lastName'));
	await app.type('Zeta');
	await app.press('cell.commit-down');
	expect(app.screen()).toContain('Zeta');
	expect(app.screen()).toContain('Row 1 of 1');
	expect((await app.stored()).users[3]?.lastName).toBe('Zeta');
});
