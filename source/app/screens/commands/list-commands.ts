import type {Command} from '../../commands/command.ts';
import {type Task, taskOf, tasks} from '../../commands/command-task.ts';
import {rankCommand} from '../../commands/typed-name.ts';
import type {Model} from '../../model.ts';
import type {App} from '../screen-kind.ts';
import type {CommandListState} from './commands-state.ts';

/** A command, and the heading under which help has it. */
type TaskCommand = {readonly command: Command; readonly task: Task};

/** So many commands of a screen come first in help. */
const mostFirst = 10;

/**
 * What help or palette lists: before anything is typed, help has everything, the most used commands of this screen first and
 * then by task, and the palette what works here; of what is typed, both find every command, what fits best and works here first.
 *
 * @param below the model without the list
 */
export function listCommands(
	below: Model,
	{purpose, field: {text}}: Pick<CommandListState, 'purpose' | 'field'>,
	app: App,
): readonly TaskCommand[] {
	const here = app.currentCommands(below);
	const elsewhere = app.commands.filter((command) => !here.includes(command));
	if (text.trim() !== '') return findCommands(below, text, here, elsewhere).map(withTask);
	if (purpose === 'palette')
		return here.filter(({basic, id}) => basic !== true && !isPalette(id)).map(withTask);
	const first = mostUsed(here, below);
	const rest = here.filter((command) => !first.includes(command)).map(withTask);
	return [
		...first.map((command) => ({command, task: 'Most used'}) as const),
		...rest.sort((a, b) => tasks.indexOf(a.task) - tasks.indexOf(b.task)),
		...elsewhere.map(withTask),
	];
}

/** Those that the footer may name: what is on every screen comes behind the others. */
function mostUsed(here: readonly Command[], {keymap}: Model): readonly Command[] {
	const rank = ({secondary, pinned}: Command) => (pinned === true ? 2 : secondary === true ? 1 : 0);
	return here
		.filter(({id, short}) => short !== undefined && keymap.keys[id].length > 0)
		.sort((a, b) => rank(a) - rank(b))
		.slice(0, mostFirst);
}

/** Named exactly, a command comes first wherever it works; of all others those that work here do. */
function findCommands(
	{keymap}: Model,
	text: string,
	here: readonly Command[],
	elsewhere: readonly Command[],
): readonly Command[] {
	const rank = (command: Command, beside: number) => {
		const found = isPalette(command.id) ? undefined : rankCommand(keymap, command, text);
		return found === undefined ? [] : [{command, rank: found === 0 ? 0 : found + beside}];
	};
	const beside = ({basic}: Command) => (basic === true ? 10 : 0);
	return [
		...here.flatMap((one) => rank(one, beside(one))),
		...elsewhere.flatMap((one) => rank(one, 100 + beside(one))),
	]
		.sort((a, b) => a.rank - b.rank)
		.map(({command}) => command);
}

function withTask(command: Command): TaskCommand {
	return {command, task: taskOf(command)};
}

/** The palette need not list what opens it. */
function isPalette(id: Command['id']): boolean {
	return id === 'palette.open' || id === 'palette.open-anywhere';
}
