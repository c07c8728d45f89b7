import {expect, it} from 'vitest';
import {type AppDriver, openApp} from '../helpers/app-driver.tsx';

async function expectGivenBack(app: AppDriver, reason: string): Promise<void> {
	await expect(app.exit).rejects.toThrow(reason);
	await app.terminal.settle();
	expect(app.terminal.emulator.isAlternate).toBe(false);
	expect(app.terminal.stdin.isRaw).toBe(false);
	expect(app.terminal.emulator.terminal.modes.bracketedPasteMode).toBe(false);
	expect(app.output.lastIndexOf('\u001b[?25h')).toBeGreaterThan(app.output.lastIndexOf('\u001b[?25l'));
}

it('when drawing throws', async () => {
	const app = await openApp({
		users: 2,
		wrapStore: (store) => ({
			...store,
			commit: async (change, base) => {
				const users = base.users.map((user) =>
					Object.defineProperty({...user}, 'lastName', {
						get: () => {
							throw new Error('this user cannot be drawn');
						},
					}),
				);
				return {sheet: {...base, users, revision: base.revision + 1}, change, conflicts: [], others: []};
			},
		}),
	});
	await app.type('Zoe');
	await app.press('cell.commit-down');
	await expectGivenBack(app, 'this user cannot be drawn');
});

it('when the shell throws', async () => {
	const app = await openApp({
		users: 2,
		wrapStore: (store) => ({...store, commit: () => Promise.reject(new Error('the store has a bug'))}),
	});
	await app.type('Zoe');
	await app.press('cell.commit-down');
	await expectGivenBack(app, 'the store has a bug');
});
