import {compileFilter, searchText} from '../../../domain/compare-text.ts';
import {describeAuthor, describeOrigination} from '../../../domain/describe-entry.ts';
import type {EntrySummary} from '../../../domain/entry.ts';
import {formatLocalTime} from '../../../domain/local-time.ts';

const searchedTexts = new WeakMap<EntrySummary, string>();

/** The changes that every word of the filter is found in: number, time, person, machine, way, file, and what was done. */
export function matchEntries(
	entries: readonly EntrySummary[],
	filter: string,
	timeZone: string,
): readonly EntrySummary[] {
	const matches = compileFilter(filter);
	return matches === undefined ? entries : entries.filter((entry) => matches(searchedText(entry, timeZone)));
}

/** Made once for each entry: there may be ten thousand, and every key searches them all. */
function searchedText(entry: EntrySummary, timeZone: string): string {
	const known = searchedTexts.get(entry);
	if (known !== undefined) return known;
	const {origination, author, label} = entry;
	const text = searchText(
		[
			entry.revision,
			formatLocalTime(entry.at, timeZone),
			describeAuthor(author),
			describeOrigination(origination),
			origination.from === 'import' ? origination.fileName : '',
			label,
		].join('\n'),
	);
	searchedTexts.set(entry, text);
	return text;
}
