import {type Change, cellKeys} from '../../../source/domain/change.ts';
import type {User} from '../../../source/domain/user.ts';

/** A change by the names of its users, which keep them while IDs change: cells as "name key", and their new values. */
export type Described = {
	readonly set: Readonly<Record<string, string>>;
	readonly added: readonly string[];
	readonly removed: readonly string[];
};

/** By what a test knows users: no change sets it. */
export const nameOf = ({lastName}: Pick<User, 'lastName'>): string => lastName;

export function describeChange({updated, added, removed}: Change): Described {
	const cells = updated.flatMap((update) =>
		cellKeys(update).map((key) => [`${nameOf(update)} ${key}`, update.cells[key]?.after ?? ''] as const),
	);
	return {set: Object.fromEntries(cells), added: added.map(nameOf), removed: removed.map(nameOf)};
}

export const isNothing = ({set, added, removed}: Described): boolean =>
	Object.keys(set).length + added.length + removed.length === 0;

export const userOfCell = (cell: string): string => cell.slice(0, cell.indexOf(' '));

/** Whether a change is about any of these users. */
export function isAbout({set, added, removed}: Described, names: ReadonlySet<string>): boolean {
	return [...Object.keys(set).map(userOfCell), ...added, ...removed].some((name) => names.has(name));
}

/** Whether a change decides what becomes of a cell. */
export const decides = ({set, removed}: Described, cell: string): boolean =>
	cell in set || removed.includes(userOfCell(cell));
