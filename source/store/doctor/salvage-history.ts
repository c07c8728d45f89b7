import {existsSync, readFileSync} from 'node:fs';
import type {Sheet} from '../../domain/sheet.ts';
import {writeWhole} from '../disk/create-private.ts';
import {archiveJournal} from '../journal/archive-journal.ts';
import {joinLines, parseLine} from '../journal/parse-line.ts';
import {checkedLines, formatLine} from '../seal/checked-line.ts';
import {type Sealer, sealerFor} from '../seal/seal.ts';
import type {StoreFiles} from '../seal/sealed-files.ts';

/**
 * Gives a salvaged store the history of what is in its sheet: what can be read of the damaged one's history, and of its
 * journal, whose changes the new checkpoint holds. Later ones stay out: their numbers will be given again.
 *
 * @throws system errors
 */
export function salvageHistory(from: StoreFiles, to: StoreFiles, {revision, settings}: Sheet): void {
	const read = (part: 'journal' | 'history'): Buffer => {
		const bytes = existsSync(from[part]) ? readFileSync(from[part]) : Buffer.alloc(0);
		return readableEntries(bytes, revision, sealerFor(from.seal, part), sealerFor(to.seal, part));
	};
	const history = read('history');
	if (history.length > 0) writeWhole(to.checkpoint, to.history, history);
	archiveJournal(to, read('journal'), settings.history, Date.now(), () => true);
}

/** The lines of all whole entries up to a revision. */
function readableEntries(bytes: Buffer, revision: number, sealer: Sealer, target: Sealer): Buffer {
	const lines: Buffer[] = [];
	const join = joinLines();
	let pending: Buffer[] = [];
	for (const line of checkedLines(bytes, sealer)) {
		if (line.kind === 'damaged') continue;
		const parsed = parseLine(line.json);
		if (parsed.kind !== 'part' && parsed.kind !== 'entry') continue;
		pending.push(formatLine(line.json, target));
		const joined = join(parsed);
		if (joined === undefined) continue;
		if (joined !== 'broken' && joined.revision <= revision) for (const kept of pending) lines.push(kept);
		pending = [];
	}
	return Buffer.concat(lines);
}
