import type {User} from '../../../domain/user.ts';
import type {TableState} from '../../table/table-state.ts';

/** The PINs of some users, to be told to them. */
export type PinsState = {
	readonly name: 'pins';
	readonly aboutUsers: true;
	/** As the sheet had them when the list was opened, all with a PIN; a row shows the user of now, and after a deletion this one. */
	readonly users: readonly User[];
	/** Theirs, in the same order. */
	readonly ids: readonly number[];
	/** Who has none, in a sentence. */
	readonly leftOut: string | undefined;
	/** Rows are known by their places in `users`. */
	readonly table: TableState;
};

declare module '../../model.ts' {
	interface ScreenStates {
		readonly pins: PinsState;
	}
}
