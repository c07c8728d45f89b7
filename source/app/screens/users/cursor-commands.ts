import type {Command} from '../../commands/command.ts';
import type {CommandId} from '../../keymap/keymap.ts';
import type {Message} from '../../message.ts';

const moving = {when: ['grid'], basic: true} as const;

/** Moving about in the grid. */
export const cursorCommands: readonly Command[] = [
	move('cursor.up', 'Up one row', -1, 0),
	move('cursor.down', 'Down one row', 1, 0),
	move('cursor.left', 'Left one column', 0, -1),
	move('cursor.right', 'Right one column', 0, 1),
	{
		...moving,
		id: 'cursor.next',
		title: 'Right one column',
		run: () => ({type: 'users/move-cursor', rows: 0, columns: 1, by: 'tab'}),
	},
	{
		...moving,
		id: 'cursor.previous',
		title: 'Left one column',
		run: () => ({type: 'users/move-cursor', rows: 0, columns: -1, by: 'tab'}),
	},
	{
		...moving,
		id: 'cursor.page-up',
		title: 'Up one page',
		run: (_, count = 1) => ({type: 'users/move-page', pages: -count}),
	},
	{
		...moving,
		id: 'cursor.page-down',
		title: 'Down one page',
		run: (_, count = 1) => ({type: 'users/move-page', pages: count}),
	},
	{
		...moving,
		id: 'cursor.row-start',
		title: 'To the first column',
		run: () => ({type: 'users/move-to', column: 'first'}),
	},
	{
		...moving,
		id: 'cursor.row-end',
		title: 'To the last column',
		run: () => ({type: 'users/move-to', column: 'last'}),
	},
	{
		...moving,
		id: 'cursor.first-row',
		title: 'To the first user',
		run: (_, count) => goToNumber(count) ?? {type: 'users/move-to', row: 'first'},
	},
	{
		...moving,
		id: 'cursor.last-row',
		title: 'To the last user',
		run: (_, count) => goToNumber(count) ?? {type: 'users/move-to', row: 'last'},
	},
	{
		...moving,
		id: 'cursor.go-to',
		title: 'To the user with this ID, or else to this row',
		argument: {name: '42', alone: /^\d+$/, run: (number) => ({type: 'users/go-to', number: Number(number)})},
		run: () => ({type: 'commands/open', purpose: 'palette'}),
	},
];

function move(id: CommandId, title: string, rows: number, columns: number): Command {
	return {
		...moving,
		id,
		title,
		run: (_, count = 1) => ({type: 'users/move-cursor', rows: rows * count, columns: columns * count}),
	};
}

/** In Vim a count before the key for the first or last line is the number of a line. */
function goToNumber(number: number | undefined): Message | undefined {
	return number === undefined ? undefined : {type: 'users/go-to', number};
}
