import path from 'node:path';
import {expect, it} from 'vitest';
import {type AppDriver, makeFiles, openApp} from '../helpers/app-driver.tsx';
import {goToOption} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';

const sheet = {
	...makeSheet(3),
	users: makeSheet(3).users.map((user) => ({...user, voicemailNumber: `90${user.id}`})),
};

async function openBlank(): Promise<AppDriver> {
	const folder = makeFiles({'blank.csv': 'ID,First name,Voicemail number\n1,Zoe,\n2,Yara,\n3,Xenia,903\n'});
	const app = await openApp({sheet});
	await app.press('import.open');
	await app.type(path.join(folder, 'blank.csv'));
	await app.press('import.read', goToOption('overwrite'), 'import.change-option');
	await app.press(goToOption('blankColumns'));
	return app;
}

it('shows per column how many stored values blank cells would clear, and writes nothing undecided', async () => {
	const app = await openBlank();
	expect(app.screen()).toMatch(/>!Blank cells +2 values: keep or clear\? Voicemail number 2/);
	await app.press('import.preview', 'import.commit');
	expect(app.screen()).toContain('Blank cells would clear 2 stored values.');
	expect(app.screen()).toMatch(/> keep .*\n +clear /);
	await app.press('choice.cancel');
	expect(app.screen()).toContain('>3 Preview');
	expect((await app.stored()).users).toEqual(sheet.users);
});

it('clears them when told to, after saying how many', async () => {
	const app = await openBlank();
	await app.press('import.change-option', 'import.change-option', 'import.preview', 'import.commit');
	expect(app.screen()).toContain('Blank cells clear 2 stored values.');
	await app.press('confirm.yes');
	expect((await app.stored()).users.map((user) => [user.firstName, user.voicemailNumber])).toEqual([
		['Zoe', ''],
		['Yara', ''],
		['Xenia', '903'],
	]);
});

it('leaves them alone when told so in the question, and writes the rest', async () => {
	const app = await openBlank();
	await app.press('import.preview', 'import.commit', 'choice.choose', 'import.commit');
	expect(app.screen()).toContain('Blank cells leave 2 stored values alone.');
	await app.press('confirm.yes');
	expect((await app.stored()).users.map((user) => [user.firstName, user.voicemailNumber])).toEqual([
		['Zoe', '901'],
		['Yara', '902'],
		['Xenia', '903'],
	]);
});
