import {existsSync} from 'node:fs';
import {readStoredForm} from '../disk/stored-form.ts';
import type {Seal} from '../seal/seal.ts';
import {damaged, type Unreadable} from '../unreadable.ts';
import {readConfFile} from './conf-file.ts';

/**
 * The text of a checkpoint, read through conf and decrypted where the seal says so; undefined where there is none.
 *
 * @throws system errors
 */
export function readCheckpoint(
	file: string,
	{key, former}: Seal,
): {readonly text: string} | Unreadable | undefined {
	if (!existsSync(file)) return undefined;
	const mayBePlain = key === undefined || former === 'plain';
	if (readStoredForm(file) !== 'conf') {
		if (!mayBePlain) return damaged('it is not encrypted as all the rest is');
		const held = readConfFile(file);
		return held === 'sealed' ? undefined : held;
	}
	for (const candidate of [key, former]) {
		if (candidate === undefined || candidate === 'plain') continue;
		const held = readConfFile(file, candidate);
		if (held !== 'sealed') return held;
	}
	return damaged(
		key === undefined && former === undefined
			? 'it is encrypted, and the key file is missing'
			: 'it cannot be decrypted: it was damaged, or changed by something other than usersheet',
	);
}
