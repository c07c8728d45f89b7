import type {Sheet} from '../../domain/sheet.ts';
import {type Examination, givenIds} from './examine-store.ts';

/** Bytes that a line needs at least for each user that it adds: `{"id":1,"origin":"csv"},`. */
const leastPerUser = 24;

/** How many IDs are left out where nothing says how many were given: more than a site has users. */
const unknownRoom = 10_000;

/**
 * The first ID that a salvaged store may give. No ID is given twice: it lies behind all that can be seen anywhere, and
 * behind as many as the unreadable lines can have given.
 *
 * @param copies the dated copies that could be read
 */
export function nextIdAfterLoss(
	examination: Examination,
	copies: readonly {readonly sheet: Sheet}[],
): number {
	const {misfit, journal, history} = examination;
	let next = Math.max(givenIds(misfit, journal, history), examination.sheet?.nextId ?? 1);
	for (const {sheet} of copies) next = Math.max(next, sheet.nextId);
	const unreadable = (journal?.badBytes ?? 0) + (history?.badBytes ?? 0);
	return next + Math.floor(unreadable / leastPerUser) + (isPartGone(examination) ? unknownRoom : 0);
}

/** Whether changes are missing of which not even a damaged line is left. */
function isPartGone({checkpoint, misfit, journal, history}: Examination): boolean {
	if (misfit !== undefined) return true;
	if (journal !== undefined && journal.fault !== undefined && journal.entries === 0) return true;
	return 'reason' in checkpoint && history === undefined && journal?.header?.revision !== 0;
}
