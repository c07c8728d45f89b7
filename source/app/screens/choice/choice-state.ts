import type {Message} from '../../message.ts';
import {openTable, placesOf, type TableState} from '../../table/table-state.ts';
import type {TextFieldState} from '../../text-field-state.ts';

/** A short list to choose one thing from, at the bottom of the screen. */
export type ChoiceState = {
	readonly name: 'choice';
	readonly title: string;
	readonly items: readonly {
		readonly label: string;
		/** What takes its place while PINs are shown. */
		readonly revealed?: string;
		readonly detail: string;
		readonly choose: Message;
		/** What takes it away, where that is possible. */
		readonly remove?: Message;
	}[];
	/**
	 * The cursor is on the chosen one, or on none: in a list that comes by itself, so that no key meant for the grid answers it,
	 * and where nothing begins with what was typed.
	 */
	readonly table: TableState;
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

/** A list to choose from, with the cursor on one of the items or, at -1, on none. */
export function choiceOf({
	index,
	...choice
}: Omit<ChoiceState, 'name' | 'table'> & {readonly index: number}): ChoiceState {
	return {name: 'choice', ...choice, table: openTable(placesOf(choice.items.length), {row: index})};
}
