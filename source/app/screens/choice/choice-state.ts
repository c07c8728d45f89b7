import type {Message} from '../../message.ts';
import type {TextFieldState} from '../../text-field-state.ts';

/** A short list to choose one thing from, at the bottom of the screen. */
export type ChoiceState = {
	readonly name: 'choice';
	readonly title: string;
	readonly items: readonly {readonly label: string; readonly detail: string; readonly choose: Message}[];
	/**
	 * The chosen one, or -1 while none is: of a list that comes by itself, so that no key meant for the grid answers it, or where
	 * nothing begins with what was typed.
	 */
	readonly index: number;
	/** What is typed to find an item, in a list that can be searched. */
	readonly find?: TextFieldState;
	/** Whether it names users by ID: then it goes when IDs change. */
	readonly aboutUsers?: boolean;
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly choice: ChoiceState;
	}
}
