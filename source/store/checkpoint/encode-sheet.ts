import {recordKeys} from '../../domain/field.ts';
import type {Sheet} from '../../domain/sheet.ts';
import type {User} from '../../domain/user.ts';
import {withChecksum} from './checksum.ts';
import {formatVersion} from './migrations.ts';

/** Most users are the same objects from one write to the next: only the changed ones are formatted again. */
const lines = new WeakMap<User, string>();

/**
 * The sheet as JSON, one user a line, for people who must look into the file. Empty values are left out.
 *
 * @param journal name of the journal that goes with it; a dated copy has none
 */
export function encodeSheet(
	{revision, nextId, settings, profiles, toWithdraw, users}: Sheet,
	journal?: string,
): string {
	const head = encodeJson({
		version: formatVersion,
		checksum: '',
		journal,
		revision,
		nextId,
		settings,
		profiles,
		...(toWithdraw.length === 0 ? {} : {toWithdraw}),
	});
	return withChecksum(`${head.slice(0, -1)},"users":[\n${users.map(lineOf).join(',\n')}\n]}\n`);
}

function lineOf(user: User): string {
	const known = lines.get(user);
	if (known !== undefined) return known;
	const line = encodeJson(storedUser(user));
	lines.set(user, line);
	return line;
}

/** A user as files hold one: without empty values. */
export function storedUser(user: User): Record<string, string | number> {
	const stored: Record<string, string | number> = {id: user.id};
	for (const key of recordKeys) {
		const value = storedText(user[key], key, user.id);
		if (value !== '') stored[key] = value;
	}
	return stored;
}

/**
 * What is not text would be written, and never opened again.
 *
 * @throws TypeError
 */
export function storedText(value: unknown, key: string, id: number): string {
	if (typeof value !== 'string') throw new TypeError(`${key} of the user with ID ${id} is not text`);
	return value;
}

/** A bare U+FFFD in the file means bytes that were not UTF-8 (see decodeSheet), so a real one is written escaped. */
function encodeJson(value: unknown): string {
	return JSON.stringify(value).replaceAll('\ufffd', '\\ufffd');
}
