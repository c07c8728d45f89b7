import path from 'node:path';
import {expect, it} from 'vitest';
import {type AppDriver, makeFiles, openApp} from '../helpers/app-driver.tsx';
import {goToOption} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';

const made = makeSheet(3);
const sheet = {
	...made,
	users: made.users.map((user) => ({...user, firstName: 'Jürgen', voicemailNumber: `090${user.id}`})),
};
const file = 'ID,First name,Voicemail number\n1,JÃ¼rgen,0901\n2,Yara,902.0\n3,Xenia,#N/A\n';

async function openDamaged(): Promise<AppDriver> {
	const folder = makeFiles({'damaged.csv': file});
	const app = await openApp({sheet});
	await app.press('import.open');
	await app.type(path.join(folder, 'damaged.csv'));
	await app.press('import.read', goToOption('overwrite'), 'import.change-option');
	return app;
}

async function storedCells(app: AppDriver): Promise<readonly (readonly string[])[]> {
	const {users} = await app.stored();
	return users.map((user) => [user.firstName, user.voicemailNumber]);
}

it('shows how many there are with an example by line, and writes nothing undecided', async () => {
	const app = await openDamaged();
	expect(app.screen()).toMatch(/!Doubtful cells +3 cells: fix, keep or take\? First name 1/);
	expect(app.screen()).toMatch(/Line 2, Jürgen .*, First name "JÃ¼rgen": /);
	await app.press('import.preview', 'import.commit');
	expect(app.screen()).toContain('The file has 3 doubtful cells.');
	expect(app.screen()).toMatch(/> fix .*\n +keep .*\n +take /);
	await app.press('choice.cancel');
	expect((await app.stored()).users).toEqual(sheet.users);
});

it('takes the likely values when told so in the question', async () => {
	const app = await openDamaged();
	await app.press('import.preview', 'import.commit', 'choice.choose', 'import.commit', 'confirm.yes');
	expect(await storedCells(app)).toEqual([
		['Jürgen', '0901'],
		['Yara', '0902'],
		['Xenia', '0903'],
	]);
});

it('takes the cells as they are when told so', async () => {
	const app = await openDamaged();
	await app.press(goToOption('doubtful'));
	await app.press('import.change-option', 'import.change-option', 'import.change-option');
	expect(app.screen()).toMatch(/>.Doubtful cells +take 3 cells/);
	await app.press('import.preview', 'import.commit', 'confirm.yes');
	expect(await storedCells(app)).toEqual([
		['JÃ¼rgen', '0901'],
		['Yara', '902.0'],
		['Xenia', '#N/A'],
	]);
});
