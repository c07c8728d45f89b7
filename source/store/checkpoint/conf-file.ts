import {statSync} from 'node:fs';
import path from 'node:path';
import Conf, {type Options} from 'conf';
import type {SealKey} from '../seal/seal.ts';

/** conf holds the text as it is: parsing is ours, for its line numbers, its layout and its speed. */
type Held = {readonly text: string};

/** Bytes that conf's encryption puts around the text: a random vector, a colon, and the tag of AES-256-GCM. */
const sealedExtra = 33;

/**
 * Reads a file through conf.
 *
 * @param key what it is encrypted with; without one it is plain text
 * @returns undefined when it is gone, `sealed` when it was not written with this key, or not left as it was written
 */
export function readConfFile(file: string, key?: SealKey): Held | 'sealed' | undefined {
	let held: Held | undefined;
	try {
		// conf reads once while it is made, and writes nothing without defaults and schema.
		new Conf<Held>({
			...optionsFor(file, key),
			deserialize(text) {
				held = {text};
				return held;
			},
		});
		return held;
	} catch (error) {
		// What the system reports has a code; without one it is conf, whose key does not fit.
		if (key === undefined || !(error instanceof Error) || 'code' in error) throw error;
	}
	return 'sealed';
}

/**
 * Writes a file through conf: into a temporary one, created 0600, synced, renamed. The folder must exist.
 *
 * @returns whether all of it was written: on a full disk conf leaves a part of it without an error
 */
export function writeConfFile(file: string, text: string, key?: SealKey): boolean {
	new Conf<Held>({...optionsFor(file, key), deserialize: (found) => ({text: found})}).store = {text};
	return statSync(file).size === Buffer.byteLength(text) + (key === undefined ? 0 : sealedExtra);
}

function optionsFor(file: string, key: SealKey | undefined): Options<Held> {
	const {dir, name, ext} = path.parse(file);
	return {
		cwd: dir,
		configName: name,
		fileExtension: ext,
		accessPropertiesByDotNotation: false,
		configFileMode: 0o600,
		clearInvalidConfig: false,
		serialize: (held) => held.text,
		...(key === undefined ? {} : {encryptionKey: key.bytes, encryptionAlgorithm: 'aes-256-gcm'}),
	};
}
