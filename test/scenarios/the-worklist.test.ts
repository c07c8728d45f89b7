import {expect, it} from 'vitest';
import {makeUser, sheetOf} from '../domain/make-sheet.ts';
import {openApp} from '../helpers/app-driver.tsx';

const ready = {email: 'x@example.com', deploymentLink: 'https://redirect.example.com/1'};
const sheet = sheetOf(
	makeUser(1, {...ready, lastName: 'Archer', serviceUser: 'archera'}),
	makeUser(2, {...ready, lastName: 'Baker', email: 'b@example.com', deploymentPin: '482913'}),
	makeUser(3, {lastName: 'Carter', email: 'c@example.com'}),
);

/** By its name in the list behind the colon. */
async function runCommand(app: Awaited<ReturnType<typeof openApp>>, name: string): Promise<void> {
	await app.press('palette.open');
	await app.type(`${name}\r`);
}

it('leads to the users of each entry, and is done by marking them', async () => {
	const app = await openApp({sheet});
	await runCommand(app, 'worklist');
	await app.waitForScreen(/2 +to deploy/);
	expect(app.screen()).toMatch(/1 +without a link/);
	expect(app.screen()).toMatch(/1 +PIN not told/);
	await app.press('worklist.go-to');
	expect(app.screen()).toContain('state:to-deploy');
	expect(app.screen()).not.toContain('Carter');
	await app.press('table.mark-all');
	await runCommand(app, 'deployed');
	await app.waitForScreen(/Mark 2 users as deployed\?/);
	await app.press('confirm.yes');
	const stored = await app.stored();
	expect(stored.users.map(({setUpUser, deployedOn}) => [setUpUser, deployedOn !== ''])).toEqual([
		['archera', true],
		['', true],
		['', false],
	]);
	await app.press('change.undo');
	expect((await app.stored()).users).toEqual(sheet.users);
});

it('lists users who were deleted while deployed, until they are withdrawn', async () => {
	const app = await openApp({sheet});
	await runCommand(app, 'deployed');
	await app.waitForScreen(/Marked Archer as deployed/);
	await app.press('user.delete', 'confirm.yes');
	await runCommand(app, 'worklist');
	await app.waitForScreen(/1 +to withdraw/);
	await app.press('table.last', 'worklist.go-to');
	await app.waitForScreen(/1 +Archer +archera/);
	await app.press('worklist.withdraw');
	// Undo has no key here, and what is said below the list is about this list, also once the entry has left the worklist.
	expect(app.text()).toContain('in the grid takes that back');
	expect(app.text()).not.toContain(':deploy');
	expect((await app.stored()).toWithdraw).toEqual([]);
	await app.waitForScreen(/No user is to be withdrawn/);
	await app.press('worklist.close', 'worklist.close', 'change.undo');
	expect((await app.stored()).toWithdraw).toMatchObject([{id: 1, name: 'Archer'}]);
});
