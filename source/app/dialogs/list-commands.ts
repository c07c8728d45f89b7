import type {Command} from '../commands/command.ts';
import {commands, currentCommands} from '../commands/command-table.ts';
import {keyLabel} from '../key.ts';
import {closeScreen, type Model} from '../model.ts';

/** What help or palette lists just now: help everything, with what works here first; the palette only what works here. */
export function listCommands(model: Model): readonly Command[] {
	const screen = model.screens.at(-1);
	if (screen?.name !== 'commands') return [];
	const here = currentCommands(closeScreen(model));
	const words = screen.field.text.toLowerCase().split(/\s+/u).filter(Boolean);
	const candidates =
		screen.purpose === 'palette'
			? here.filter((command) => command.basic !== true && !command.id.startsWith('palette.'))
			: [...here, ...commands.filter((command) => !here.includes(command))];
	return candidates.filter((command) => {
		const text = `${command.title} ${command.id} ${command.keys.map(keyLabel).join(' ')}`.toLowerCase();
		return words.every((word) => text.includes(word));
	});
}
