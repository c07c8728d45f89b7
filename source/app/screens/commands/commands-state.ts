import type {Command} from '../../commands/command.ts';
import type {TextFieldState} from '../../text-field-state.ts';

/** Help and palette: the command table, searched by typing; Enter runs. */
export type CommandListState = {
	readonly name: 'commands';
	/** `help` lists every command with its keys; `palette` those that can be run from here. */
	readonly purpose: 'help' | 'palette';
	readonly field: TextFieldState;
	/** What fits what is typed, the best first. */
	readonly listed: readonly Command[];
	/** The one of `listed` that Enter runs. */
	readonly index: number;
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly commands: CommandListState;
	}
}
