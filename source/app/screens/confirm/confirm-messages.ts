export type ConfirmMessage = {readonly type: 'confirm/accept'} | {readonly type: 'confirm/refuse'};

declare module '../../message.ts' {
	interface Messages {
		readonly confirm: ConfirmMessage;
	}
}
