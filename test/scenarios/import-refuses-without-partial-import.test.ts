import path from 'node:path';
import {expect, it} from 'vitest';
import {makeFiles, openApp, sampleProfiles} from '../helpers/app-driver.tsx';
import {goToOption} from '../helpers/go-to.ts';

it('confirms nothing while a row is rejected, says why, and leaves the rejected rows out when it may', async () => {
	const folder = makeFiles();
	const app = await openApp({profiles: sampleProfiles()});
	await app.press('import.open');
	await app.type(path.join(folder, 'rejects.csv'));
	await app.press('import.read', 'import.preview');
	expect(app.screen()).toMatch(/\[Rejected (\d+)\] +Create (\d+)/);
	expect(app.footer()).not.toContain('Enter');
	expect(app.screen()).toMatch(/^ Import CSV .* · rejected rows stop it · 1 to decide/m);
	const before = await app.stored();
	await app.press('import.commit');
	expect(app.screen()).toMatch(
		/!\d+ rows are rejected, and partial import is off: put them right, leave them out/,
	);
	// The answer of two lines must not squeeze what is above it.
	expect(app.screen()).toMatch(/\[Rejected \d+\] .* All 25/);
	expect(app.screen()).toMatch(/ Line +Who +Column +Value +Why/);
	expect(await app.stored()).toEqual(before);
	await app.press('import.back-to-options', goToOption('partial'), 'import.change-option', 'import.preview');
	await app.press('import.commit');
	expect(app.screen()).toMatch(/> skip .*\n +create /);
	await app.press('table.down', 'choice.choose', 'import.commit');
	expect(app.screen()).toMatch(/\d+ rejected rows stay out\./);
	await app.press('confirm.yes');
	const {users} = await app.stored();
	expect(users.map((user) => user.lastName)).toContain('Walker');
	expect(users.map((user) => user.lastName)).not.toContain('Zimmer');
	expect(app.screen()).toMatch(new RegExp(`Created +${users.length}`));
	expect(app.screen()).toMatch(new RegExp(`Rejected +${25 - users.length}`));
});

it('tells every problem with its line, who, column, value and reason, secrets masked (rules.md 3.14)', async () => {
	const folder = makeFiles();
	const app = await openApp({profiles: sampleProfiles(), columns: 120, rows: 40});
	await app.press('import.open');
	await app.type(path.join(folder, 'rejects.csv'));
	await app.press('import.read', 'import.preview');
	expect(app.screen()).toMatch(/ 5 +Zoe Zimmer +Email address +zoe\.zimmer@ +Not an e-mail address/);
	expect(app.screen()).toMatch(/ 12 +Gerd Graf +Deployment PIN +•••• /);
	for (let line = 0; line < 7; line += 1) await app.press('table.down');
	expect(app.screen()).toContain('Profile "Defualt": There is no such profile. Did you mean "Default"?');
});
