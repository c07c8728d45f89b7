import type {Command} from '../commands/command.ts';
import {commonCommands} from '../commands/common-commands.ts';
import {textCommands} from '../commands/text-commands.ts';
import type {CommandId} from '../keymap/keymap.ts';
import type {Model} from '../model.ts';
import {screenTable} from '../screens/screen-table.ts';
import {cellCommands} from './cell-commands.ts';
import {columnsCommands} from './columns-commands.ts';
import {contexts, contextsOf} from './contexts.ts';
import {filtersCommands} from './filters-commands.ts';
import {rangeCommands} from './range-commands.ts';
import {tableCommands} from './table-commands.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
	...cellCommands,
	...Object.values(screenTable).flatMap((kind) => kind.commands),
	...tableCommands,
	...rangeCommands,
	...filtersCommands,
	...columnsCommands,
	...commonCommands,
	...textCommands,
];

/** The commands of the contexts that take keys just now, nearest first. */
export function currentCommands(model: Model): readonly Command[] {
	const open = contextsOf(model);
	return commands.filter((command) => command.when.some((context) => open.includes(context)));
}

/** Why a command cannot be done just now: not here, or its own reason. */
export function disabledReason(command: Command, model: Model): string | undefined {
	if (!currentCommands(model).includes(command))
		return `Works elsewhere: ${contexts[command.when[0] ?? 'any']?.title}.`;
	return command.disabledReason?.(model);
}

/** The command with this ID. */
export function findCommand(id: CommandId): Command {
	const command = commands.find((candidate) => candidate.id === id);
	if (command === undefined) throw new Error(`No command ${id}`);
	return command;
}
