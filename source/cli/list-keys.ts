import {commandNames} from '../app/commands/typed-name.ts';
import type {Keymap} from '../app/keymap/keymap.ts';
import {commands} from '../app/loop/command-table.ts';
import {contexts} from '../app/loop/contexts.ts';

/** What the keys do in one place, as help and README say it. */
export type KeyGroup = {
	readonly title: string;
	readonly rows: readonly {readonly names: readonly string[]; readonly does: string}[];
};

/** Every command that has a key or a name behind `:`, by the places where it can be given. */
export function listKeys(keymap: Keymap): readonly KeyGroup[] {
	return Object.entries(contexts).map(([context, {title}]) => ({
		title,
		rows: commands
			.filter(({when}) => when.some((place) => place === context))
			.map((command) => ({names: commandNames(keymap, command), does: command.title}))
			.filter(({names}) => names.length > 0),
	}));
}
