import {readFileSync} from 'node:fs';
import {readCheckpoint} from '../checkpoint/read-checkpoint.ts';
import {readStoredForm} from '../disk/stored-form.ts';
import {formatLine, readLine} from '../seal/checked-line.ts';
import {formatKeyLine, readKeyFile, readKeyLine} from '../seal/key-file.ts';
import type {KeyRecord} from '../seal/key-record.ts';
import {plainSeal, type Seal, sealerFor} from '../seal/seal.ts';
import {namesOf} from '../store-files.ts';
import {damaged, type Unreadable} from '../unreadable.ts';

/**
 * A dated copy as it is stored: the text of the sheet; or two checked lines, the record of the key and the encrypted
 * text. So a copy that was kept elsewhere needs nothing but its passphrase.
 */
export function formatBackup(text: string, seal: Seal): Buffer {
	if (seal.key === undefined) return Buffer.from(text);
	return Buffer.concat([formatKeyLine(seal.key.record), formatLine(text, sealerFor(seal, 'backup'))]);
}

/**
 * What a backup, or a checkpoint that is used as one, is encrypted with: its first line says so, or the key file beside
 * it. Undefined for plain text.
 *
 * @throws system errors
 */
export function readBackupKey(file: string): KeyRecord | Unreadable | undefined {
	const form = readStoredForm(file);
	if (form === 'text') return undefined;
	return form === 'backup' ? readKeyLine(readFileSync(file)).record : readKeyFile(namesOf(file));
}

/**
 * The text of a backup. Plain text is read whatever the seal: a person has chosen the file.
 *
 * @throws system errors
 */
export function readBackupText(file: string, seal: Seal): {readonly text: string} | Unreadable {
	const form = readStoredForm(file);
	if (form !== 'backup') {
		return readCheckpoint(file, form === 'text' ? plainSeal : seal) ?? damaged('it is gone');
	}
	const bytes = readFileSync(file);
	const {end} = readKeyLine(bytes);
	if (end === bytes.length) return damaged('it is cut off');
	const line = readLine(bytes, end, sealerFor(seal, 'backup'));
	if (line.kind === 'good') return {text: line.json};
	return damaged(line.kind === 'torn' ? 'it is cut off' : `its second line ${line.reason}`);
}
