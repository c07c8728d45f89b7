import type {Command} from '../../commands/command.ts';
import {isNamed, rankCommand} from '../../commands/typed-name.ts';
import type {Model} from '../../model.ts';
import type {App} from '../screen-kind.ts';
import type {CommandListState} from './commands-state.ts';

/**
 * What help or palette lists, what fits best first: help everything, and before that what works here; the palette only what
 * works here, and what is called by its name: that it works elsewhere is said when it is chosen.
 *
 * @param below the model without the list
 */
export function listCommands(
	below: Model,
	{purpose, field: {text}}: Pick<CommandListState, 'purpose' | 'field'>,
	app: App,
): readonly Command[] {
	const here = app.currentCommands(below);
	const isListed = (command: Command): boolean =>
		purpose === 'help' ||
		(here.includes(command) && command.basic !== true && !command.id.startsWith('palette.')) ||
		isNamed(command, text);
	const candidates = [...here, ...app.commands.filter((command) => !here.includes(command))].filter(isListed);
	if (text.trim() === '') return candidates;
	return candidates
		.map((command) => ({command, rank: rankCommand(below.keymap, command, text)}))
		.filter(({rank}) => rank !== undefined)
		.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
		.map(({command}) => command);
}
