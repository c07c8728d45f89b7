import type {Key} from '../key.ts';
import type {CommandId, Keymap} from '../keymap/keymap.ts';
import type {Model} from '../model.ts';
import {cellCommands} from './cell-commands.ts';
import {type Command, type Context, contexts, contextsOf} from './command.ts';
import {cursorCommands} from './cursor-commands.ts';
import {dialogCommands} from './dialog-commands.ts';
import {formCommands} from './form-commands.ts';
import {gridCommands} from './grid-commands.ts';
import {historyCommands} from './history-commands.ts';
import {importCommands} from './import-commands.ts';
import {textCommands} from './text-commands.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
	...cursorCommands,
	...gridCommands,
	...cellCommands,
	...formCommands,
	...importCommands,
	...historyCommands,
	...dialogCommands,
	...textCommands,
];

/** What a key does: a command, or text for the line that has the keys. */
export type Binding = {readonly command: Command} | {readonly insert: string};

/** Looks a key up in the contexts that take keys just now, the nearest first. */
export function findBinding(model: Model, key: Key): Binding | undefined {
	const bindings = bindingsOf(model.keymap);
	for (const context of contextsOf(model)) {
		const command = bindings.get(`${context} ${key.chord}`);
		if (command !== undefined) return {command};
		if (context === 'text' && key.text !== undefined) return {insert: key.text};
	}
	return undefined;
}

/** The commands of the contexts that take keys just now, nearest first. */
export function currentCommands(model: Model): readonly Command[] {
	const open = contextsOf(model);
	return commands.filter((command) => command.when.some((context) => open.includes(context)));
}

/** Why a command cannot be done just now: not here, or its own reason. */
export function disabledReason(command: Command, model: Model): string | undefined {
	if (!currentCommands(model).includes(command))
		return `Works elsewhere: ${contexts[command.when[0] ?? 'any']}.`;
	return command.disabledReason?.(model);
}

/** The command with this ID. */
export function findCommand(id: CommandId): Command {
	const command = commands.find((candidate) => candidate.id === id);
	if (command === undefined) throw new Error(`No command ${id}`);
	return command;
}

const boundKeys = new WeakMap<Keymap, ReadonlyMap<string, Command>>();

/** The command of each context and key, made once for a keymap. */
function bindingsOf(keymap: Keymap): ReadonlyMap<string, Command> {
	const known = boundKeys.get(keymap);
	if (known !== undefined) return known;
	const entries = commands.flatMap((command) =>
		command.when.flatMap((context: Context) =>
			keymap[command.id].map((key) => [`${context} ${key}`, command] as const),
		),
	);
	const bindings = new Map(entries);
	boundKeys.set(keymap, bindings);
	return bindings;
}
