import path from 'node:path';
import type {Sheet} from '../domain/sheet.ts';
import {defaultDirectory} from './default-directory.ts';
import {createStore, type Store} from './store.ts';
import {type Failed, isStoreError} from './store-error.ts';
import {filesOf} from './store-files.ts';
import {checkWritable, resolveStoreFile, storeFileName} from './store-path.ts';

/**
 * Opens the store in a folder, by default conf's standard one for the user, and reads it.
 *
 * One that does not exist is an empty sheet, and is only made by the first commit. One that could not be written is
 * refused here, before anybody types, unless it is opened read-only; then nothing at all is written, not even a lock.
 */
export async function openStore(options: {
	readonly directory?: string;
	readonly readOnly: boolean;
}): Promise<{readonly store: Store; readonly sheet: Sheet} | Failed> {
	const file = path.resolve(options.directory ?? defaultDirectory(), storeFileName);
	const store = createStore(file, options.readOnly);
	const sheet = store.read();
	if (isStoreError(sheet)) return sheet;
	const place = resolveStoreFile(file);
	if (isStoreError(place)) return place;
	const refused = options.readOnly
		? undefined
		: checkWritable(file, place.target, filesOf(place.target).journal);
	return refused ?? {store, sheet};
}
