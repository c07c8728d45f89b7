import {close, closeSync} from 'node:fs';
import type {Entry} from '../domain/entry.ts';
import {finishWork} from '../domain/work.ts';
import {type CaughtUp, catchUp} from './catch-up.ts';
import {identifyFile, type Loaded, loadStore} from './load-store.ts';
import {runSliced} from './run-sliced.ts';
import {passphraseChanged} from './seal/key-failure.ts';
import {isKeyCurrent} from './seal/key-file.ts';
import type {Seal} from './seal/seal.ts';
import type {StoreFiles} from './seal/sealed-files.ts';
import {type Failed, goneFailure, isStoreError, readFailure} from './store-error.ts';
import {resolveStore} from './store-path.ts';

/** What this process knows of a store, kept up with what others do to it. */
type Replica = {
	/** The state that was read or made last. */
	known(): Loaded | undefined;
	/** Reads what is new, all at once. */
	refresh(): Loaded | Failed;
	/**
	 * The same in slices.
	 *
	 * @param trustCheckpoint whether a checkpoint that another process has put in place needs no second look
	 */
	refreshSliced(trustCheckpoint: boolean): Promise<Loaded | Failed>;
	/** Takes over what this process has written itself. */
	advance(loaded: Loaded): void;
	/** Others' entries that were not told yet; each is told only once. Undefined when there is nothing new. */
	takeNews(): readonly Entry[] | undefined;
	/** The next refresh reads everything again. */
	forget(): void;
	close(): void;
};

/** Knows nothing before it is asked. */
export function createReplica(file: string, readOnly: boolean, seal: Seal): Replica {
	let known: Loaded | undefined;
	let news: Entry[] | undefined;
	let isStale = false;

	function* refresh(trustCheckpoint: boolean): Generator<void, Loaded | Failed, void> {
		const names = resolveStore(file);
		if (isStoreError(names)) return names;
		if (!names.exists && known?.checkpoint !== undefined) return goneFailure(file);
		const files = {...names, seal};
		const start = known;
		try {
			const caught = start === undefined || isStale ? 'reload' : yield* catchUp(start, files, readOnly);
			if (caught !== 'reload' && isStoreError(caught)) {
				// It was the old journal, which another call has closed meanwhile: that is no damage.
				if (known !== start && known !== undefined) return known;
				return isKeyCurrent(seal, files) ? caught : passphraseChanged(file);
			}
			const isCurrent = caught !== 'reload' && (trustCheckpoint || isSameCheckpoint(start, caught, files));
			const next = isCurrent ? caught : yield* reload(files);
			if (isStoreError(next)) return next;
			// Another call has read everything at once while this one waited for its next slice: that is as new as this.
			if (known !== start) {
				if (next.loaded.journal?.handle !== start?.journal?.handle) closeHandle(next.loaded);
				return known ?? next.loaded;
			}
			take(next, start);
			return next.loaded;
		} catch (error) {
			if (known !== start && known !== undefined) return known;
			return readFailure(file, error);
		}
	}

	function take({loaded, entries}: CaughtUp, before: Loaded | undefined): void {
		if (before !== undefined && loaded.sheet !== before.sheet) news = [...(news ?? []), ...entries];
		if (before?.journal !== undefined && before.journal.handle !== loaded.journal?.handle) letGo(before);
		known = loaded;
		isStale = false;
	}

	function* reload(files: StoreFiles): Generator<void, CaughtUp | Failed, void> {
		const loaded = yield* loadStore(file, files, readOnly);
		return isStoreError(loaded) ? loaded : {loaded, entries: []};
	}

	return {
		known: () => known,
		refresh: () => finishWork(refresh(false)),
		refreshSliced: (trustCheckpoint) => runSliced(refresh(trustCheckpoint)),
		advance(loaded) {
			if (known !== undefined && known.journal?.handle !== loaded.journal?.handle) letGo(known);
			known = loaded;
		},
		takeNews() {
			const taken = news;
			news = undefined;
			return taken;
		},
		forget() {
			isStale = true;
		},
		close() {
			if (known !== undefined) closeHandle(known);
			known = undefined;
		},
	};
}

/** Whether the checkpoint is the one that was read: others put a new one in place only together with a new journal. */
function isSameCheckpoint(before: Loaded | undefined, {loaded}: CaughtUp, files: StoreFiles): boolean {
	if (before?.journal?.handle !== loaded.journal?.handle) return true;
	return (loaded.checkpoint?.identity ?? '') === identifyFile(files.checkpoint);
}

function closeHandle({journal}: Loaded): void {
	if (journal !== undefined) closeSync(journal.handle);
}

/** Lets go of a journal that a checkpoint has replaced, aside: who is the last one waits until the disk has freed all of it. */
function letGo({journal}: Loaded): void {
	if (journal !== undefined) close(journal.handle, () => undefined);
}
