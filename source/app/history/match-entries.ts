import {describeAuthor, describeOrigination} from '../../domain/describe-entry.ts';
import type {Entry} from '../../domain/entry.ts';
import {formatLocalTime} from '../../domain/local-time.ts';

const searchTexts = new WeakMap<Entry, string>();

/** The changes that every word of the filter is found in: number, time, person, machine, way, file, and what was done. */
export function matchEntries(entries: readonly Entry[], filter: string, timeZone: string): readonly Entry[] {
	const words = filter.toLowerCase().split(/\s+/u).filter(Boolean);
	if (words.length === 0) return entries;
	return entries.filter((entry) => words.every((word) => searchText(entry, timeZone).includes(word)));
}

/** Made once for each entry: there may be ten thousand, and every key searches them all. */
function searchText(entry: Entry, timeZone: string): string {
	const known = searchTexts.get(entry);
	if (known !== undefined) return known;
	const {origination, author, change} = entry;
	const text = [
		entry.revision,
		formatLocalTime(entry.at, timeZone),
		describeAuthor(author),
		describeOrigination(origination),
		origination.from === 'import' ? origination.fileName : '',
		change.label,
	]
		.join('\n')
		.toLowerCase();
	searchTexts.set(entry, text);
	return text;
}
