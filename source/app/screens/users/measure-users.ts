import type {GridColumn} from '../../../domain/field.ts';
import {gridColumns, shownValue} from '../../../domain/life-cycle/grid-columns.ts';
import {type Sheet, surroundingsOf} from '../../../domain/sheet.ts';
import {emptyUser, type Surroundings, type User} from '../../../domain/user.ts';
import {textWidth} from '../../../terminal/text/text-width.ts';
import type {Measured} from '../../table/table-state.ts';
import {isMeasured} from './users-columns.ts';

/** Of more users than these only some are measured, evenly spread: a few values longer than all of those are cut. */
const mostMeasured = 500;

/** What was measured, for the next time: only users who are others since then are looked at. */
const measuredOf = new WeakMap<
	Measured,
	{readonly users: readonly User[]; readonly surroundings: Surroundings}
>();

/** Cells of a masked value. */
const dots = 4;
/** How many of the values are whole at least. */
const usualShare = 0.96;

/**
 * Which fields somebody has a value in, and how wide the widest values are. Both only grow while the sheet is open: no column
 * goes or becomes narrower because of what is done to a user.
 */
export function measureUsers(sheet: Sheet, before: Measured | undefined): Measured {
	const {users} = sheet;
	const surroundings = surroundingsOf(sheet);
	const known = before && measuredOf.get(before);
	if (before !== undefined && known?.users === users && known.surroundings === surroundings) return before;
	const changed = known?.surroundings === surroundings ? changedUsers(known.users, users) : users;
	const measured: Measured = {
		filled: new Set([...(before?.filled ?? []), ...findFilled(changed, surroundings, before?.filled)]),
		widths: measureWidths(changed, surroundings, before?.widths),
	};
	measuredOf.set(measured, {users, surroundings});
	return measured;
}

/** The fields that one of the users has a value in, of those that are not known to be filled. */
function findFilled(
	users: readonly User[],
	surroundings: Surroundings,
	known: ReadonlySet<string> | undefined,
): readonly string[] {
	return gridColumns
		.filter((field) => known?.has(field.key) !== true && isPossible(field, surroundings))
		.filter((field) => users.some((user) => shownValue(user, field, surroundings) !== ''))
		.map(({key}) => key);
}

/** Whether some profile has what comes from it: then users have to be looked through for one with that profile. */
function isPossible(field: GridColumn, surroundings: Surroundings): boolean {
	return (
		field.role !== 'derived' ||
		surroundings.profiles.some(
			({name}) => shownValue({...emptyUser, id: 0, profile: name}, field, surroundings) !== '',
		)
	);
}

/** The users who are others than before, or new; both lists are in the order of their IDs. */
function changedUsers(before: readonly User[], after: readonly User[]): readonly User[] {
	let place = 0;
	return after.filter((user) => {
		while ((before[place]?.id ?? user.id) < user.id) place += 1;
		return before[place] !== user;
	});
}

function measureWidths(
	users: readonly User[],
	surroundings: Surroundings,
	before: Measured['widths'] | undefined,
): Measured['widths'] {
	const step = Math.max(1, Math.floor(users.length / mostMeasured));
	const some = users.filter((_, place) => place % step === 0);
	return new Map(
		gridColumns.map((field) => {
			const values = some.map((user) => shownValue(user, field, surroundings));
			const width = isMeasured(field) ? usualWidth(values) : dots;
			return [field.key, Math.max(width, before?.get(field.key) ?? 0)];
		}),
	);
}

/** Terminal cells in which nearly all values are whole. One of many that is far longer than all others makes no column wide. */
function usualWidth(values: readonly string[]): number {
	const widths = values.filter((value) => value !== '').map(textWidth);
	return widths.sort((a, b) => a - b)[Math.ceil(widths.length * usualShare) - 1] ?? 0;
}
