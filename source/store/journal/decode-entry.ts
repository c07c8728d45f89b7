import type {Entry} from '../../domain/entry.ts';
import type {StoredEntry} from './entry-schema.ts';

/** An entry without what only its lines need. */
export function decodeEntry(stored: StoredEntry): Entry {
	const {revision, at, author, origination, withoutSecrets, parts: _, counts: __, ...change} = stored;
	const entry = {revision, at, author, origination, change};
	return withoutSecrets === undefined ? entry : {...entry, withoutSecrets};
}
