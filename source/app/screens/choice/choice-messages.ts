export type ChoiceMessage =
	| {readonly type: 'choice/move'; readonly by: number}
	| {readonly type: 'choice/choose'};

declare module '../../message.ts' {
	interface Messages {
		readonly choice: ChoiceMessage;
	}
}
