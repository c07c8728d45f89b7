import {describeAuthor, describeOrigination} from '../../domain/describe-entry.ts';
import type {EntrySummary} from '../../domain/entry.ts';
import {formatLocalTime} from '../../domain/local-time.ts';

const searchTexts = new WeakMap<EntrySummary, string>();

/** The changes that every word of the filter is found in: number, time, person, machine, way, file, and what was done. */
export function matchEntries(
	entries: readonly EntrySummary[],
	filter: string,
	timeZone: string,
): readonly EntrySummary[] {
	const words = filter.toLowerCase().split(/\s+/u).filter(Boolean);
	if (words.length === 0) return entries;
	return entries.filter((entry) => words.every((word) => searchText(entry, timeZone).includes(word)));
}

/** Made once for each entry: there may be ten thousand, and every key searches them all. */
function searchText(entry: EntrySummary, timeZone: string): string {
	const known = searchTexts.get(entry);
	if (known !== undefined) return known;
	const {origination, author, label} = entry;
	const text = [
		entry.revision,
		formatLocalTime(entry.at, timeZone),
		describeAuthor(author),
		describeOrigination(origination),
		origination.from === 'import' ? origination.fileName : '',
		label,
	]
		.join('\n')
		.toLowerCase();
	searchTexts.set(entry, text);
	return text;
}
