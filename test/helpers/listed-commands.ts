import type {Command} from '../../source/app/commands/command.ts';
import type {Model} from '../../source/app/model.ts';

/** What help or palette lists just now; nothing where neither is open. */
export function listedCommands({screens}: Model): readonly Command[] {
	const screen = screens.at(-1);
	return screen?.name === 'commands' ? screen.listed.map(({command}) => command) : [];
}
