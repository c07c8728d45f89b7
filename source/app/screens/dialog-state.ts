import type {Message} from '../message.ts';
import type {TextFieldState} from '../text-field-state.ts';

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
};

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
};

/** Help and palette: the command table, searched by typing; Enter runs. */
export type CommandListState = {
	readonly name: 'commands';
	/** `help` lists every command with its keys; `palette` those that can be run from here. */
	readonly purpose: 'help' | 'palette';
	readonly field: TextFieldState;
	readonly index: number;
};
