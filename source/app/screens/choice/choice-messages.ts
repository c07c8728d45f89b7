export type ChoiceMessage = {readonly type: 'choice/choose' | 'choice/remove'};

declare module '../../message.ts' {
	interface Messages {
		readonly choice: ChoiceMessage;
	}
}
