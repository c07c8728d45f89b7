export type ConfirmMessage = {readonly type: 'confirm/accept' | 'confirm/refuse' | 'confirm/show'};

declare module '../../message.ts' {
	interface Messages {
		readonly confirm: ConfirmMessage;
	}
}
