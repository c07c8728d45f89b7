import {existsSync, readFileSync} from 'node:fs';
import type {Sheet} from '../../domain/sheet.ts';
import {writeWhole} from '../disk/create-private.ts';
import {archiveJournal} from '../journal/archive-journal.ts';
import {formatLine, readLine} from '../journal/checked-line.ts';
import {joinLines, parseLine} from '../journal/parse-line.ts';
import {type Sealer, sealerFor} from '../seal/seal.ts';
import type {StoreFiles} from '../store-files.ts';

/**
 * Gives a salvaged store the history of what is in its sheet: what can be read of the damaged one's history, and of its
 * journal, whose changes the new checkpoint holds. Later ones stay out: their numbers will be given again.
 *
 * @throws system errors
 */
export function salvageHistory(from: StoreFiles, to: StoreFiles, {revision, settings}: Sheet): void {
	const read = (part: 'journal' | 'history'): Buffer =>
		existsSync(from[part])
			? readableEntries(
					readFileSync(from[part]),
					revision,
					sealerFor(from.seal, part),
					sealerFor(to.seal, part),
				)
			: Buffer.alloc(0);
	const history = read('history');
	if (history.length > 0) writeWhole(to.checkpoint, to.history, history);
	archiveJournal(to, read('journal'), settings.history, Date.now(), () => true);
}

/** The lines of all whole entries up to a revision. */
function readableEntries(bytes: Buffer, revision: number, sealer: Sealer, target: Sealer): Buffer {
	const lines: Buffer[] = [];
	const join = joinLines();
	let pending: Buffer[] = [];
	for (let at = 0; at < bytes.length; ) {
		const line = readLine(bytes, at, sealer);
		if (line.kind === 'torn') break;
		const parsed = line.kind === 'good' ? parseLine(line.json) : undefined;
		if (line.kind === 'good' && (parsed?.kind === 'part' || parsed?.kind === 'entry')) {
			pending.push(formatLine(line.json, target));
			const joined = join(parsed);
			if (joined !== undefined && joined !== 'broken' && joined.revision <= revision)
				for (const kept of pending) lines.push(kept);
			if (joined !== undefined) pending = [];
		}
		at = line.end;
	}
	return Buffer.concat(lines);
}
