import path from 'node:path';
import {count} from '../domain/problem.ts';
import type {Salvaged} from '../store/doctor/salvage-store.ts';

/** What a salvage has written, what was lost, and how to go on; as lines for an administrator. */
export function describeSalvage(salvaged: Salvaged): readonly string[] {
	const {file, sheet, source, isComplete, examination} = salvaged;
	const isJoined = isComplete && source !== examination.file;
	const lost = describeLoss(salvaged);
	return [
		`${count(sheet.users.length, 'user')} as of revision ${sheet.revision}, read from ${source}${isJoined ? ' and the journal' : ''}, written to ${file}.`,
		...(lost.length === 0 ? ['Nothing was lost.'] : lost),
		'',
		'The store that was examined is as it was. To look at the new one and go on with it:',
		`  usersheet --store ${path.dirname(file)}`,
	];
}

/** Whole sentences about what the salvaged store lacks; none when it lacks nothing. */
export function describeLoss({source, sheet, isComplete, examination}: Salvaged): readonly string[] {
	const {file, journal, history, misfit, isDamaged, isAltered} = examination;
	const isCopy = source !== file;
	const sentences: string[] = [];
	if (isCopy && !isComplete) {
		sentences.push(`Lost: all that was changed after revision ${sheet.revision}.`);
	} else if (journal !== undefined && journal.bad.length + journal.lost > 0) {
		const bad = count(journal.bad.length, 'damaged line');
		const after = journal.lost === 0 ? '' : `, and ${count(journal.lost, 'change')} that built on them`;
		sentences.push(`Lost: what ${bad} of the journal held${after}.`);
	} else if (misfit !== undefined || (journal?.fault !== undefined && journal.entries === 0)) {
		sentences.push('Lost: what the journal held, as far as it is not in the sheet.');
	}
	if (isDamaged && sentences.length > 0) {
		sentences.push(
			`New users get IDs from ${sheet.nextId} on: what was lost may have given the numbers before it.`,
		);
	}
	if (isAltered && !isCopy) {
		sentences.push(
			`${file} does not match its checksum: a value may not be what was saved. Compare it with a dated copy.`,
		);
	}
	if (history !== undefined && history.bad.length > 0)
		sentences.push(
			`${count(history.bad.length, 'damaged line')} of the history ${history.bad.length === 1 ? 'was' : 'were'} left out.`,
		);
	return sentences;
}
