import path from 'node:path';
import {expect, it} from 'vitest';
import {type AppDriver, makeFiles, openApp} from '../helpers/app-driver.tsx';
import {goTo, goToOption} from '../helpers/go-to.ts';

const escapes = {
	title: '\u001b]0;PWNED\u0007',
	clear: '\u001b[2J\u001b[H',
	red: '\u001b[31mred',
	c1: '\u009b31m',
	bidi: '\u202eevil',
	zeroWidth: 'in\u200bvisible',
};
const csv = [
	`Last name,First name,Email address,Un${escapes.red}known,"Multi\nline"`,
	`Arch${escapes.clear}er,${escapes.title}Ann,ann@example.com,x,y`,
	`Ba${escapes.bidi}ker,${escapes.c1}Ben,b${escapes.zeroWidth}@,x,y`,
	`"Cos\r\nta",C\u0001arla\u0007,carla@example.com,${escapes.red},y`,
].join('\n');

/** Nothing of the data may reach the terminal as it is; the screen is drawn as if it were plain text. */
function expectHarmless(app: AppDriver): void {
	const {output} = app;
	for (const raw of [...Object.values(escapes), '\u0007', '\u202e', '\u200b', '\u009b']) {
		expect(output).not.toContain(raw);
	}
	expect(app.terminal.emulator.terminal.buffer.active.type).toBe('alternate');
	expect(app.terminal.screen().map((row) => row.trimEnd())).toEqual(app.frame().map((row) => row.trimEnd()));
}

it('shows control sequences and bidi of names, headers and file names as symbols, everywhere', async () => {
	const name = `ev${escapes.red}il\u202e\n.csv`;
	const folder = makeFiles({[name]: csv});
	const app = await openApp();
	await app.press('import.open');
	await app.type(`${folder}/ev`);
	expect(app.screen()).toContain('ev␛[31mredil‹U+202E›␊.csv');
	expectHarmless(app);
	await app.press('import.complete', 'import.read');
	expect(app.screen()).toContain('>2 Options');
	expect(app.screen()).toContain('Un␛[31mredknown: It is ignored.');
	expectHarmless(app);
	await app.press(goToOption('partial'), 'import.change-option', 'import.preview');
	expect(app.screen()).toContain('bin‹U+200B›');
	expectHarmless(app);
	await app.press('import.next-tab', 'import.next-tab', 'table.down', 'table.down');
	expectHarmless(app);
	await app.press('import.write-rejects');
	expect(app.screen()).toContain('‹U+202E›');
	expectHarmless(app);
	await app.press('export.cancel', 'import.commit', 'confirm.yes', 'import.finish');
	await app.press('table.clear', 'table.down', 'table.up');
	expect(app.screen()).toContain('Arch␛[2J␛[H');
	expect(app.screen()).toContain('␛]0;PWNED␇Ann');
	expectHarmless(app);
	await app.press(goTo('lastName'));
	expect(app.screen()).toContain('Last name: Arch␛[2J␛[H');
	await app.press('cell.edit');
	expectHarmless(app);
	await app.press('cell.cancel', 'user.delete');
	expect(app.screen()).toContain('Delete ␛]0;PWNED␇Ann Arch␛[2J␛[Her (ID 1)?');
	expectHarmless(app);
	await app.press('confirm.yes');
	expect(app.screen()).toContain('Deleted ␛]0;PWNED␇Ann');
	expectHarmless(app);
});

it('stores the values exactly as they came (rules.md 3.11)', async () => {
	const folder = makeFiles({'h.csv': csv});
	const app = await openApp();
	await app.press('import.open');
	await app.type(path.join(folder, 'h.csv'));
	await app.press('import.read', goToOption('partial'), 'import.change-option', 'import.preview');
	await app.press('import.commit', 'confirm.yes');
	const [ann, carla] = (await app.stored()).users;
	expect(ann).toMatchObject({lastName: 'Arch\u001b[2J\u001b[Her', firstName: '\u001b]0;PWNED\u0007Ann'});
	expect(carla).toMatchObject({lastName: 'Cos\r\nta', firstName: 'C\u0001arla\u0007'});
});

it('shows a hostile paste as symbols, in the cell and in the filter', async () => {
	const app = await openApp({users: 2});
	await app.paste(`x${escapes.red}`);
	expect(app.screen()).toContain('x␛[31mred');
	await app.press('cell.commit-down', 'table.filter');
	await app.paste(escapes.bidi);
	await app.press('filter.keep');
	expect(app.screen()).toContain('/‹U+202E›evil');
	expect(app.output).not.toContain('\u001b[31mred');
	expect(app.output).not.toContain('\u202e');
});
