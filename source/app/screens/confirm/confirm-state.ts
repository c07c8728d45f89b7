import type {Message} from '../../message.ts';
import type {Screen} from '../../model.ts';
import type {TextFieldState} from '../../text-field-state.ts';

/** A question before something that destroys or that touches many users. */
export type ConfirmState = {
	readonly name: 'confirm';
	readonly question: string;
	readonly details: readonly string[];
	/** What the confirming key does, as the footer says it: "Delete 12 users". */
	readonly action: string;
	readonly confirm: Message;
	/** What saying no does, beside closing the question. */
	readonly refuse?: Message;
	/** What shows the users that it is about, in place of an answer. */
	readonly show?: Message;
	/** Where a glance is not enough: what must be typed to say yes, and what has been typed. */
	readonly typed?: {readonly wanted: string; readonly field: TextFieldState};
	/** Whether it names users by ID: then it goes when IDs change. */
	readonly aboutUsers?: boolean;
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly confirm: ConfirmState;
	}
}

/** Whether a screen asks already whether to leave the program. */
export function asksToQuit(screen: Screen): boolean {
	return screen.name === 'confirm' && screen.confirm.type === 'app/quit';
}
