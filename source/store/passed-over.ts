import {existsSync} from 'node:fs';
import {visibleText} from '../domain/visible-text.ts';
import type {Loaded} from './load-store.ts';
import type {Seal} from './seal/seal.ts';
import {isStoreError} from './store-error.ts';
import {namesOf} from './store-files.ts';
import {resolveStoreFile} from './store-path.ts';

/**
 * What was passed over when a store was read, and when its passphrase was set: in whole sentences for people.
 *
 * @returns undefined where there is nothing of the kind
 */
export function describePassedOver(file: string, known: Loaded | undefined, seal: Seal): string | undefined {
	const sentences = [
		...(known?.torn === true ? describeTorn(file) : []),
		...(seal.left === undefined
			? []
			: [
					`Dated copies or drafts of ${file} do not have its passphrase, because they could not be read. "usersheet doctor" names them; every start that can write tries again.`,
				]),
	];
	return sentences.length === 0 ? undefined : visibleText(sentences.join(' '));
}

function describeTorn(file: string): readonly string[] {
	const place = resolveStoreFile(file);
	// While somebody holds the lock it may just be written.
	if (isStoreError(place) || existsSync(`${place.target}.lock`)) return [];
	return [
		`${namesOf(place.target).journal} ended with part of a change that was being written when a process or the machine died. It was never reported as saved, and is left out.`,
	];
}
