export type CommandsMessage =
	| {
			readonly type: 'commands/open';
			readonly purpose: 'help' | 'palette';
			/** What is typed already. */
			readonly typed?: string;
	  }
	| {readonly type: 'commands/run'};

declare module '../../message.ts' {
	interface Messages {
		readonly commands: CommandsMessage;
	}
}
