import {closeSync, existsSync, openSync} from 'node:fs';
import type {Entry, EntrySummary, Origination} from '../../domain/entry.ts';
import {runSliced} from '../run-sliced.ts';
import {checkLine, readLine} from '../seal/checked-line.ts';
import {passphraseChanged} from '../seal/key-failure.ts';
import {isKeyCurrent} from '../seal/key-file.ts';
import {isSealed, type Seal, type Sealer, sealerFor} from '../seal/seal.ts';
import {describeBadLines, entryGoneFailure, type Failed, isStoreError, readFailure} from '../store-error.ts';
import {resolveStore} from '../store-path.ts';
import {decodeEntry} from './decode-entry.ts';
import type {StoredEntry, StoredPart} from './entry-schema.ts';
import {linesBackward} from './lines-backward.ts';
import {joinParts, parseLine} from './parse-line.ts';

/** Which part of the history is wanted; without anything all of it. */
export type HistoryWanted = {
	/** At most so many. */
	readonly limit?: number;
	/** Only what was committed before this revision. */
	readonly before?: number;
	/** Only what was committed after this revision: what is older is not even read. */
	readonly after?: number;
	/** Is told, in a sentence each, which lines cannot be read, and which dates cannot be right. */
	readonly onRemark?: (text: string) => void;
	/** Only what came about in one of these ways: the rest is not even parsed, so that a long history is searched fast. */
	readonly from?: readonly Origination['from'][];
};

/** A file of checked lines, open for reading, and how many of them could not be read so far. */
type OpenLines = {readonly file: string; readonly handle: number; readonly sealer: Sealer; bad: number};

/** Reads who did what, counted: from the journal the newest and from the history the older ones, from their ends. */
export function readSummaries(
	file: string,
	seal: Seal,
	wanted: HistoryWanted,
): Promise<readonly EntrySummary[] | Failed> {
	return readWanted(file, seal, {...wanted, withUsers: () => false, make: summarizeEntry});
}

/** The same with all that was changed. */
export function readEntries(
	file: string,
	seal: Seal,
	wanted: HistoryWanted,
): Promise<readonly Entry[] | Failed> {
	return readWanted(file, seal, {...wanted, withUsers: () => true, make: decodeEntry});
}

/** When each user was created or changed last, as far as the history goes back: ISO 8601 by ID. No values are kept of it. */
export async function readLastChanges(
	file: string,
	seal: Seal,
): Promise<ReadonlyMap<number, string> | Failed> {
	const lastById = new Map<number, string>();
	const read = await readWanted(file, seal, {
		withUsers: () => true,
		make({at, added, updated}) {
			for (const users of [added, updated])
				for (const {id} of users) if (!lastById.has(id)) lastById.set(id, at);
		},
	});
	return isStoreError(read) ? read : lastById;
}

/** All that was changed in one entry. */
export async function readEntry(
	file: string,
	seal: Seal,
	{revision, at}: Pick<EntrySummary, 'revision' | 'at'>,
): Promise<Entry | Failed> {
	const isThisEntry = (stored: StoredEntry): boolean => stored.revision === revision && stored.at === at;
	const found = await readWanted(file, seal, {
		isWanted: isThisEntry,
		withUsers: isThisEntry,
		make: decodeEntry,
		limit: 1,
	});
	if (isStoreError(found)) return found;
	return found[0] ?? entryGoneFailure(file, revision);
}

/** What is wanted of the history, and what is made of it. */
type Reading<Made> = HistoryWanted & {
	readonly isWanted?: (stored: StoredEntry) => boolean;
	/** Whether the users in an entry are read too, where they have lines of their own. */
	readonly withUsers: (stored: StoredEntry) => boolean;
	readonly make: (stored: StoredEntry) => Made;
};

async function readWanted<Made>(
	file: string,
	seal: Seal,
	reading: Reading<Made>,
): Promise<readonly Made[] | Failed> {
	const names = resolveStore(file);
	if (isStoreError(names)) return names;
	if (!isKeyCurrent(seal, names)) return passphraseChanged(file);
	const open: OpenLines[] = [];
	try {
		// In this order: what a checkpoint moves meanwhile is seen twice rather than never.
		for (const part of ['journal', 'history'] as const) {
			if (!existsSync(names[part])) continue;
			const file = names[part];
			open.push({file, handle: openSync(file, 'r'), sealer: sealerFor(seal, part), bad: 0});
		}
		const found = await runSliced(collectWanted(open, reading));
		for (const {file, bad} of open) if (bad > 0) reading.onRemark?.(describeBadLines(file, bad));
		return found;
	} catch (error) {
		return readFailure(names.history, error);
	} finally {
		for (const {handle} of open) closeSync(handle);
	}
}

function* collectWanted<Made>(
	open: readonly OpenLines[],
	{
		limit = Number.POSITIVE_INFINITY,
		before = Number.POSITIVE_INFINITY,
		after = 0,
		from,
		isWanted = ({origination}) => from?.includes(origination.from) ?? true,
		withUsers,
		make,
	}: Reading<Made>,
): Generator<void, readonly Made[], void> {
	// A quick look that may say yes to more, and never no to what is wanted.
	const mayMatter = (json: string): boolean => from?.some((way) => json.includes(`"from":"${way}"`)) ?? true;
	const found: Made[] = [];
	const seen = new Set<string>();
	for (const lines of open) {
		for (const stored of entriesBackward(lines, after, withUsers, mayMatter)) {
			yield;
			if (stored === undefined) continue;
			const key = `${stored.revision} ${stored.at}`;
			if (stored.revision < before && isWanted(stored) && !seen.has(key)) found.push(make(stored));
			if (found.length >= limit) return found;
			seen.add(key);
		}
	}
	return found;
}

function summarizeEntry(stored: StoredEntry): EntrySummary {
	const {revision, at, author, origination, label, profiles, settings, withdrawn, withoutSecrets} = stored;
	const listed = [stored.added.length, stored.updated.length, stored.removed.length] as const;
	const [added, updated, removed] = stored.counts ?? listed;
	const others = {
		profiles: profiles !== undefined,
		settings: settings !== undefined,
		withdrawn: withdrawn !== undefined,
	};
	const counts = {added, updated, removed, ...others};
	const summary = {revision, at, author, origination, label, counts};
	return withoutSecrets === undefined ? summary : {...summary, withoutSecrets};
}

/**
 * Entries from the last to the first, down to a revision, and undefined for every line that only belongs to one. What is
 * damaged is passed over. An entry whose users are not wanted comes without those in lines of their own.
 */
function* entriesBackward(
	lines: OpenLines,
	after: number,
	withUsers: (stored: StoredEntry) => boolean,
	mayMatter: (json: string) => boolean,
): Generator<StoredEntry | undefined, void, void> {
	let entry: StoredEntry | undefined;
	let parts: StoredPart[] = [];
	/** Lines that are still to come of an entry whose users are not wanted. */
	let passed = 0;
	let badBefore = 0;
	let isLast = true;
	const giveUp = (): void => {
		// A line of it is missing, unless one that is damaged has been counted.
		if (entry !== undefined && lines.bad === badBefore) lines.bad += 1;
		entry = undefined;
		passed = 0;
	};
	for (const line of linesBackward(lines.handle)) {
		if (entry !== undefined && passed > 0 && isPart(line, entry, passed)) {
			passed -= 1;
			const whole = passed === 0 ? entry : undefined;
			if (whole !== undefined) entry = undefined;
			yield whole;
			continue;
		}
		const checked = readLine(line, 0, lines.sealer);
		// Lines of an entry that has begun are not searched: only its own line says how it came about.
		if (entry === undefined && checked.kind === 'good' && !mayMatter(checked.json)) {
			isLast = false;
			yield undefined;
			continue;
		}
		const parsed = checked.kind === 'good' ? parseLine(checked.json) : undefined;
		// What a crash has cut off is the last line.
		const isBad = parsed === undefined || parsed.kind === 'unknown' || parsed.kind === 'newer';
		if (isBad && !(isLast && checked.kind === 'torn')) lines.bad += 1;
		isLast = false;
		// It is no entry then, and this may be another.
		if (passed > 0 || parsed?.kind === 'entry') giveUp();
		if (parsed?.kind === 'entry') {
			if (parsed.entry.revision <= after) return;
			entry = parsed.entry;
			badBefore = lines.bad;
			parts = [];
			passed = entry.counts === undefined || withUsers(entry) ? 0 : (entry.parts ?? 0);
		} else if (parsed?.kind === 'part' && entry !== undefined) {
			parts.unshift(parsed.part);
		}
		const whole = entry === undefined || passed > 0 ? undefined : joinParts(parts, entry);
		if (whole !== undefined) entry = undefined;
		yield whole;
	}
	giveUp();
}

/** Whether a line is whole and holds that part of an entry, as far as its beginning tells: one that is encrypted is not opened. */
function isPart(line: Buffer, {revision}: StoredEntry, part: number): boolean {
	const checked = checkLine(line, 0);
	if (checked.kind !== 'good') return false;
	const start = checked.body.toString('latin1', 0, 40);
	return start.startsWith(`{"part":${part},"revision":${revision},`) || isSealed(start);
}
