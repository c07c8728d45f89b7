import {commandNames} from '../../commands/typed-name.ts';
import type {Keymap} from '../../keymap/keymap.ts';
import {keyName} from '../../keymap/keymap.ts';
import {type Model, putScreen} from '../../model.ts';
import {rowsByPlace} from '../../table/rows-by-place.ts';
import type {Table, TableKind} from '../../table/table.ts';
import {gutterWidth} from '../../table/table-layout.ts';
import type {CommandListState, ListedCommand} from './commands-state.ts';

/** What the rows hang on: the keys in force. */
type CommandsContext = {readonly keymap: Keymap};

/** Lines around the commands: rule, typed text, header, answer, keys, and one of what is below. */
const linesAround = 6;
/** From this width on, help and palette say what a command is for. */
const roomForTask = 72;
/** The palette leaves more of what is below in sight. */
const paletteRows = 12;

const commandsKind: TableKind<ListedCommand, CommandsContext> = {
	noun: {one: 'command', many: 'commands'},
	numbered: 'row',
	valueOf({command, task}, key, {keymap}) {
		if (key === 'task') return task;
		return key === 'keys' ? commandNames(keymap, command).join(', ') || ':' : command.title;
	},
	cellOf(listed, key, context) {
		const text = commandsKind.valueOf(listed, key, context);
		const {reason} = listed;
		if (reason === undefined) return {text};
		return {text: key === 'title' ? `${text}  (${reason})` : text, tone: 'quiet'};
	},
	nameOf: ({command}) => command.title,
};

/** Help or palette. */
export function commandsTable(screen: CommandListState, model: Model): Table<ListedCommand, CommandsContext> {
	const {listed, table, purpose, field} = screen;
	const {columns, rows} = model.size;
	const keyWidth = Math.min(22, Math.floor(columns / 3));
	const taskWidth = columns < roomForTask ? 0 : 11;
	const most = purpose === 'help' ? rows - linesAround : Math.min(paletteRows, rows - linesAround - 2);
	return {
		kind: commandsKind,
		context: model,
		state: table,
		columns: [
			{key: 'keys', header: 'Keys', width: keyWidth},
			{
				key: 'title',
				header: 'What it does',
				width: Math.max(8, columns - keyWidth - taskWidth - gutterWidth - 2),
			},
			...(taskWidth === 0 ? [] : [{key: 'task', header: 'For', width: taskWidth - 1}]),
		],
		size: {columns, rows: Math.max(1, most)},
		cursor: 'row',
		emptyText: `No command fits “${field.text}”. ${keyName(model, 'commands.run')} does nothing.`,
		...rowsByPlace(listed),
		keep: (state) => putScreen(model, {...screen, table: state}),
	};
}
