import {commandNames} from '../../source/app/commands/typed-name.ts';
import type {CommandId, Keymap} from '../../source/app/keymap/keymap.ts';
import {keymaps} from '../../source/app/keymap/keymaps.ts';
import {commands} from '../../source/app/loop/command-table.ts';

/** A command under its own title, or several under a title for all of them. */
type CheatRow = CommandId | readonly [what: string, ...ids: CommandId[]];

/** The keys that matter, by what one wants to do. */
const cheatSheet: Readonly<Record<string, readonly CheatRow[]>> = {
	Move: [
		['One cell left, down, up, right', 'table.left', 'table.down', 'table.up', 'table.right'],
		['To the first and the last column', 'table.row-start', 'table.row-end'],
		['To the first and the last row', 'table.first', 'table.last'],
		'table.go-to',
	],
	'Edit one': [
		'cell.edit',
		['Replace the value (in a spreadsheet: just type)', 'cell.replace'],
		'cell.clear',
		'user.add',
		['Undo, redo', 'change.undo', 'change.redo'],
	],
	'Many at once': [
		['Mark the row; all that are shown', 'table.mark', 'table.mark-all'],
		[
			'A range: row by row, from here on, the whole column',
			'table.extend-down',
			'table.range',
			'table.range-column',
		],
		['Copy, cut and paste cells', 'table.copy', 'cells.cut', 'cells.paste'],
		'cells.fill-down',
		'cells.fill',
		'cells.set-profile',
		'replace.open',
		'import.edit-users',
		'pin.set',
		[
			'List PINs to tell them; write slips to hand out; tick them as told',
			'pins.open',
			'pins.hand-out-marked',
			'pins.tick-marked',
		],
		'user.hand-over',
		'user.delete',
	],
	Find: [
		'table.filter',
		'table.clear',
		['To the next user with a problem, and to the one before', 'user.next-problem', 'user.previous-problem'],
		'problems.open',
	],
	Look: ['table.sort', 'columns.choose', 'pin.reveal', 'history.open'],
	'Profiles and settings': [
		['The deployment profiles', 'profile.open'],
		['Settings of the sheet, and your own', 'settings.open'],
	],
	'In and out': ['import.open', 'user.export', 'palette.open', 'help.open', 'app.quit'],
};

/** The cheat sheet as a Markdown table, with the keys of both keymaps. */
export function cheatSheetTable(): string {
	const rows = Object.entries(cheatSheet).flatMap(([task, entries]) => [
		`| **${task}** | | |`,
		...entries.map((row) => {
			const [what, ids] = typeof row === 'string' ? [commandOf(row).title, [row]] : [row[0], idsOf(row)];
			const keys = [keymaps.sheet, keymaps.vim].map((keymap) =>
				ids.map((id) => firstName(keymap, id)).join(' '),
			);
			return `| ${what} | ${keys.join(' | ')} |`;
		}),
	]);
	return ['| What | Sheet keys | Vim keys |', '|---|---|---|', ...rows].join('\n');
}

function idsOf([, ...ids]: readonly [string, ...CommandId[]]): readonly CommandId[] {
	return ids;
}

/** A command's first key, or else its name behind `:`. */
function firstName(keymap: Keymap, id: CommandId): string {
	const [name] = commandNames(keymap, commandOf(id));
	return name === undefined ? '' : `\`${name}\``;
}

function commandOf(id: CommandId) {
	const command = commands.find((one) => one.id === id);
	if (command === undefined) throw new Error(`No command ${id}`);
	return command;
}
