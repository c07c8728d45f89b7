import {namesOf, type StoreNames} from '../store-files.ts';
import type {Seal} from './seal.ts';

/** The files of a store, and how they are read and written. */
export type StoreFiles = StoreNames & {readonly seal: Seal};

/** The files of a store that are read and written like this. A link to the one that holds the sheet is not followed. */
export function filesOf(file: string, seal: Seal): StoreFiles {
	return {...namesOf(file), seal};
}
