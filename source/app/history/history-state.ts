import type {Entry} from '../../domain/entry.ts';
import type {FieldChange, FieldChanges} from '../../domain/field-changes.ts';
import type {Left} from '../../domain/plan-undo.ts';
import type {TextFieldState} from '../text-field-state.ts';

/** One change of the history, opened. */
export type OpenedEntry = {
	readonly entry: Entry;
	readonly lines: FieldChanges;
	/** What an undo would leave, as known when it was opened, by {@link indexLeft}. */
	readonly left: ReadonlyMap<string, Left>;
	readonly cursor: number;
};

/** Everything that was ever changed; one change of it may be open. */
export type HistoryState = {
	readonly name: 'history';
	/** Newest first; undefined while they are read. */
	readonly entries?: readonly Entry[];
	/** IANA name of the zone in which times are shown. */
	readonly timeZone: string;
	/** Why the history cannot be read. */
	readonly problem?: string;
	/** Those of `entries` that the filter lets through. */
	readonly shown: readonly Entry[];
	/** What the shown changes have in them; '' shows all. */
	readonly filter: string;
	/** The filter line while it is open, and the filter to go back to. */
	readonly filterEditor?: {readonly field: TextFieldState; readonly before: string};
	/** The line of `shown` that the cursor is on. */
	readonly cursor: number;
	readonly opened?: OpenedEntry;
	/** The change that the question about an undo is for, and the sheet's revision when it was asked. */
	readonly asked?: {readonly entry: Entry; readonly revision: number};
};

/** The change that Enter opens and an undo is for. */
export function chosenEntry(state: HistoryState): Entry | undefined {
	return state.opened?.entry ?? state.shown[state.cursor];
}

/** What an undo leaves, to be found by the line that it is about. */
export function indexLeft(left: readonly Left[]): ReadonlyMap<string, Left> {
	return new Map(left.map((one) => [placeOfLeft(one), one]));
}

/** What stands in the way of undoing a line of an opened change, or undefined when nothing does. */
export function leftOf({left}: OpenedEntry, line: FieldChange): Left | undefined {
	if (line.what !== 'user') return left.get(`${line.what} ${line.name}`);
	const id = (line.after ?? line.before)?.id;
	const whole = left.get(`user ${id}`);
	// A deleted user comes back; only the secrets do not.
	if (
		whole !== undefined &&
		(whole.what !== 'user' || whole.reason !== 'secret-gone' || line.key === undefined)
	)
		return whole;
	return left.get(`user ${id} ${line.key}`);
}

function placeOfLeft(left: Left): string {
	switch (left.what) {
		case 'user':
			return left.key === undefined ? `user ${left.user.id}` : `user ${left.user.id} ${left.key}`;
		case 'profile':
			return `profile ${left.name}`;
		case 'setting':
			return 'setting Settings';
	}
}
