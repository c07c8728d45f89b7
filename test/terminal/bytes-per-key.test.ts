import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {defaultProfile} from '../../source/domain/profile.ts';
import {type AppDriver, type AppOptions, makeFiles, openApp} from '../helpers/app-driver.tsx';
import {goTo} from '../helpers/go-to.ts';

const header = 'Last name,First name,Email address,Directory Number\n';
const rows = Array.from(
	{length: 200},
	(_, index) => `Archer-${index},Ann,ann.archer-${index}@example.com,${2000 + index}\n`,
);

const profiles = Array.from({length: 60}, (_, index) => ({
	...defaultProfile,
	name: `Branch office ${index}`,
}));

type List = {
	readonly name: string;
	/** What the store holds; many users by themselves. */
	readonly sheet?: AppOptions;
	/** Opens it, with more rows than fit. */
	readonly open: (app: AppDriver) => Promise<void>;
	/** Whether a move to the side is seen in a text, and not only in a style. */
	readonly hasColumns?: boolean;
	/** Bytes that a move of the cursor may cost, beside the text that it changes elsewhere; sc, a spreadsheet in C, writes 69 to 77. */
	readonly move: number;
	/** Whether several of its cells can be chosen. */
	readonly hasRange?: boolean;
	/** Bytes that a page may cost, as a multiple of the text that it changes. */
	readonly page: number;
};

/** Bytes that a row more in a range may cost, beside the text that it changes elsewhere. */
const row = 300;

/** Every list that fills the screen. */
const lists: readonly List[] = [
	{
		name: 'users',
		open: (app) => app.press(goTo('firstName')),
		hasColumns: true,
		hasRange: true,
		move: 72,
		page: 1.1,
	},
	{
		name: 'history',
		open: async (app) => {
			await app.type(`${Array.from({length: 60}, (_, index) => `Ann-${index}\r`).join('\u001b[A\u001b[B')}`);
			await app.press('history.open');
		},
		hasRange: true,
		move: 72,
		page: 1.1,
	},
	{
		name: 'preview of an import',
		open: async (app) => {
			const folder = makeFiles({'many.csv': header + rows.join('')});
			await app.press('import.open');
			await app.type(`${path.join(folder, 'many.csv')}\r`);
			await app.type('\r');
			await app.press('table.right');
		},
		hasRange: true,
		move: 72,
		page: 1.1,
	},
	{
		name: 'what is wrong in an import',
		open: async (app) => {
			const folder = makeFiles({'bad.csv': header + rows.join('').replaceAll('@', ' @')});
			await app.press('import.open');
			await app.type(`${path.join(folder, 'bad.csv')}\r`);
			await app.type('\r');
		},
		hasRange: true,
		move: 72,
		page: 1.1,
	},
	{
		name: 'problems',
		open: async (app) => {
			await app.press(goTo('directoryNumber'), 'table.range-column');
			await app.type(':set\r7\ry');
			await app.type(':problems\r');
		},
		move: 72,
		page: 1.1,
	},
	{name: 'all keys', open: (app) => app.press('help.open'), move: 72, page: 1.1},
	{name: 'commands', open: (app) => app.press('palette.open'), move: 72, page: 1.1},
	{
		name: 'profiles to choose from',
		sheet: {users: 20, profiles},
		open: (app) => app.press(goTo('profile'), 'cell.edit'),
		move: 72,
		page: 1.1,
	},
];

async function openList({open, sheet = {users: 2000}}: List): Promise<AppDriver> {
	const app = await openApp({...sheet, columns: 120, rows: 40});
	await open(app);
	await app.press('table.down', 'table.down');
	return app;
}

/** What a key costs: bytes, and bytes of text in the rows that it changes; it has to change the screen. */
async function measure(app: AppDriver, key: string) {
	const before = app.terminal.screen();
	app.terminal.forgetBytes();
	await app.press(key);
	const after = app.terminal.screen();
	const {bytesWritten: bytes} = app.terminal;
	expect(bytes, key).toBeGreaterThan(0);
	const changed = after.flatMap((row, index) =>
		row === before[index] ? [] : [{row, before: before[index] ?? ''}],
	);
	const besides = changed.filter((rows) => !`${rows.row[0]}${rows.before[0]}`.includes('>'));
	return {
		bytes,
		text: Buffer.byteLength(changed.map(({row}) => row).join('')),
		besides: Buffer.byteLength(besides.map((rows) => changedPart(rows.before, rows.row)).join('')),
	};
}

/** The characters of a row that are not as before. */
function changedPart(before: string, after: string): string {
	return Array.from(after, (character, index) => (character === before[index] ? '' : character)).join('');
}

describe.each(lists)('at 120×40, in the list of $name', (list) => {
	it(`a move of the cursor costs at most ${list.move} bytes`, async () => {
		const app = await openList(list);
		const keys = [
			...Array<string>(8).fill('table.down'),
			...Array<string>(4).fill('table.up'),
			...(list.hasColumns ? ['table.right', 'table.right', 'table.left'] : []),
		];
		for (const key of keys) {
			const {bytes, besides} = await measure(app, key);
			expect(bytes - besides, key).toBeLessThanOrEqual(list.move);
		}
	});

	it.runIf(list.hasRange)(
		`a row more in a range as wide as the screen costs at most ${row} bytes`,
		async () => {
			const app = await openList(list);
			await app.press(
				'table.row-start',
				'table.extend-row-end',
				'table.extend-row-start',
				'table.extend-row-end',
			);
			for (const key of [
				...Array<string>(6).fill('table.extend-down'),
				...Array<string>(3).fill('table.extend-up'),
			]) {
				const {bytes, besides} = await measure(app, key);
				expect(bytes - besides, key).toBeLessThanOrEqual(row);
			}
		},
	);

	it(`a page costs at most ${list.page} times the text that it changes`, async () => {
		const app = await openList(list);
		for (const key of ['table.page-down', 'table.page-down', 'table.page-up']) {
			const {bytes, text} = await measure(app, key);
			expect(bytes, key).toBeLessThanOrEqual(list.page * text);
		}
	});
});
