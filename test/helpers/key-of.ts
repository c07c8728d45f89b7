import {commands, currentCommands} from '../../source/app/loop/command-table.ts';
import type {Model} from '../../source/app/model.ts';
import {bytesOf} from './key-bytes.ts';

/** The bytes of a key, named by its chord or by the ID of the command it is for: one that works here and has a key. */
export function keyOf(model: Model, key: string): string {
	if (!/^[a-z]+\.[a-z-]+$/.test(key)) return bytesOf(key);
	const command = commands.find(({id}) => id === key);
	if (command === undefined) throw new Error(`No command ${key}`);
	const [chord] = model.keymap.keys[command.id];
	if (chord === undefined) throw new Error(`${key} has no key`);
	if (!currentCommands(model).includes(command)) throw new Error(`${key} is no command of this screen`);
	return bytesOf(chord);
}
