import type {Fixes} from '../../../csv/fixes.ts';
import type {ImportOptions} from '../../../csv/import-plan.ts';
import type {ImportSource} from '../../../csv/import-source.ts';
import type {ImportCounts, Origination} from '../../../domain/entry.ts';

/** A file, and how its rows were to be imported: what it takes to plan them once more. */
export type ImportOrigin = {
	readonly from: 'import';
	readonly source: ImportSource;
	readonly options: ImportOptions;
	/** What a person has put right in its rows. */
	readonly fixes: Fixes;
	/** What became of the rows that are not written. */
	readonly counts: ImportCounts;
};

/** Where a change was made: what is refused of it goes back there. */
export type Origin =
	| ImportOrigin
	/** Values of cells, one or many: typed, emptied, chosen or pasted. */
	| {readonly from: 'cells'}
	/** The form for a new user. */
	| {readonly from: 'form'}
	/** What was asked about before it was done, such as a deletion or PINs. */
	| {readonly from: 'bulk'}
	/** Undo and redo. */
	| {readonly from: 'undo'};

/**
 * What the store does where others have changed the same since. What was asked about stands. Of cells theirs stay, and the
 * person is asked about each of those, while all others are written. Of an import nothing is written: its rows are judged again.
 */
export const preferences = {
	bulk: 'mine',
	form: 'mine',
	cells: 'theirs',
	undo: 'theirs',
	import: 'neither',
} as const satisfies Record<Origin['from'], 'mine' | 'theirs' | 'neither'>;

/** What the history says of where a change came from. */
export function originationOf(origin: Origin): Origination {
	switch (origin.from) {
		case 'cells':
		case 'bulk':
			return {from: 'grid'};
		case 'form':
		case 'undo':
			return {from: origin.from};
		case 'import': {
			const {source, counts} = origin;
			const {path, hash, rejectsOf} = source;
			const first = rejectsOf === undefined ? {} : {rejectsOf: rejectsOf.revision};
			return {from: 'import', fileName: path.slice(path.lastIndexOf('/') + 1), hash, ...first, counts};
		}
	}
}
