import {existsSync, readFileSync} from 'node:fs';
import type {Sheet} from '../domain/sheet.ts';
import {archiveJournal} from './archive-journal.ts';
import {readLine} from './checked-line.ts';
import {writeWhole} from './journal-file.ts';
import {joinLines, parseLine} from './parse-line.ts';
import type {StoreFiles} from './store-files.ts';

/**
 * Gives a salvaged store the history of what is in its sheet: what can be read of the damaged one's history, and of its
 * journal, whose changes the new checkpoint holds. Later ones stay out: their numbers will be given again.
 *
 * @throws system errors
 */
export function salvageHistory(from: StoreFiles, to: StoreFiles, {revision, settings}: Sheet): void {
	const read = (file: string): Buffer =>
		existsSync(file) ? readableEntries(readFileSync(file), revision) : Buffer.alloc(0);
	const history = read(from.history);
	if (history.length > 0) writeWhole(to.checkpoint, to.history, history);
	archiveJournal(to, read(from.journal), settings.history, Date.now());
}

/** The lines of all whole entries up to a revision. */
function readableEntries(bytes: Buffer, revision: number): Buffer {
	const kept: Buffer[] = [];
	const join = joinLines();
	let pending: Buffer[] = [];
	for (let at = 0; at < bytes.length; ) {
		const line = readLine(bytes, at);
		if (line.kind === 'torn') break;
		const parsed = line.kind === 'good' ? parseLine(line.json) : undefined;
		if (parsed?.kind === 'part' || parsed?.kind === 'entry') {
			pending.push(bytes.subarray(at, line.end));
			const joined = join(parsed);
			if (joined !== undefined && joined !== 'broken' && joined.revision <= revision) kept.push(...pending);
			if (joined !== undefined) pending = [];
		}
		at = line.end;
	}
	return Buffer.concat(kept);
}
