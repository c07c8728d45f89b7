import {expect, it} from 'vitest';
import {openApp} from '../helpers/app-driver.tsx';
import {goTo} from '../helpers/go-to.ts';
import {makeSheet} from '../helpers/make-users.ts';

const names: readonly (readonly [string, string])[] = [
	['Ann', 'Archer'],
	['小明', '欧阳'],
	['Zoé\u0301', 'Łukasz'],
	['👩‍👩‍👧‍👦', 'Familie 🇨🇭'],
	['Quentin', 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh'],
	['テスト太郎テスト太郎', 'とても長い名前のひと'],
	['\u0301lone', 'Ａ wide'],
];
const sheet = {
	...makeSheet(names.length),
	users: makeSheet(names.length).users.map((user, index) => ({
		...user,
		firstName: names[index]?.[0] ?? '',
		lastName: names[index]?.[1] ?? '',
	})),
};

/** The cell at which the Profile column starts in a row, counted in cells of the terminal. */
function columnOfProfile(row: string, cells: (column: number) => string): number {
	expect(row).toContain('Default');
	let text = '';
	for (let column = 0; column < 100; column += 1) {
		text += cells(column);
		if (text.endsWith('Default')) return column - 'Default'.length + 1;
	}
	return -1;
}

it('keeps the columns aligned, whatever the names are made of', async () => {
	const app = await openApp({sheet, columns: 100});
	const rows = app.terminal.screen().slice(2, 2 + names.length);
	const starts = rows.map((row, index) =>
		columnOfProfile(row, (column) => app.terminal.cellStyle(column, index + 2).text || ''),
	);
	expect(new Set(starts).size).toBe(1);
	expect(rows[4]).toContain('Wolfeschlegelst…');
	expect(rows[5]).toContain('テスト太郎テ …');
});

it('shows the whole name below, wrapped where it is wider than the screen', async () => {
	const app = await openApp({sheet, columns: 40, rows: 12});
	await app.press(goTo('lastName'), 'down', 'down', 'down', 'down');
	expect(app.screen().replaceAll(/\n ?/g, '')).toContain(
		'Last name:Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh',
	);
});

it('moves the caret by what a person calls a character', async () => {
	const app = await openApp({sheet});
	await app.press('down', 'down', 'down', 'cell.edit', 'backspace');
	await app.type('👨‍🚀x');
	await app.press('left', 'left', 'delete', 'cell.commit-down');
	expect((await app.stored()).users[3]?.firstName).toBe('x');
});
