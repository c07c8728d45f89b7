import type {Sheet} from '../../domain/sheet.ts';
import {damaged, type Unreadable} from '../unreadable.ts';
import {isAsWritten} from './checksum.ts';
import {describeIssue} from './describe-issue.ts';
import {findSheetFault} from './find-sheet-fault.ts';
import {locateJsonError} from './locate-json-error.ts';
import {formatVersion, migrate} from './migrations.ts';
import {sheetSchema} from './sheet-schema.ts';

/** Why a text is no sheet; `altered` is what it says all the same, where nothing but its checksum is wrong. */
type Undecodable = Unreadable & {readonly altered?: Decoded};

/** What a file's text says: the sheet, the version of its format, and the journal that goes with it. */
type Decoded = {readonly sheet: Sheet; readonly version: number; readonly journal?: string};

/** It says what to do about an edit, because only the person who made it knows that it is no damage. */
const alteredReason =
	'it does not match its checksum: the disk damaged it, or it was edited by hand. To accept an edit, remove "checksum" and its value from the first line';

/** Reads a file's text: JSON, migrations, schema, and the rules between the parts. */
export function decodeSheet(text: string): Decoded | Undecodable {
	if (text.trim() === '') return damaged('it is empty');
	const parsed = parseJson(text);
	if ('kind' in parsed) return parsed;
	const version = versionOf(parsed.json);
	if (version === undefined) return damaged('it does not say the version of its format');
	if (version > formatVersion) {
		return {
			kind: 'newer',
			reason: `its format is ${version}, and this one knows formats up to ${formatVersion}`,
		};
	}
	const checked = checkStored(migrateStored(parsed.json, version));
	if ('kind' in checked) return checked;
	const {hasChecksum, ...held} = checked;
	const decoded = {...held, version};
	if (!hasChecksum || isAsWritten(text)) return decoded;
	return {...damaged(alteredReason), altered: decoded};
}

function parseJson(text: string): {readonly json: unknown} | Undecodable {
	// An editor may have put a byte order mark in front.
	const json = text.startsWith('\ufeff') ? text.slice(1) : text;
	try {
		const parsed: unknown = JSON.parse(json);
		const notText = text.indexOf('\ufffd');
		if (notText === -1) return {json: parsed};
		const line = text.slice(0, notText).split('\n').length;
		return damaged(`line ${line} holds bytes that are not UTF-8 text`);
	} catch {
		// The message of JSON.parse quotes the text around the error, which may be a password.
		const {line, column} = locateJsonError(json);
		return damaged(`from line ${line}, column ${column} on it is not JSON`);
	}
}

function versionOf(stored: unknown): number | undefined {
	if (typeof stored !== 'object' || stored === null || !('version' in stored)) return undefined;
	const {version} = stored;
	return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : undefined;
}

function migrateStored(stored: unknown, version: number): unknown {
	try {
		return migrate(stored, version);
	} catch {
		// No store of that version looked like this: the schema says what is wrong with it.
		return stored;
	}
}

function checkStored(
	stored: unknown,
): (Omit<Decoded, 'version'> & {readonly hasChecksum: boolean}) | Undecodable {
	const checked = sheetSchema.safeParse(stored);
	if (!checked.success) {
		const [first, ...others] = checked.error.issues;
		const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
		return damaged(`${first === undefined ? 'it is no sheet' : describeIssue(first, stored)}${more}`);
	}
	const {version: _, checksum, journal, ...sheet} = checked.data;
	const fault = findSheetFault(sheet);
	if (fault !== undefined) return damaged(fault);
	return {sheet, hasChecksum: checksum !== undefined, ...(journal === undefined ? {} : {journal})};
}
