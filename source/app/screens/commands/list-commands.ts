import type {Command} from '../../commands/command.ts';
import {commands, currentCommands} from '../../commands/command-table.ts';
import {isNamed, rankCommand} from '../../commands/typed-name.ts';
import {closeScreen, type Model} from '../../model.ts';

/**
 * What help or palette lists just now, what fits best first: help everything, and before that what works here; the palette only
 * what works here, and what is called by its name: that it works elsewhere is said when it is chosen.
 */
export function listCommands(model: Model): readonly Command[] {
	const screen = model.screens.at(-1);
	if (screen?.name !== 'commands') return [];
	const {text} = screen.field;
	const here = currentCommands(closeScreen(model));
	const isListed = (command: Command): boolean =>
		screen.purpose === 'help' ||
		(here.includes(command) && command.basic !== true && !command.id.startsWith('palette.')) ||
		isNamed(command, text);
	const candidates = [...here, ...commands.filter((command) => !here.includes(command))].filter(isListed);
	if (text.trim() === '') return candidates;
	return candidates
		.map((command) => ({command, rank: rankCommand(model.keymap, command, text)}))
		.filter(({rank}) => rank !== undefined)
		.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
		.map(({command}) => command);
}
