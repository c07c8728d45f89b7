import {render} from 'ink';
import {createElement} from 'react';
import {afterEach, describe, expect, it} from 'vitest';
import {emptyChange, updateOf} from '../../source/domain/change.ts';
import type {Entry} from '../../source/domain/entry.ts';
import type {User} from '../../source/domain/user.ts';
import type {Runtime} from '../../source/shell/runtime.ts';
import {createFrameWriter} from '../../source/terminal/frames/frame-writer.ts';
import {textWidth} from '../../source/terminal/text/text-width.ts';
import {App} from '../../source/ui/app.tsx';
import {joinParts} from '../../source/ui/history/history-detail.ts';
import {makeUser} from '../domain/make-sheet.ts';
import {FakeTerminal} from '../helpers/fake-terminal.ts';
import {makeSheet} from '../helpers/make-users.ts';
import {openSession} from '../helpers/model-session.ts';

const sizes = [
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
	{columns: 60, rows: 15},
] as const;

const names = [
	'王小明',
	'Élodie-Marie-Antoinette Lefèvre de la Rochefoucauld-Liancourt',
	'Ann\u001b[31m Archer',
];

const ends: (() => void)[] = [];

afterEach(() => {
	for (const end of ends.splice(0)) end();
});

/** The rows on the screen after these keys, with so many changes in the history. */
async function show(
	{users, ...size}: {readonly columns: number; readonly rows: number; readonly users?: readonly User[]},
	entries: readonly Entry[],
	...keys: readonly string[]
): Promise<readonly string[]> {
	const sheet = makeSheet(2);
	const session = openSession({...sheet, users: users ?? sheet.users}, {size});
	session.history.push(...entries);
	session.press('f9', ...keys);
	const runtime: Runtime = {
		model: session.model,
		dispatch: session.send,
		subscribe: () => () => undefined,
		whenIdle: async () => undefined,
	};
	const terminal = new FakeTerminal(size);
	const app = render(createElement(App, {runtime}), {
		stdin: terminal.stdin as unknown as NodeJS.ReadStream,
		stdout: createFrameWriter(
			terminal.stdout as unknown as NodeJS.WriteStream,
		) as unknown as NodeJS.WriteStream,
		debug: true,
		interactive: true,
		patchConsole: false,
		exitOnCtrlC: false,
	});
	ends.push(() => {
		app.unmount();
		terminal.dispose();
	});
	await app.waitUntilRenderFlush();
	await terminal.settle();
	return terminal.screen();
}

describe.each(sizes)('the history at $columns×$rows', (size) => {
	it.each([0, 1, 2000])('fits with %i changes, title and keys in their places', async (amount) => {
		const screen = await show(size, makeEntries(amount));
		expect(screen[0]).toMatch(/^ History · (Row 1 of [\d,]+|0 changes)/);
		expect(screen[size.rows - 1]).toContain('Esc Back');
		for (const row of screen) expect(textWidth(row)).toBeLessThanOrEqual(size.columns);
		const lines = screen.filter((row) => /^[ >] .{0,2}[\d,]+ (2026-)?03-08 14:05 /.test(row));
		if (amount < 2) expect(lines).toHaveLength(amount);
		else expect(lines.length).toBeGreaterThanOrEqual(size.rows - 10);
		if (amount === 0) expect(screen.join(' ')).toContain('Nothing has been changed yet.');
		else expect(screen.filter((row) => row.startsWith('>'))).toHaveLength(1);
	});

	it('opens a change and asks before it is undone', async () => {
		const opened = await show(size, makeEntries(3), 'down', 'enter');
		expect(opened[0]).toMatch(/^ History {2}>Change 2/);
		expect(opened.join('\n')).toContain('Last name');
		expect(opened.join('\n')).not.toContain('4711');
		const asked = await show({...size, users: [userAfter(2)]}, makeEntries(3), 'down', 'enter', 'u');
		expect(asked.join('\n')).toMatch(/Undo change 2/);
		for (const row of [...opened, ...asked]) expect(textWidth(row)).toBeLessThanOrEqual(size.columns);
	});
});

describe('the history', () => {
	it('masks the PIN, and marks what an undo leaves', async () => {
		const screen = await show(sizes[0], makeEntries(1), 'enter');
		expect(screen.slice(0, 9)).toEqual([
			' History  >Change 1 · Row 1 of 2',
			' Edit Last name of 王小明',
			' 2026-03-08 14:05 · ann at 10.0.0.5 · 1 user changed · in the grid',
			'      ID Name            Field               Before           After',
			'>=     1 王小明          Last name           empty            王小明',
			'       1 王小明          Deployment PIN      empty            ••••',
			'',
			'',
			'',
		]);
	});

	it('breaks what is known of a change between its parts', () => {
		expect(joinParts(['Change 1', '2026-03-08', 'a long name'], 20)).toEqual([
			'Change 1',
			'2026-03-08',
			'a long name',
		]);
		expect(joinParts(['one', 'two', 'three'], 12)).toEqual(['one · two', 'three']);
		expect(joinParts(['much too long'], 8)).toEqual(['much to…']);
	});
});

/** The user as a change has left them. */
function userAfter(revision: number): User {
	return makeUser(1, {lastName: names[(revision - 1) % names.length] ?? '', deploymentPin: '4711'});
}

/** Each of them has set a name and a PIN that are others by now. */
function makeEntries(amount: number): readonly Entry[] {
	return Array.from({length: amount}, (_, index): Entry => {
		const revision = amount - index;
		const [before, after] = [makeUser(1), userAfter(revision)];
		return {
			revision,
			at: '2026-03-08T13:05:00.000Z',
			author: {user: 'ann', client: '10.0.0.5'},
			origination: {from: 'grid'},
			change: {...emptyChange(`Edit Last name of ${after.lastName}`), updated: [updateOf(before, after)]},
		};
	});
}
