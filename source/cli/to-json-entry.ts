import {cellKeys, type Update} from '../domain/change.ts';
import type {Author, Entry} from '../domain/entry.ts';
import {type RecordKey, recordKeys, showValue} from '../domain/field.ts';
import {recordField} from '../domain/field-lists.ts';
import type {User} from '../domain/user.ts';

/** What is not known is null. */
export type JsonAuthor = {readonly [Key in keyof Required<Author>]: string | null};

/** A change of the history as scripts get it: what is not known is null, secrets and PINs are masked. */
export function toJsonEntry({revision, at, author, origination, change, withoutSecrets}: Entry): object {
	const {from} = origination;
	const file = from === 'import' ? origination : undefined;
	return {
		revision,
		at,
		...toJsonAuthor(author),
		from,
		file: file?.fileName ?? null,
		sha256: file?.hash ?? null,
		rejectsOf: file?.rejectsOf ?? null,
		rows: file?.counts ?? null,
		label: change.label,
		secretsGone: withoutSecrets === true,
		added: change.added.map(toJsonUser),
		updated: change.updated.map(toJsonUpdate),
		removed: change.removed.map(toJsonUser),
		profiles: pairOf(change.profiles),
		settings: pairOf(change.settings),
		withdrawn: pairOf(change.withdrawn),
	};
}

/** A user who is changed, with each value before and after; secrets and PINs masked. */
export function toJsonUpdate(update: Update): object {
	const fields = cellKeys(update).map((key) => {
		const {before = '', after = ''} = update.cells[key] ?? {};
		return [key, {before: maskedValue(key, before), after: maskedValue(key, after)}];
	});
	return {id: update.id, fields: Object.fromEntries(fields)};
}

/** Who made a change. */
export function toJsonAuthor({user, name, key, client}: Author): JsonAuthor {
	return {user, name: name ?? null, key: key ?? null, client: client ?? null};
}

/** A user with all values; secrets and PINs masked. */
export function toJsonUser(user: User): object {
	return {
		id: user.id,
		...Object.fromEntries(recordKeys.map((key) => [key, maskedValue(key, user[key])])),
	};
}

function maskedValue(key: RecordKey, value: string): string {
	return showValue(recordField(key), value);
}

function pairOf<Value>(pair: readonly [Value, Value] | undefined): object | null {
	return pair === undefined ? null : {before: pair[0], after: pair[1]};
}
