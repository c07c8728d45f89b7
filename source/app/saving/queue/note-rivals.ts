import {describeAuthor} from '../../../domain/describe-entry.ts';
import type {Entry} from '../../../domain/entry.ts';
import {formatLocalTime} from '../../../domain/local-time.ts';
import {type CellPlace, cellFinder, cellName, setCellsOf} from './cells.ts';
import type {Queue} from './queue.ts';

/**
 * Remembers who else changed a value that waits here to be stored or decided, so that the person can choose between the two.
 *
 * @param edited the cells that are being edited: their values wait too
 */
export function noteRivals<Q extends Queue>(
	queue: Q,
	entries: readonly Entry[],
	timeZone: string,
	edited: readonly CellPlace[],
): Q {
	const {pending, refused, rivals} = queue;
	const waiting: readonly CellPlace[] = [
		...pending.flatMap(({change, origin}) => (origin.from === 'cells' ? setCellsOf(change) : [])),
		...refused.flatMap((one) => (one.from === 'cells' ? [one] : [])),
		...edited,
	];
	if (waiting.length === 0) return rivals.size === 0 ? queue : {...queue, rivals: new Map()};
	const found = waiting.flatMap((cell): readonly [string, string][] => {
		const known = rivalOf(queue, cell);
		return known === undefined ? [] : [[cellName(cell), known]];
	});
	const next = new Map(found);
	for (const {at, author, change} of entries) {
		const find = cellFinder(change);
		const changed = waiting.filter((cell) => find(cell) !== undefined);
		if (changed.length === 0) continue;
		const rival = `${describeAuthor(author)}, ${formatLocalTime(at, timeZone)}`;
		for (const cell of changed) next.set(cellName(cell), rival);
	}
	return {...queue, rivals: next};
}

/** Who else has changed a value, and when; undefined when that is not known. */
export function rivalOf({rivals}: Queue, cell: CellPlace): string | undefined {
	return rivals.get(cellName(cell));
}
