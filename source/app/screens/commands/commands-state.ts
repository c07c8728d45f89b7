import type {Command} from '../../commands/command.ts';
import type {Task} from '../../commands/command-task.ts';
import type {TableState} from '../../table/table-state.ts';
import type {TextFieldState} from '../../text-field-state.ts';

/** A command, what it is for, and why it cannot be done just now. */
export type ListedCommand = {
	readonly command: Command;
	readonly task: Task;
	readonly reason: string | undefined;
};

/** Help and palette: the command table, searched by typing; Enter runs. */
export type CommandListState = {
	readonly name: 'commands';
	/** `help` lists every command with its keys; `palette` those that can be run from here, until something is typed. */
	readonly purpose: 'help' | 'palette';
	readonly field: TextFieldState;
	/** What fits what is typed, the best first. */
	readonly listed: readonly ListedCommand[];
	/** The cursor is on the one of `listed` that Enter runs. */
	readonly table: TableState;
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly commands: CommandListState;
	}
}
