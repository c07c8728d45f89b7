export type ChoiceMessage = {readonly type: 'choice/choose'};

declare module '../../message.ts' {
	interface Messages {
		readonly choice: ChoiceMessage;
	}
}
