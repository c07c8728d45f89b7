import type {Command} from './command.ts';

const moving = {when: ['grid'], basic: true} as const;

/** Moving about in the grid. */
export const cursorCommands: readonly Command[] = [
	move('cursor.up', 'Up one row', ['up'], -1, 0),
	move('cursor.down', 'Down one row', ['down'], 1, 0),
	move('cursor.left', 'Left one column', ['left'], 0, -1),
	move('cursor.right', 'Right one column', ['right'], 0, 1),
	{
		...moving,
		id: 'cursor.next',
		title: 'Right one column',
		keys: ['tab'],
		run: () => ({type: 'grid/move-cursor', rows: 0, columns: 1, by: 'tab'}),
	},
	{
		...moving,
		id: 'cursor.previous',
		title: 'Left one column',
		keys: ['shift+tab'],
		run: () => ({type: 'grid/move-cursor', rows: 0, columns: -1, by: 'tab'}),
	},
	{
		...moving,
		id: 'cursor.page-up',
		title: 'Up one page',
		keys: ['pageup'],
		run: () => ({type: 'grid/move-page', pages: -1}),
	},
	{
		...moving,
		id: 'cursor.page-down',
		title: 'Down one page',
		keys: ['pagedown'],
		run: () => ({type: 'grid/move-page', pages: 1}),
	},
	{
		...moving,
		id: 'cursor.row-start',
		title: 'To the first column',
		keys: ['home', 'ctrl+left'],
		run: () => ({type: 'grid/move-to', column: 'first'}),
	},
	{
		...moving,
		id: 'cursor.row-end',
		title: 'To the last column',
		keys: ['end', 'ctrl+right'],
		run: () => ({type: 'grid/move-to', column: 'last'}),
	},
	{
		...moving,
		id: 'cursor.first-row',
		title: 'To the first user',
		keys: ['ctrl+home', 'ctrl+up'],
		run: () => ({type: 'grid/move-to', row: 'first'}),
	},
	{
		...moving,
		id: 'cursor.last-row',
		title: 'To the last user',
		keys: ['ctrl+end', 'ctrl+down'],
		run: () => ({type: 'grid/move-to', row: 'last'}),
	},
	{
		...moving,
		id: 'cursor.go-to',
		title: 'To the user with this ID, or else to this row',
		keys: [],
		argument: {name: '42', alone: /^\d+$/, run: (number) => ({type: 'grid/go-to', number: Number(number)})},
		run: () => ({type: 'commands/open', purpose: 'palette'}),
	},
];

function move(id: string, title: string, keys: readonly string[], rows: number, columns: number): Command {
	return {...moving, id, title, keys, run: () => ({type: 'grid/move-cursor', rows, columns})};
}
