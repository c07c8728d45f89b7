export type CommandsMessage =
	| {readonly type: 'commands/open'; readonly purpose: 'help' | 'palette'}
	| {readonly type: 'commands/run'};

declare module '../../message.ts' {
	interface Messages {
		readonly commands: CommandsMessage;
	}
}
